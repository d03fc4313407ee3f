import type { MediaType } from '#db/tables/library.ts';

/** What a page in the browser knows about a chosen or uploaded file. */
export type PickedMedia = {
  id: string;
  hash: string;
  type: MediaType;
  width: number;
  height: number;
  /** The focal point, which every crop keeps, in thousandths. */
  focalX: number;
  focalY: number;
  alt: string;
  credit: string;
  caption: string;
  fileName: string;
  bytes: number;
};

/** The JSON response of `POST /newsroom/media/upload`. */
export type UploadAnswer =
  | { media: PickedMedia; wasKnown: boolean; isMoving: boolean }
  | { fault: string; message: string };

/** The JSON response of `GET /newsroom/media/list`. */
export type MediaList = { items: PickedMedia[]; page: number; pages: number };
