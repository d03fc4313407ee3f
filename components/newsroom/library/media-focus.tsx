'use client';

import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { numberText } from '#lib/arabic/read-number.ts';
import { cropPosition } from '#lib/media/crop-box.ts';
import { cropPath, CROPS, plainVariant, srcSetOf } from '#lib/media/variants.ts';
import { buttonStyle } from '#components/newsroom/ui/button.ts';
import { SafeForm } from '#components/newsroom/ui/safe-form.tsx';
import { byScript, useScripts } from '#components/newsroom/ui/use-scripts.ts';

const SHOWN = ['16x9', '4x3', '1x1'] as const;
const SHAPES = { '16x9': 'aspect-16/9', '4x3': 'aspect-4/3', '1x1': 'aspect-square' };

type Words = Record<'control' | 'hint' | 'x' | 'y' | 'save' | 'middle' | 'previews', string> & {
  crops: Record<(typeof SHOWN)[number], string>;
};
type Props = {
  media: {
    id: string;
    hash: string;
    width: number;
    height: number;
    alt: string;
    focalX: number;
    focalY: number;
  };
  words: Words;
  fault?: string | undefined;
  /** Missing where the person may only view. */
  save?: (form: FormData) => Promise<void>;
};

const within = (n: number) => Math.min(100, Math.max(0, Math.round(n * 10) / 10));
const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function FocusPicture({ media, alt }: Pick<Props, 'media'> & { alt: string }) {
  const sizes = '(width >= 64rem) 560px, 100vw';
  return (
    <picture className="block">
      <source type="image/avif" srcSet={srcSetOf(media, 'avif')} sizes={sizes} />
      <img
        src={plainVariant(media, 960)}
        alt={alt}
        width={media.width}
        height={media.height}
        className="h-auto w-full bg-hairline"
      />
    </picture>
  );
}

type AxisFieldProps = {
  id: string;
  axis: 'x' | 'y';
  label: string;
  value: string | number;
  faultId: string | undefined;
  onType: (text: string) => void;
  onBlur: () => void;
};

/** One coordinate of the point, as a number. */
function AxisField({ id, axis, label, value, faultId, onType, onBlur }: AxisFieldProps) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input
        id={id}
        name={axis}
        inputMode="decimal"
        autoComplete="off"
        dir="ltr"
        required
        value={value}
        {...(faultId && { 'aria-invalid': true, 'aria-describedby': faultId })}
        onChange={({ target }) => onType(target.value)}
        onBlur={onBlur}
        className="block min-h-11 w-28 rounded-paper border border-field bg-paper px-3 text-start text-ui aria-invalid:border-madder"
      />
    </div>
  );
}

type PreviewsProps = Pick<Props, 'media' | 'words'> & { point: { x: number; y: number }; isLive: boolean };

/** Each crop as the point would cut it. */
function CropPreviews({ media, words, point, isLive }: PreviewsProps) {
  const previews = useRef<HTMLUListElement>(null);
  // The pages allow no style attributes in markup; a script may still set styles.
  useLayoutEffect(() => {
    for (const [n, image] of [...(previews.current?.querySelectorAll('img') ?? [])].entries()) {
      const at = cropPosition(media, CROPS[SHOWN[n]!], { focalX: point.x * 10, focalY: point.y * 10 });
      image.style.objectPosition = `${at}% ${at}%`;
    }
  });
  return (
    <ul ref={previews} className="grid grid-cols-[16fr_12fr_9fr] items-start gap-3">
      {SHOWN.map((crop) => (
        <li key={crop}>
          <img
            src={isLive ? plainVariant(media, 640) : cropPath(media, crop)}
            alt=""
            className={`w-full bg-hairline object-cover ${SHAPES[crop]}`}
          />
          <p className="mt-1 text-caption text-ink-soft">{words.crops[crop]}</p>
        </li>
      ))}
    </ul>
  );
}

/**
 * The focal point, which every crop keeps: set on the picture by pointer or arrow keys, in numbers without
 * JavaScript. Shows each crop at once.
 */
export function MediaFocus({ media, words, fault, save }: Props) {
  const id = useId();
  const isReady = useScripts();
  const [point, setPoint] = useState({ x: media.focalX / 10, y: media.focalY / 10 });
  /**
   * The raw text of a number field while it is edited: a keyboard may type other digits, and half a number
   * does not parse.
   */
  const [typed, setTyped] = useState<{ x?: string; y?: string }>({});
  const marker = useRef<HTMLSpanElement>(null);
  const isLive = isReady && save !== undefined;

  // The pages allow no style attributes in markup; a script may still set styles.
  useLayoutEffect(() => {
    if (marker.current) {
      marker.current.style.left = `${point.x}%`;
      marker.current.style.top = `${point.y}%`;
    }
  });

  function onClick(event: MouseEvent<HTMLButtonElement>) {
    if (event.detail === 0) return; // pressed by a key: no coordinates
    const box = event.currentTarget.getBoundingClientRect();
    setPoint({
      x: within(((event.clientX - box.left) * 100) / box.width),
      y: within(((event.clientY - box.top) * 100) / box.height),
    });
  }

  function onKey(event: KeyboardEvent) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const by = event.shiftKey ? 10 : 1;
    setPoint(({ x, y }) => ({ x: within(x + step[0] * by), y: within(y + step[1] * by) }));
  }

  const picture = <FocusPicture media={media} alt={isLive ? '' : media.alt} />;
  const field = (axis: 'x' | 'y') => (
    <AxisField
      id={`${id}-${axis}`}
      axis={axis}
      label={words[axis]}
      value={typed[axis] ?? point[axis]}
      faultId={fault && `${id}-fault`}
      onType={(text) => {
        const value = Number(numberText(text));
        setTyped((now) => ({ ...now, [axis]: text }));
        if (text && !Number.isNaN(value)) setPoint((now) => ({ ...now, [axis]: within(value) }));
      }}
      onBlur={() => setTyped({})}
    />
  );
  return (
    <div className="space-y-4">
      {isLive ? (
        <button
          type="button"
          aria-label={words.control}
          aria-describedby={`${id}-hint`}
          onClick={onClick}
          onKeyDown={onKey}
          data-focus-control=""
          className="relative block w-full cursor-crosshair"
        >
          {picture}
          <span
            ref={marker}
            className="pointer-events-none absolute size-8 -translate-1/2 rounded-full border-4 border-paper bg-madder outline-2 outline-ink"
          />
        </button>
      ) : (
        picture
      )}
      {save && (
        <>
          <p id={`${id}-hint`} className={`text-caption text-ink-soft ${byScript(isReady)}`}>
            {words.hint}
          </p>
          <SafeForm action={save} className="flex flex-wrap items-end gap-4">
            <input type="hidden" name="id" value={media.id} />
            {field('x')}
            {field('y')}
            <button className={buttonStyle.plain}>{words.save}</button>
            <button
              type="button"
              onClick={() => setPoint({ x: 50, y: 50 })}
              className={`${buttonStyle.text} ${byScript(isReady)}`}
            >
              {words.middle}
            </button>
            {fault && (
              <p id={`${id}-fault`} className="basis-full text-madder">
                {fault}
              </p>
            )}
          </SafeForm>
        </>
      )}
      <h3 className="font-medium">{words.previews}</h3>
      <CropPreviews media={media} point={point} isLive={isLive} words={words} />
    </div>
  );
}
