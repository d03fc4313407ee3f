import { rememberTyped } from '#components/newsroom/typed-early.ts';

// Next runs this before React takes the page over. Readers' pages have none of it.
rememberTyped();
