import { ID_PATTERN } from '../patterns.js';
import { isRecord } from '../record.js';
import { nameIn, type Mender } from './mend.js';

const MAX_ID_CHARACTERS = 64;

/** A number for a text, the same each time (FNV-1a), for an id where a text has no letter of one. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  return value.toString(36);
}

/**
 * Makes an id of what a content management system or a person wrote as one: the same one each time, so that both sides
 * of a reference meet. Braces, accents and capitals go; what stands between letters and digits becomes a hyphen.
 */
export const mendId: Mender = (input) => {
  // A reference to an entry may be a part of that entry.
  if (isRecord(input))
    return mendId(input['id'] ?? input['target_id'] ?? input['term_id'] ?? nameIn(input) ?? NaN) || input;
  if (typeof input !== 'string' && !(typeof input === 'number' && Number.isFinite(input))) return input;
  if (ID_PATTERN.test(String(input))) return String(input);
  const text = String(input).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (ID_PATTERN.test(text)) return text;
  const slug = text
    // Spreadsheets with empty cells write whole numbers so.
    .replace(/^(\d+)\.0$/, '$1')
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (/[^\x00-\x7fßøæ]/u.test(text)) return `${slug.slice(0, 50)}-${hash(text)}`.replace(/^-/, 'id-');
  const id = slug.slice(0, MAX_ID_CHARACTERS).replace(/-+$/, '');
  return ID_PATTERN.test(id) ? id : input;
};

/** The words by which an entry without an id is known: a text in its first language. */
function wordsOf(value: unknown): unknown {
  return isRecord(value) ? Object.values(value).filter((text) => typeof text === 'string')[0] : value;
}

/** An id for an entry that has none, of its name and its first date. */
export function idFor(entry: unknown): unknown {
  if (!isRecord(entry)) return mendId(entry);
  const name = wordsOf(entry['name'] ?? entry['title'] ?? entry['label'] ?? entry['text']);
  const date = entry['start'] ?? entry['date'];
  const isWord = (value: unknown): value is string | number =>
    typeof value === 'string' || typeof value === 'number';
  if (!isWord(name)) return undefined;
  return mendId(isWord(date) ? `${name} ${String(date).slice(0, 10)}` : name);
}
