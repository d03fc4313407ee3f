import { createElement, Fragment, type ReactNode } from 'react';
import { dirOf, type Locale } from '#lib/locales.ts';
import { around, mixedText } from '#lib/text/mixed-text.ts';
import type { BodyContext } from './context.ts';
import type { Doc } from './doc.ts';
import type { Output } from './output.ts';
import { walkBody } from './walk.ts';

/** React's names of attributes that differ from HTML. On custom elements React accepts the HTML names. */
const NAMES: Record<string, string> = {
  class: 'className',
  colspan: 'colSpan',
  datetime: 'dateTime',
  rowspan: 'rowSpan',
  srcset: 'srcSet',
  tabindex: 'tabIndex',
};

const react = (locale: Locale): Output<ReactNode> => ({
  element: (name, attributes, children) => {
    const props = Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [NAMES[key] ?? key, value]),
    );
    return createElement(name, props, ...children);
  },
  text: (text) => mixedText(text, locale),
  piece: (text) => around(text, locale),
  dir: dirOf(locale),
  isFeed: false,
  base: '',
});

/** Renders a body for a page, inside `.article-body`. Plain elements only; the stylesheet does the rest. */
export const renderBody = (doc: Doc, context: BodyContext): ReactNode =>
  createElement(Fragment, null, ...walkBody(doc, react(context.locale), context));
