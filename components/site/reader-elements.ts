import type { DetailedHTMLProps, HTMLAttributes } from 'react';

type Custom = DetailedHTMLProps<HTMLAttributes<HTMLElement> & { class?: string }, HTMLElement>;

// The custom elements that reader/ defines. React passes `class` to them, not `className`.
declare module 'react' {
  // eslint-disable-next-line typescript/no-namespace
  namespace JSX {
    interface IntrinsicElements {
      'breaking-bar': Custom;
      'live-updates': Custom;
      'share-actions': Custom;
      'character-count': Custom;
      'comment-form': Custom;
      'new-comments': Custom;
    }
  }
}
