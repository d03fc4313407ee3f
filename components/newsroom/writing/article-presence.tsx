import { useEffect, useState } from 'react';
import { fill, isolated, type WritingWords } from './article-words.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { Notice } from '#components/newsroom/ui/notice.tsx';

const EVERY_MS = 20_000;

type Presence = { others: { name: string; isSelf: boolean }[]; version: number; by: string };
const NOBODY: Presence = { others: [], version: 0, by: '' };

type Props = {
  number: number;
  version: number;
  isCalm: boolean;
  words: WritingWords;
  onShowNewer: () => void;
};

/**
 * Reports that this page has the article open. Shows who else has it open, and whether somebody has saved
 * since.
 */
export function ArticlePresence({ number, version, isCalm, words, onShowNewer }: Props) {
  const [presence, setPresence] = useState(NOBODY);
  useEffect(() => {
    const tabId = Math.random().toString(36).slice(2);
    const url = `/newsroom/articles/${number}/presence`;
    const post = (body: object, keepalive = false) =>
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ tabId, ...body }),
        keepalive,
      }).catch(() => undefined);
    async function say() {
      const answer = await post({});
      if (answer?.ok && !answer.redirected) setPresence((await answer.json()) as Presence);
    }
    const leave = () => void post({ leaves: true }, true);
    const back = () => !document.hidden && void say();
    void say();
    const timer = setInterval(() => void say(), EVERY_MS);
    window.addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', back);
      leave();
    };
  }, [number]);
  const names = presence.others.filter(({ isSelf }) => !isSelf).map(({ name }) => name);
  const hasNewer = isCalm && presence.version > version;
  return (
    <>
      {names.length > 0 && (
        <Notice tone="waiting">
          <p>{fill(words.isOpenBy, { name: names.map(isolated).join('، ') })}</p>
        </Notice>
      )}
      {presence.others.some(({ isSelf }) => isSelf) && (
        <Notice tone="waiting">
          <p>{words.isOpenElsewhere}</p>
        </Notice>
      )}
      {hasNewer && (
        <Notice tone="waiting">
          <p>{fill(words.newerBy, { name: isolated(presence.by) })}</p>
          <button type="button" onClick={onShowNewer} className={buttonStyle.text}>
            {words.showNewer}
          </button>
        </Notice>
      )}
    </>
  );
}
