import { toJson } from '../../feed/json.js';
import { attempt } from '../../feed/attempt.js';

const MAX_SHOWN_CHARACTERS = 80;

/** @returns the value that a pointer leads to, as it was written and shortened; empty for none. */
export function writtenAt(feed: unknown, pointer: string): string {
  const steps = pointer.split('/').slice(1);
  const at = (holder: unknown, step: string) =>
    (holder as Readonly<Record<string, unknown>>)[step.replace(/~1/g, '/').replace(/~0/g, '~')];
  return (
    attempt(() => {
      let value = feed;
      for (const step of steps) value = at(value, step);
      return shortened(value);
    }) ?? ''
  );
}

function shortened(value: unknown): string {
  if (value === undefined) return '';
  if (typeof value !== 'object' || value === null) {
    const text = typeof value === 'string' ? value.slice(0, MAX_SHOWN_CHARACTERS) : value;
    return toJson(text);
  }
  if (Array.isArray(value)) return '[ … ]';
  const known = ['id', 'name', 'title', 'label'].filter((key) => key in value).slice(0, 2);
  const fields = known.map((key) => `"${key}": ${shortened((value as Record<string, unknown>)[key])}`);
  return fields.length > 0 ? `{ ${fields.join(', ')} }` : '{ … }';
}
