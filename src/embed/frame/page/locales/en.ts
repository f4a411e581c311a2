import type { nl } from './nl.js';

export const en: typeof nl = {
  refused: 'This cannot be shown here.',
  refusedWhy: 'The site {site} has not allowed the address in “{name}”: {address}',
  noScript: 'This part needs JavaScript.',
  notLoaded: 'This part cannot be loaded now.',
  unreadable: 'The list of allowed addresses of {site} cannot be read.',
};
