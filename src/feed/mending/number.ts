import { DASHES, inText } from './mend.js';

/**
 * Reads a number that was written as text, with a comma or a point before its decimals. A group of three digits after
 * either could be thousands: `1.000` has two meanings and stays.
 */
export const mendNumber = inText((text) => {
  const figures = text.normalize('NFKC').trim().replace(DASHES, '-');
  // `3a` and `3b` are two ways of step 3.
  if (/^\d{1,4} ?[a-z]$/i.test(figures)) return Number.parseInt(figures, 10);
  const match = /^([+-]?\d+)(?:[.,](\d+))?$/.exec(figures);
  if (!match) return text;
  const [, whole = '', decimals = ''] = match;
  if (decimals.length === 3 && !/^[+-]?0$/.test(whole)) return text;
  return Number(`${whole}.${decimals || 0}`);
});
