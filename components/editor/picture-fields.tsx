import type { PictureAttrs } from '#lib/body/doc.ts';
import { variantPath, widthsFor } from '#lib/media/variants.ts';
import { BlockField } from './block-field.tsx';
import { useEditorDesk } from './editor-context.ts';

/** A picture as it is now, or a message that the library no longer has it. */
export function PicturePreview({ attrs, className = '' }: { attrs: PictureAttrs; className?: string }) {
  const { pictures, words } = useEditorDesk();
  const picture = pictures.get(attrs.mediaId);
  if (!picture)
    return (
      <p className="p-4 text-madder">
        <bdi>{words.figure.unknown}</bdi>
      </p>
    );
  const widths = widthsFor(picture.width);
  const width = widths.includes(640) ? 640 : widths.at(-1)!;
  return (
    <img
      src={variantPath(picture.hash, width, 'webp')}
      width={picture.width}
      height={picture.height}
      alt={attrs.decorative ? '' : attrs.alt || picture.alt}
      draggable={false}
      loading="lazy"
      className={`bg-hairline ${className}`}
    />
  );
}

/**
 * Caption, credit and description of a picture in this place; empty ones fall back to the picture's own
 * record.
 */
export function PictureFields({
  attrs,
  onChange,
}: {
  attrs: PictureAttrs;
  onChange: (change: Partial<PictureAttrs>) => void;
}) {
  const { words, pictures } = useEditorDesk();
  const picture = pictures.get(attrs.mediaId);
  return (
    <div className="grid items-end gap-3 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <BlockField
          label={words.figure.caption}
          value={attrs.caption}
          max={600}
          rows
          onChange={(caption) => onChange({ caption })}
        />
      </div>
      <BlockField
        label={words.figure.credit}
        value={attrs.credit}
        max={200}
        placeholder={picture?.credit ?? ''}
        onChange={(credit) => onChange({ credit })}
      />
      <BlockField
        label={words.figure.alt}
        value={attrs.alt}
        max={600}
        placeholder={picture?.alt ?? ''}
        disabled={attrs.decorative}
        onChange={(alt) => onChange({ alt })}
      />
      <label className="flex min-h-11 items-center gap-3 text-caption sm:col-span-2">
        <input
          type="checkbox"
          checked={attrs.decorative}
          onChange={(event) => onChange({ decorative: event.target.checked })}
          className="size-5 accent-sea"
        />
        {words.figure.decorative}
      </label>
    </div>
  );
}
