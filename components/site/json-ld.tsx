import { jsonLdText, type JsonLdThing } from '#lib/seo/json-ld.ts';

/** Structured data for search engines. The text is escaped, so that a headline cannot close the element. */
export function JsonLd({ values }: { values: JsonLdThing[] }) {
  return values.map((value, n) => (
    <script key={n} type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(value) }} />
  ));
}
