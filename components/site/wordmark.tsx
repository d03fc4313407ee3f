import { WORDMARK_HEIGHT, WORDMARK_PATH, WORDMARK_WIDTH } from '#lib/wordmark-path.ts';

/** The paper's name as it is drawn, in the colour of the text around it. */
export const Wordmark = ({ className, title }: { className?: string; title: string }) => (
  <svg role="img" aria-label={title} viewBox={`0 0 ${WORDMARK_WIDTH} ${WORDMARK_HEIGHT}`} className={className} fill="currentColor">
    <path d={WORDMARK_PATH} />
  </svg>
);
