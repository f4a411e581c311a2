import type { Expected } from '../issues.js';

/** Words for what belongs at a place where another kind of value stands. */
export const nl: Record<Expected, string> = {
  text: 'woorden, zoals "Soep"',
  count: 'een heel getal van {min} tot en met {max}',
  number: 'een getal van {min} tot en met {max}, zoals 5.11',
  flag: 'true (ja) of false (nee)',
  list: 'een lijst, zoals [ … ]',
  object: 'een groep met {fields}',
};
