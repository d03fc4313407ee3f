import { notFound } from 'next/navigation';

/** Every address that nothing else answers; the front door puts the designed 404 page in its place. */
export default function UnknownPage() {
  notFound();
}
