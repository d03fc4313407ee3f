export type BarRow = { label: string; cells: string[]; share: number };
type Props = { caption: string; heads: string[]; rows: BarRow[] };

/**
 * Numbers as a table, with a bar in each row. The bar repeats what a cell says, so screen readers skip it.
 */
export function BarTable({ caption, heads, rows }: Props) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-80 border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-ink text-start">
            {heads.map((head, i) => (
              <th
                key={head}
                scope="col"
                {...(i === heads.length - 1 && { colSpan: 2 })}
                className="py-2 pe-4 text-start font-medium"
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} className="border-b border-hairline">
              <th scope="row" className="py-1 pe-4 text-start font-normal">
                <bdi>{row.label}</bdi>
              </th>
              {row.cells.map((cell, i) => (
                <td key={i} className="pe-4">
                  {cell}
                </td>
              ))}
              <td aria-hidden="true" className="w-2/5">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full rtl:-scale-x-100">
                  <rect width={Math.round(row.share * 100)} height="8" className="fill-sea" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
