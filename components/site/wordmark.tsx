import { WORDMARK_HEIGHT, WORDMARK_PATH, WORDMARK_WIDTH } from '#lib/wordmark-path.ts';

/**
 * The name of the site as a drawing in the colour of the surrounding text, and as text for screen readers.
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
