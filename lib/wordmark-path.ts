// «مداد» drawn for this project as if with one nib: heads and corners are cut at the same angle, and
// the counter of the م has the shape of a dot of that nib.
export const WORDMARK_WIDTH = 275;
export const WORDMARK_HEIGHT = 105;
export const WORDMARK_PATH =
  'M30.5 32.5c20.5 10.5 37 28.5 37 50c0 2-.1 4-.5 6l-6.5 10.5c-11.5 3.6-22.5 5.5-34.5 5.5c-13 0-22-2.5-26-7.5l8-24c5 6.5 14 9.5 25 9.5c9 0 16-1 21-3.5c-3-13-16-21-36-27zM81.5 23l14.5-23c1 30 6 52 6 74c0 8-2 13.5-5 18.3l-8 12.7c2-25-4-55-7.5-82zM159.5 24c3 19.5 5.5 34 10.5 45c5 11 12 18.3 24 18.3c15 0 24-9.3 30-21.3c6-12 12-23 25-23c13 0 22 18 25 39l1 8l-9 14.5c-17-2.5-31-6.5-40-12.5c-9 6.5-19 9.5-31 9.5c-15 0-24-8.5-28.5-20.5c-5.5 16-19.5 23.5-34.5 23.5c-9 0-15-2.5-18-7.5l8-24c4 6.5 11 9.5 19 9.5c8 0 15-1 19-4.5c-2-13-6.5-24-13-34.5zM236.5 76l16 11.5l10.5-16.5l-16-11.5z';
