type Size = { width: number; height: number };
type Focus = { focalX: number; focalY: number };

/** The offset of the crop on one axis: the focal point is as near to the middle as the edges allow. */
function cut(whole: number, part: number, focal: number): number {
  return Math.min(Math.max(Math.round((whole * focal) / 1000 - part / 2), 0), whole - part);
}

/** The largest part of a picture in the given shape around its focal point. */
export function cropBox({ width, height }: Size, ratio: number, { focalX, focalY }: Focus) {
  const box = {
    width: Math.max(1, Math.min(width, Math.round(height * ratio))),
    height: Math.max(1, Math.min(height, Math.round(width / ratio))),
  };
  return { left: cut(width, box.width, focalX), top: cut(height, box.height, focalY), ...box };
}

/**
 * The same crop for CSS, for `object-position` with `object-fit: cover`. One percentage is enough, because
 * only one axis is cropped.
 */
export function cropPosition(size: Size, ratio: number, focus: Focus): number {
  const box = cropBox(size, ratio, focus);
  const [offset, room] =
    size.width > box.width ? [box.left, size.width - box.width] : [box.top, size.height - box.height];
  return room > 0 ? Math.round((offset * 100) / room) : 50;
}
