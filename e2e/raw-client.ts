import { connect, type Socket } from 'node:net';

/** A connection that sends bytes as they are. */
export type RawClient = {
  socket: Socket;
  /** The response bytes so far. */
  text: () => string;
  /**
   * Resolves when the kernel has the bytes: on one machine they have then arrived, even if no process reads
   * them.
   */
  send: (text: string) => Promise<void>;
  /** The response bytes up to the end of the connection, and the error that ended it, if any. */
  end: Promise<{ text: string; fault: string | undefined }>;
};

/** Rejects when the connection is refused. */
export function openRaw(port: number): Promise<RawClient> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost');
    const chunks: Buffer[] = [];
    let fault: string | undefined;
    const text = () => Buffer.concat(chunks).toString('latin1');
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    const end = new Promise<{ text: string; fault: string | undefined }>((close) => {
      socket.on('close', () => close({ text: text(), fault }));
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      fault = error.code;
      reject(error);
    });
    const send = (text: string) =>
      new Promise<void>((sent, failed) => {
        socket.write(text, (error) => (error ? failed(error) : sent()));
      });
    socket.once('connect', () => resolve({ socket, text, send, end }));
  });
}

/** The complete responses in the bytes of a connection; an incomplete one is not counted. */
export function wholeAnswers(text: string): { status: number; body: string }[] {
  const answers = [];
  for (let at = 0; at < text.length;) {
    const headEnd = text.indexOf('\r\n\r\n', at);
    if (headEnd < 0) break;
    const head = text.slice(at, headEnd);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const bodyEnd = headEnd + 4 + length;
    if (bodyEnd > text.length) break;
    answers.push({ status: Number(head.slice(9, 12)), body: text.slice(headEnd + 4, bodyEnd) });
    at = bodyEnd;
  }
  return answers;
}
