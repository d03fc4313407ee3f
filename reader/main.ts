import './character-count.ts';
import './share-actions.ts';
import './theme-switch.ts';
