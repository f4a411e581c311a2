import { defineElement } from '../element/define.js';
import { CealFeed } from './ceal-feed.js';

defineElement('ceal-feed', CealFeed);
