export const highlight = (text: string, _stems: ReadonlySet<string>) => [{ text, marked: false }];
export const snippet = (text: string, _stems: ReadonlySet<string>, { length }: { length: number }) => ({ parts: [{ text: text.slice(0, length), marked: false }], cutBefore: false, cutAfter: true });
