import { rememberTyped } from '#components/newsroom/ui/typed-early.ts';
import { watchActions } from '#components/newsroom/ui/watch-actions.ts';

// Next runs this before React hydrates the page. Readers' pages do not load it.
rememberTyped();
watchActions();
