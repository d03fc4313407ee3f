import { buttonStyle } from '#components/newsroom/ui/button.ts';

type Props = { title: string; lead: string; link: { href: string; label: string } };

/** A page that only shows a message: not allowed, not found. */
export function MessagePage({ title, lead, link }: Props) {
  return (
    <div className="mx-auto max-w-xl px-4 py-16 in-[main]:mx-0 in-[main]:px-0 in-[main]:py-4">
      <h1 className="text-h2">{title}</h1>
      <p className="mt-2 text-ink-soft">{lead}</p>
      <p className="mt-4">
        <a href={link.href} className={buttonStyle.text}>
          {link.label}
        </a>
      </p>
    </div>
  );
}
