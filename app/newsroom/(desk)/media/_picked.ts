import type { PickedMedia } from '#components/newsroom/library/picked-media.ts';
import type { Media } from '#db/tables/tables.ts';

/** The columns of a file's row that the browser gets. */
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
