import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import messages from '#messages/ar.json' with { type: 'json' };
import { ActionForm } from './action-form.tsx';
import type { FormState } from './form-state.ts';

const answer = vi.hoisted(() => ({ state: null as FormState }));
// What React passes to a form submitted without JavaScript: the result is there on the first render.
vi.mock('react', async (load) => {
  const react = await load<typeof import('react')>();
  return { ...react, useActionState: (action: unknown) => [answer.state, action, false] };
});

function show(state: FormState) {
  answer.state = state;
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="ar" messages={messages} timeZone="UTC">
      <ActionForm
        action={async () => null}
        folded={{ summary: 'تغيير' }}
        fields={[{ name: 'name', label: 'الاسم', autoComplete: 'off' }]}
        submit="حفظ"
      />
    </NextIntlClientProvider>,
  );
}

test('a folded form renders closed before it has a result', () => {
  expect(show(null)).toMatch(/^<details(?! open)[^>]*><summary/);
});

test.each([
  ['a fault', { faults: { name: 'اكتب الاسم.' } }],
  ['a link that is shown only once', { notice: 'هذا رابط', link: 'https://example.org/x' }],
])('a folded form renders open with %s, also without JavaScript', (_, state) => {
  expect(show(state)).toMatch(/^<details open=""/);
});
