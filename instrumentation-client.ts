import { rememberTyped } from '#components/newsroom/ui/typed-early.ts';
import { watchActions } from '#components/newsroom/ui/watch-actions.ts';

// Next runs this before React takes the page over. Readers' pages have none of it.
rememberTyped();
watchActions();
