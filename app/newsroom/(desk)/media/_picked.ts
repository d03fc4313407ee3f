import type { PickedMedia } from '#components/newsroom/picked-media.ts';
import type { Media } from '#db/tables.ts';

/** What leaves for a browser of a file's row. */
export const toPicked = ({
  id,
  hash,
  type,
  width,
  height,
  focalX,
  focalY,
  alt,
  credit,
  caption,
  fileName,
  bytes,
}: Media): PickedMedia => ({
  id,
  hash,
  type,
  width,
  height,
  focalX,
  focalY,
  alt,
  credit,
  caption,
  fileName,
  bytes,
});
