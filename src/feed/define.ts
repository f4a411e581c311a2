import { defineElement } from '../element/define.js';
import { CealFeed } from './ceal-feed.js';

defineElement('ceal-feed', CealFeed);

/** With its types, so that whoever imports this has them too. */
export { CealFeed };
