import { ID_PATTERN } from '../patterns.js';
import type { Mender } from './mend.js';

const MAX_ID_CHARACTERS = 64;

/**
 * Makes an id of what a content management system or a person wrote as one: the same one each time, so that both sides
 * of a reference meet. Braces, accents and capitals go; what stands between letters and digits becomes a hyphen.
 */
export const mendId: Mender = (input) => {
  if (typeof input !== 'string' && !Number.isSafeInteger(input)) return input;
  const text = String(input);
  if (ID_PATTERN.test(text)) return text;
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, MAX_ID_CHARACTERS)
    .replace(/-+$/, '');
  return ID_PATTERN.test(slug) ? slug : input;
};
