import { notFound } from 'next/navigation';

/** Every address without another route. The front door answers with the designed 404 page. */
export default function UnknownPage() {
  notFound();
}
