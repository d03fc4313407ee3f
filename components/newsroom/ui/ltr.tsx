import type { ReactNode } from 'react';

/** Text to be typed exactly, such as an address or a sign: left to right in any line, for `t.rich`. */
export const ltr = (chunks: ReactNode) => <bdi dir="ltr">{chunks}</bdi>;
