import { attempt } from './attempt.js';

type UnknownRecord = Readonly<Record<string, unknown>>;

/** @returns whether a value is an object with keys: no list, no function and not `null`. */
export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns the value where it is a record, else an empty one. */
export function asRecord(value: unknown): UnknownRecord {
  return isRecord(value) ? value : {};
}

/**
 * True for what spreadsheets and content management systems write where there is nothing: `null`, an empty text, list or
 * object. Also for `undefined`.
 */
export function isAbsent(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (typeof value === 'object' && (Array.isArray(value) ? value : Object.keys(value)).length === 0)
  );
}

/** Parses JSON; `undefined` for a text that is none, and for none at all. */
export const parseJson = (text: string | null): unknown => attempt(() => JSON.parse(text ?? '') as unknown);
