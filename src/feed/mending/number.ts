import { DASHES, inText } from './mend.js';

const NUMBER = /^([+-]?\d+)(?:[.,](\d+))?\.?(?:\s*°\s*[neo]?)?$/i;
/** A count with the word for it, as people write it in a cell: `25 personen`, `max. 25`, `week 3`. */
const WITH_WORD =
  /^(?:(?:max(?:imaal|\.)?|week|stap|step) ?)?(\d+)(?: ?(?:personen|mensen|leden|man|vrijwilligers|stuks|deelnemers|plaatsen|plekken|pers|people|persons|participants|places|min(?:uten|utes)?))?[.;]?$/i;
/** Figures above and below the line count something else: `25²` is not 252. */
const RAISED = /[²³¹\u2070-\u209f]/;

const figuresOf = (text: string) =>
  RAISED.test(text)
    ? text
    : text
        .normalize('NFKC')
        .trim()
        .replace(DASHES, '-')
        .replace(/^'/, '')
        .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
        .replace(/(?<=^\d{1,3}(?: \d{3})*) (?=(?:\d{3} ?)+$)/g, '');

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
  const [, count] = WITH_WORD.exec(figures) ?? [];
  if (count !== undefined) return Number(count);
  // `3a` and `3b` are two ways of step 3.
  if (/^\d{1,4} ?[a-z]$/i.test(figures)) return Number.parseInt(figures, 10);
  return NUMBER.exec(figures)?.[2]?.length === 3 ? text : mendNumber(text);
});
