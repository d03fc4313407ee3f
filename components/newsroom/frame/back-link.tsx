/** Link to the list that a page belongs to. */
export const BackLink = ({ href, text }: { href: string; text: string }) => (
  <p className="-mb-2">
    <a href={href} className="inline-flex min-h-11 items-center text-sea underline hover:text-ink">
      {text}
    </a>
  </p>
);
