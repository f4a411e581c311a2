import { CONSENTS, takesSeveral, type Field, type Values } from '../signup/fields.js';
import { flatMap } from '../lists.js';

/** Names and values of an attribute such as `name=Noor&roles=student`; a name may stand there several times. */
export function presetPairs(text: string | undefined): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(text)].filter(([name]) => name !== '');
}

/** Values that the page fills in beforehand, for these fields. Never a consent, which counts only when given. */
export function prefilled(text: string | undefined, fields: readonly Field[]): Values {
  const pairs = presetPairs(text);
  return Object.fromEntries(
    flatMap(fields, (field) => {
      const { name } = field;
      const values = pairs.filter(([key]) => key === name).map(([, value]) => value);
      if (values.length === 0 || CONSENTS.includes(name)) return [];
      return [[name, takesSeveral(field) ? values : values[0]!]];
    }),
  );
}
