import { comparable, type Mender } from './mend.js';

const YES = new Set([
  'true',
  '1',
  'yes',
  'y',
  'on',
  'x',
  '✓',
  '✔',
  'ja',
  'j',
  'waar',
  'of',
  'or',
  'aan',
  'wahr',
  'oui',
  'vrai',
  'sí',
  'si',
]);
const NO = new Set(['false', '0', 'no', 'n', 'off', 'nee', 'onwaar', 'uit', 'nein', 'falsch', 'non', 'faux']);

/** Reads a yes or no that a spreadsheet, a form or a person has written. */
export const mendFlag: Mender = (input) => {
  if (typeof input !== 'string' && typeof input !== 'number') return input;
  const word = comparable(String(input));
  return YES.has(word) ? true : NO.has(word) ? false : input;
};
