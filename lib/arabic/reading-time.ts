export const readingMinutes = (n: number) => Math.max(1, Math.round(n / 180));
