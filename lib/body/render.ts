import { createElement as h, type ReactNode } from 'react';
import type { Block, Doc, Inline } from './doc.ts';
const inl = (ns: Inline[]) => ns.map((n, i) => { const l = n.marks?.find((m) => m.type === 'link'); const b = n.marks?.some((m) => m.type === 'bold'); const t = b ? h('strong', { key: i }, n.text) : n.text; return l ? h('a', { key: i, href: l.attrs.href }, t) : t; });
const blk = (b: Block, i: number): ReactNode => b.type === 'paragraph' ? h('p', { key: i }, inl(b.content)) : b.type === 'heading' ? h(`h${b.attrs.level}`, { key: i }, inl(b.content)) : b.type === 'blockquote' ? h('blockquote', { key: i }, b.content.map(blk)) : h(b.type === 'bulletList' ? 'ul' : 'ol', { key: i }, b.content.map((x, j) => h('li', { key: j }, x.content.map(blk))));
export const renderBody = (d: Doc): ReactNode => d.content.map(blk);
