import './character-count.ts';
import './comment-form.ts';
import './share-actions.ts';
import './theme-switch.ts';
