import { createElement, Fragment, type ReactNode } from 'react';
import { keepNames } from '#lib/keep-names.ts';
import type { Doc } from './doc.ts';
import { walkBody, type Output } from './walk.ts';

const react: Output<ReactNode> = {
  element: (name, attributes, children) => createElement(name, attributes, ...children),
  text: keepNames,
};

/** A body as a page shows it, inside `.article-body`. Plain elements only: the style sheet does the rest. */
export const renderBody = (doc: Doc): ReactNode => createElement(Fragment, null, ...walkBody(doc, react));
