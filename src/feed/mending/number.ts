import { DASHES, inText } from './mend.js';

const NUMBER = /^([+-]?\d+)(?:[.,](\d+))?$/;

const figuresOf = (text: string) => text.normalize('NFKC').trim().replace(DASHES, '-');

/** Reads a measure that was written as text, with a comma or a point before its decimals. */
export const mendNumber = inText((text) => {
  const [, whole, decimals = 0] = NUMBER.exec(figuresOf(text)) ?? [];
  return whole === undefined ? text : Number(`${whole}.${decimals}`);
});

/**
 * Reads a count that was written as text. A group of three digits after a comma or a point could be thousands: `1.000`
 * has two meanings and stays.
 */
export const mendCount = inText((text) => {
  const figures = figuresOf(text);
  // `3a` and `3b` are two ways of step 3.
  if (/^\d{1,4} ?[a-z]$/i.test(figures)) return Number.parseInt(figures, 10);
  return NUMBER.exec(figures)?.[2]?.length === 3 ? text : mendNumber(text);
});
