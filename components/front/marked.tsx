import { Fragment, type ReactNode } from 'react';
import { splitRuns } from '#lib/body/split-runs.ts';
import type { Inline } from '#lib/body/doc.ts';
import { dirOf, type Locale } from '#lib/locales.ts';
import { ownText, runDirection } from '#lib/text/mixed-text.ts';

const HIT: Inline & { type: 'text' } = { type: 'text', text: '', marks: [{ type: 'bold' }] };

function markedRuns(nodes: Inline[], locale: Locale): ReactNode {
  return splitRuns(nodes, dirOf(locale)).map((run, at) => {
    const words = run.nodes.map((node, n) => {
      if (node.type !== 'text') return null;
      return node.marks ? (
        <mark key={n} className="bg-transparent font-bold text-madder">
          {node.text}
        </mark>
      ) : (
        <Fragment key={n}>{node.text}</Fragment>
      );
    });
    return run.isIsolated ? (
      <bdi key={at} dir={runDirection(locale)}>
        {words}
      </bdi>
    ) : (
      <Fragment key={at}>{words}</Fragment>
    );
  });
}

/**
 * A text with the hits of a search marked. A run of the other direction stays one run, even if only a part of
 * it is a hit.
 */
export function Marked({ parts, locale }: { parts: { text: string; marked: boolean }[]; locale: Locale }) {
  const nodes = parts.map(({ text, marked }): Inline => (marked ? { ...HIT, text } : { type: 'text', text }));
  return ownText(parts.map(({ text }) => text).join(''), locale, (edition) => markedRuns(nodes, edition));
}
