import type { MediaType } from '#db/tables/content.ts';

/** What a page in a browser knows of a picture that was chosen or uploaded. */
export type PickedMedia = {
  id: string;
  hash: string;
  type: MediaType;
  width: number;
  height: number;
  /** What every cut keeps, in thousandths. */
  focalX: number;
  focalY: number;
  alt: string;
  credit: string;
  caption: string;
  fileName: string;
  bytes: number;
};

/** What `POST /newsroom/media/upload` says to a script. */
export type UploadAnswer =
  | { media: PickedMedia; wasKnown: boolean; isMoving: boolean }
  | { fault: string; message: string };

/** What `GET /newsroom/media/list` says. */
export type MediaList = { items: PickedMedia[]; page: number; pages: number };
