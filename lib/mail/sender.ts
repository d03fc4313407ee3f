import { cleanField } from '../arabic/clean-field.ts';

export type Sender = { name: string; address: string };

/**
 * Splits `MAIL_FROM` into name and address. Mail libraries parse a single string by the header grammar: a
 * colon starts a group, a comma separates addresses, parentheses are a comment.
 */
export function readSender(text: string): Sender {
  const [, name = '', address = text] = /^([^<>]*)<([^<>]+)>\s*$/u.exec(text) ?? [];
  const [, quoted] = /^\s*"((?:[^"\\]|\\.)*)"\s*$/u.exec(name) ?? [];
  return {
    name: cleanField(quoted === undefined ? name : quoted.replace(/\\(.)/gu, '$1')),
    address: address.trim(),
  };
}
