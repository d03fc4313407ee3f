import type { Editor } from '@tiptap/core';
import { useRef, useState, type FormEvent } from 'react';
import { parseEmbed } from '#lib/body/embed-url.ts';
import { typedAddress } from '#lib/body/web-address.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { insertBlock } from './acts.ts';
import { Dialog } from './dialog.tsx';
import { DialogField } from './dialog-field.tsx';
import { useEditorDesk } from './editor-context.ts';

type Props = { editor: Editor; onClose: () => void; onPlainLink: () => void };

/**
 * Inserts an embed card of another site. An address of a site that is not on the list becomes a plain link,
 * with a notice.
 */
export function EmbedDialog({ editor, onClose, onPlainLink }: Props) {
  const { words } = useEditorDesk();
  const [address, setAddress] = useState('');
  const [title, setTitle] = useState('');
  const [fault, setFault] = useState<string>();
  const input = useRef<HTMLInputElement>(null);

  function insert(event: FormEvent) {
    event.preventDefault();
    const href = typedAddress(address);
    if (!href) {
      setFault(address.trim() ? words.link.wrong : words.link.missing);
      return input.current?.focus();
    }
    const embed = parseEmbed(href);
    if (embed) insertBlock(editor, { type: 'embed', attrs: { ...embed, title: title.trim() } });
    else {
      insertBlock(editor, {
        type: 'paragraph',
        content: [{ type: 'text', text: title.trim() || href, marks: [{ type: 'link', attrs: { href } }] }],
      });
      onPlainLink();
    }
    onClose();
  }

  return (
    <Dialog title={words.tools.embed} onClose={onClose}>
      <form noValidate onSubmit={insert} className="space-y-4">
        <DialogField
          input={input}
          label={words.embed.address}
          hint={words.embed.hint}
          fault={fault}
          value={address}
          max={2000}
          isAddress
          onChange={setAddress}
        />
        <DialogField
          label={words.embed.title}
          hint={words.embed.titleHint}
          value={title}
          max={300}
          onChange={setTitle}
        />
        <button className={buttonStyle.main}>{words.insert}</button>
      </form>
    </Dialog>
  );
}
