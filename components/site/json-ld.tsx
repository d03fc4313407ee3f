import { jsonLdText, type JsonLdThing } from '#lib/seo/json-ld.ts';

/** Data about the page for search engines; the text is escaped so that no headline can end the element. */
export function JsonLd({ values }: { values: JsonLdThing[] }) {
  return values.map((value, n) => (
    <script key={n} type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLdText(value) }} />
  ));
}
