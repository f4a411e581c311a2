import type { TimelineTranslator } from './locales/index.js';

/** The words that tell how many sessions are left; of none also how to go on. */
export const outcomeText = (n: number, t: TimelineTranslator): string =>
  t('results', { n }) + (n > 0 ? '' : `. ${t('nothingFoundHelp')}`);
