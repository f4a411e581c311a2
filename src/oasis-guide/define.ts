import { defineElement } from '../element/define.js';
import { CealOasisGuide } from './oasis-guide.js';

defineElement('ceal-oasis-guide', CealOasisGuide);
