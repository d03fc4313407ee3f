import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { DateSettings } from '#lib/arabic/dates.ts';
import { formatNumber } from '#lib/arabic/numerals.ts';
import type { DiscussionFormState } from '#lib/comments/discussion-form.ts';

type Fault = DiscussionFormState['faults'][number];

/** The text of an error in one of the smaller forms. */
function FaultText({ fault, dates }: { fault: Fault; dates: DateSettings }) {
  const t = useTranslations('comments.faults');
  return t(fault.message, { limit: fault.limit === undefined ? '' : formatNumber(fault.limit, dates) });
}

/** Lists every error with a link to its field. Takes the focus when the page loads after a rejected form. */
export function DiscussionFaults({
  state,
  dates,
}: {
  state: DiscussionFormState | undefined;
  dates: DateSettings;
}) {
  const t = useTranslations('comments');
  const faults = state?.faults ?? [];
  if (faults.length === 0) return null;
  return (
    <div role="alert" tabIndex={-1} autoFocus className="border-2 border-madder p-4">
      <h2 className="text-h3">
        {t('faultsTitle', { count: faults.length, n: formatNumber(faults.length, dates) })}
      </h2>
      <ul className="mt-1">
        {faults.map((fault) => (
          <li key={fault.field}>
            <a
              href={fault.field === 'form' ? '#discussion-submit' : `#discussion-${fault.field}`}
              className="inline-flex min-h-11 items-center text-madder underline hover:text-ink"
            >
              <FaultText fault={fault} dates={dates} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type FieldProps = {
  field: string;
  label: string;
  help?: string;
  state: DiscussionFormState | undefined;
  dates: DateSettings;
  children: (attributes: Attributes) => ReactNode;
};
type Attributes = {
  id: string;
  name: string;
  defaultValue: string | undefined;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  className: string;
};

/** A field with its label, help text and error. */
export function DiscussionField({ field, label, help, state, dates, children }: FieldProps) {
  const fault = state?.faults.find((each) => each.field === field);
  const described = [fault && `discussion-${field}-fault`, help && `discussion-${field}-help`]
    .filter(Boolean)
    .join(' ');
  return (
    <div>
      <label htmlFor={`discussion-${field}`} className="mb-1 block text-ui font-medium">
        {label}
      </label>
      {fault && (
        <p id={`discussion-${field}-fault`} className="mb-1 text-meta font-bold text-madder">
          <FaultText fault={fault} dates={dates} />
        </p>
      )}
      {children({
        id: `discussion-${field}`,
        name: field,
        defaultValue: state?.values[field],
        ...(described && { 'aria-describedby': described }),
        ...(fault && { 'aria-invalid': true as const }),
        className: `w-full rounded-paper border bg-sheet px-4 text-ui ${fault ? 'border-2 border-madder' : 'border-field'}`,
      })}
      {help && (
        <p id={`discussion-${field}-help`} className="mt-1 text-caption text-ink-soft">
          {help}
        </p>
      )}
    </div>
  );
}

export const discussionButton =
  'min-h-12 rounded-paper bg-sea px-8 text-ui font-medium text-on-sea hover:bg-ink hover:text-paper';
