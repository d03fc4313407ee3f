import type { Doc } from '#lib/body/doc.ts';
import { renderBody } from '#lib/body/render.ts';
import type { Locale } from '#lib/locales.ts';
import { mixedText } from '#lib/text/mixed-text.ts';
import { requestTime } from '#lib/page-request.ts';
import { getBodyContext } from './body-context.ts';

/** A static page as readers see it, also in the preview before it is published. */
export async function StaticPageView({ title, body, locale }: { title: string; body: Doc; locale: Locale }) {
  const context = await getBodyContext([body], locale, requestTime());
  return (
    <article className="mx-auto max-w-[660px]">
      <h1 className="mb-8 border-b-2 border-ink pb-4 text-headline lg:text-headline-wide">
        {mixedText(title, locale)}
      </h1>
      <div className="article-body">{renderBody(body, context)}</div>
    </article>
  );
}
