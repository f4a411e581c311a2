import type { nl } from './nl.js';

export const en: typeof nl = {
  link: 'Open in a new tab:',
};
