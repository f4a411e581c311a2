import type { ComplexAttributeConverter } from 'lit';
import { parseJson } from '../feed/record.js';

/**
 * Converters from attributes to properties. Site builders add spaces and write booleans in many ways, so every attribute
 * is trimmed and nothing here ever throws.
 */

/** Text; empty is none. */
export const trimmed: ComplexAttributeConverter<string | undefined> = {
  fromAttribute: (value) => value?.trim() || undefined,
};

/** Absent and `false` are off; present, empty and anything else are on. */
export const flag: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value.trim().toLowerCase() !== 'false',
};

/** Like `flag`, but on when absent: off only where it says `false`. */
export const flagOn: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value?.trim().toLowerCase() !== 'false',
};

/** A converter that knows the words it takes; none given takes any. */
interface WordConverter<T> extends ComplexAttributeConverter<T> {
  readonly values: readonly string[];
}

/** One of a few words; anything else is the first. */
export function choice<const V extends readonly [string, ...string[]]>(values: V): WordConverter<V[number]> {
  return {
    values,
    fromAttribute: (value) => values.filter((known) => known === value?.trim().toLowerCase())[0] ?? values[0],
  };
}

/** A number that is not negative, or not under `least`; anything else is the fallback. */
export function amount(fallback: number, least = 0): ComplexAttributeConverter<number> {
  return {
    fromAttribute: (value) => {
      const number = Number(value?.trim() || NaN);
      return Number.isFinite(number) && number >= least ? number : fallback;
    },
  };
}

/** A list of words between spaces or commas; those of the fallback are the ones it takes, where there are some. */
export function wordListOr(fallback: readonly string[]): WordConverter<readonly string[]> {
  return { values: fallback, fromAttribute: (value) => value?.split(/[\s,]+/).filter(Boolean) ?? fallback };
}

/** A list of words; none when absent. */
export const wordList = wordListOr([]);

/** JSON; what cannot be read is none. */
export const json: ComplexAttributeConverter<unknown> = {
  fromAttribute: parseJson,
};

/** True for the word that says that there shall be nothing. */
export const isNone = (text: string | undefined): boolean => text?.toLowerCase() === 'none';
