import type { UploadAnswer } from './picked-media.ts';

export type Sent = { answer: UploadAnswer } | { broken: 'network' | 'signedOut' | 'refused' };

/** Uploads one file and reports its progress from 0 to 1; `fetch` reports no upload progress. */
export function sendFile(
  file: File,
  fields: Record<string, string>,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/newsroom/media/upload');
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) =>
      onProgress(event.total > 0 ? event.loaded / event.total : 0),
    );
    request.addEventListener('load', () => {
      const answer = request.response as UploadAnswer | null;
      resolve(
        request.status === 401
          ? { broken: 'signedOut' }
          : request.status === 403
            ? { broken: 'refused' }
            : answer
              ? { answer }
              : { broken: 'network' },
      );
    });
    for (const fault of ['error', 'abort', 'timeout'])
      request.addEventListener(fault, () => resolve({ broken: 'network' }));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.append('file', file);
    request.send(form);
  });
}
