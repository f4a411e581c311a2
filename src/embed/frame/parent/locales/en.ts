import type { nl } from './nl.js';

export const en: typeof nl = {
  link: 'Nothing to see? Open in a new tab:',
};
