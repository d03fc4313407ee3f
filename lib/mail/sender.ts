import { cleanField } from '../arabic/clean-field.ts';

export type Sender = { name: string; address: string };

/**
 * `MAIL_FROM` as a name and an address. As one text a mail program would read it by its grammar: a colon
 * makes a group of it, a comma two addresses, parentheses a remark.
 */
export function readSender(text: string): Sender {
  const [, name = '', address = text] = /^([^<>]*)<([^<>]+)>\s*$/u.exec(text) ?? [];
  const [, quoted] = /^\s*"((?:[^"\\]|\\.)*)"\s*$/u.exec(name) ?? [];
  return {
    name: cleanField(quoted === undefined ? name : quoted.replace(/\\(.)/gu, '$1')),
    address: address.trim(),
  };
}
