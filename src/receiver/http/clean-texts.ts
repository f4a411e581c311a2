import { cleanText, safeText } from '../../signup/rules.js';
import { MAX_SENT_LENGTH } from '../entry.js';
import { BOUNDS, RefusedBody } from './bounds.js';
import type { Yielder } from './yielder.js';

/** A run of marks that no script writes: more of them take quadratic time to normalise (UAX #15, stream-safe text). */
const LONG_RUN_OF_MARKS = /(\p{M}{30})\p{M}+/gu;

/**
 * Cleans the texts of a body. Those that are too long for any field stay as they are: whoever reads the entry refuses
 * them by name. Rejects with `RefusedBody` where they are too many.
 */
export function cleanTexts(body: unknown, yielder: Yielder): Promise<unknown> {
  let units = 0;
  return clean(body);

  async function clean(value: unknown): Promise<unknown> {
    if (typeof value === 'string') return cleanOne(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) items.push(await clean(item));
      return items;
    }
    const entries: [string, unknown][] = [];
    for (const [name, item] of Object.entries(value)) {
      count(name);
      if (name.length > BOUNDS.name || safeText(name).search(LONG_RUN_OF_MARKS) >= 0)
        throw new RefusedBody('too-many-values');
      entries.push([name, await clean(item)]);
    }
    return Object.fromEntries(entries);
  }

  async function cleanOne(text: string): Promise<string> {
    if (text.length > MAX_SENT_LENGTH) return text;
    count(text);
    await yielder.pause();
    return cleanText(safeText(text).replace(LONG_RUN_OF_MARKS, '$1'), { multiline: true });
  }

  function count(text: string): void {
    units += text.length;
    if (units > BOUNDS.text) throw new RefusedBody('too-large');
  }
}
