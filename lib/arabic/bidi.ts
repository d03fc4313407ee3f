export const isolate = (t: string) => `\u2068${t}\u2069`;
export const cleanLine = (t: string) => t.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/g, ' ').replace(/\s+/g, ' ').trim();
export const cleanMultiline = (t: string) => t.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb]/g, '').replace(/\n{4,}/g, '\n\n\n').trim();
