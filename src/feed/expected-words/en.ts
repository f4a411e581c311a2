import type { Expected } from '../issues.js';

export const en: Record<Expected, string> = {
  text: 'words, such as "Soup"',
  count: 'a whole number from {min} to {max}',
  number: 'a number from {min} to {max}, such as 5.11',
  flag: 'true (yes) or false (no)',
  list: 'a list, such as [ … ]',
  object: 'a group with {fields}',
};
