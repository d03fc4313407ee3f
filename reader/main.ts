import './appreciation.ts';
import './character-count.ts';
import './click-to-load.ts';
import './comment-form.ts';
import './inline-reply.ts';
import './new-comments.ts';
import './share-actions.ts';
import './theme-switch.ts';
