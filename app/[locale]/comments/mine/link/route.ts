import { askForLink } from '#db/comments/writer-addresses.ts';
import { readEmail } from '#lib/comments/rules.ts';
import { minePath } from '#lib/comments/own-path.ts';
import type { DiscussionFormState } from '#lib/comments/discussion-form.ts';
import { isLocale } from '#lib/locales.ts';
import { pageRequest } from '#lib/page-request.ts';

type Context = { params: Promise<{ locale: string }> };

/**
 * Takes the address to which a link is mailed. The response is the same whether or not comments have that
 * address.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const [{ locale }, form] = await Promise.all([params, request.formData().catch(() => null)]);
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  if (!form) return new Response(null, { status: 400 });
  const value = form.get('email');
  const typed = typeof value === 'string' ? value : '';
  const refuse = (status: number, fault: DiscussionFormState['faults'][number], retryAfter?: number) => {
    pageRequest()!.renderAgain = {
      path: `/${locale}/comments/mine`,
      status,
      ...(retryAfter && { retryAfter }),
      discussionForm: { kind: 'link', values: { email: typed }, faults: [fault] },
    };
    return new Response(null, { status });
  };
  const read = readEmail(typed);
  if ('fault' in read) return refuse(422, { field: 'email', message: read.fault });
  const { wait } = await askForLink(
    { email: read.email, address: pageRequest()!.clientAddress, locale },
    new Date(),
  );
  if (wait) return refuse(429, { field: 'form', message: 'linkTooFast' }, wait);
  return new Response(null, { status: 303, headers: { Location: `${minePath(locale)}?said=mailed` } });
}

/** Handles a reload after a rejected form. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  return new Response(null, { status: 303, headers: { Location: minePath(locale) } });
}
