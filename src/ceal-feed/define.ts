import { defineElement } from '../element/define.js';
import { CealFeed } from './ceal-feed.js';

defineElement('ceal-feed', CealFeed);

/** The type of the element, for modules that import only this one. */
export type { CealFeed };
