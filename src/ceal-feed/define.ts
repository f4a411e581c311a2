import { defineElement } from '../element/define.js';
import { CealFeed } from './ceal-feed.js';

defineElement('ceal-feed', CealFeed);

/** Whoever imports this has the types too. */
export type { CealFeed };
