import { flatMap } from '../lists.js';
import { isRecord } from './record.js';

/**
 * The JSON of lists, records, texts, numbers, booleans and `null`: as `JSON.stringify` without a `toJSON`, which old
 * libraries put on every list and record of a page.
 */
export function toJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => toJson(item ?? null)).join()}]`;
  // eslint-disable-next-line no-restricted-syntax -- Texts and numbers are asked for no `toJSON`.
  if (!isRecord(value)) return JSON.stringify(value);
  const members = flatMap(Object.entries(value), ([key, member]) =>
    member === undefined ? [] : `${toJson(key)}:${toJson(member)}`,
  );
  return `{${members.join()}}`;
}
