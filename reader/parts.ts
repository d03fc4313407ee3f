import './appreciation.ts';
import './breaking-bar.ts';
import './character-count.ts';
import './click-to-load.ts';
import './comment-form.ts';
import { countRead } from './count-read.ts';
import './inline-reply.ts';
import './keep-words.ts';
import './lay-out-rest.ts';
import './live-updates.ts';
import './new-comments.ts';
import './share-actions.ts';
import './theme-switch.ts';

countRead();
