/** Words of a text with the hits of a search marked. */
export function Marked({ parts }: { parts: { text: string; marked: boolean }[] }) {
  return parts.map((part, n) =>
    part.marked ? <mark key={n} className="bg-transparent font-bold text-madder">{part.text}</mark> : <span key={n}>{part.text}</span>,
  );
}
