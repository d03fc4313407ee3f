import { useTranslations } from 'next-intl';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { useActionWords } from './audit-words.ts';

type Props = {
  asked: { who: string; kind: string; subject: string; from: string; to: string };
  people: { id: string; name: string }[];
  actions: { noun: string; actions: string[] }[];
  clearHref: string;
};

const inputStyle = 'block min-h-11 w-full rounded-paper border border-field bg-paper px-3 text-start text-ui';

/** An ordinary form: the filters are in the URL. */
export function AuditFilters({ asked, people, actions, clearHref }: Props) {
  const t = useTranslations('newsroom.audit');
  const words = useActionWords();
  const isAsked = Object.values(asked).some(Boolean);
  return (
    <form
      method="get"
      role="search"
      aria-label={t('filters')}
      className="grid grid-cols-2 gap-4 lg:grid-cols-4"
    >
      <label className="block font-medium max-lg:col-span-full">
        <span className="mb-1 block">{t('who')}</span>
        <select name="who" defaultValue={asked.who} className={inputStyle}>
          <option value="">{t('anybody')}</option>
          <option value="command">{t('command')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="block font-medium max-lg:col-span-full">
        <span className="mb-1 block">{t('kind')}</span>
        <select name="kind" defaultValue={asked.kind} className={inputStyle}>
          <option value="">{t('anything')}</option>
          {actions.map(({ noun, actions: verbs }) =>
            verbs.length === 0 ? (
              <option key={noun} value={noun}>
                {words.action(noun)}
              </option>
            ) : (
              <optgroup key={noun} label={words.noun(noun)}>
                <option value={noun}>{t('allOf', { noun: words.noun(noun) })}</option>
                {verbs.map((action) => (
                  <option key={action} value={action}>
                    {words.action(action)}
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </select>
      </label>
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="block min-w-0 font-medium">
          <span className="mb-1 block">{t(name)}</span>
          <input type="date" name={name} defaultValue={asked[name]} className={inputStyle} />
        </label>
      ))}
      {asked.subject && <input type="hidden" name="subject" value={asked.subject} />}
      <div className="col-span-full flex flex-wrap items-center gap-x-4 gap-y-2">
        <button className={buttonStyle.plain}>{t('show')}</button>
        {asked.subject && <p className="text-ink-soft">{t('oneSubject')}</p>}
        {isAsked && (
          <a href={clearHref} className={buttonStyle.text}>
            {t('clear')}
          </a>
        )}
      </div>
    </form>
  );
}
