import { comparable, type Mender } from './mend.js';

const YES = new Set(
  'true 1 yes y t on x ✓ ✔ ✅ ☑ √ v checked selected ja j waar of or aan wahr oui vrai sí si'.split(' '),
);
const NO = new Set(
  'false 0 no n f off ✗ ✘ ❌ ☐ unchecked nee onwaar uit nein falsch non faux niet geen none null'.split(' '),
);

/** Reads a yes or no that a spreadsheet, a form or a person has written. */
export const mendFlag: Mender = (input) => {
  if (typeof input !== 'string' && typeof input !== 'number') return input;
  const word = comparable(String(input)).replace(
    /^[='"‘“]+|[.,;!'"’”]+$|\(\)$|(?<=^[01])[.,]0+$|\ufe0f/g,
    '',
  );
  return YES.has(word) ? true : NO.has(word) ? false : input;
};
