import { WORDMARK_HEIGHT, WORDMARK_PATH, WORDMARK_WIDTH } from '#lib/wordmark-path.ts';

/**
 * The paper's name as it is drawn, in the colour of the text around it, and in letters for whoever gets no
 * drawings.
 */
export const Wordmark = ({ className, title }: { className?: string; title: string }) => (
  <>
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${WORDMARK_WIDTH} ${WORDMARK_HEIGHT}`}
      className={className}
      fill="currentColor"
    >
      <path d={WORDMARK_PATH} />
    </svg>
    <span className="sr-only">{title}</span>
  </>
);
