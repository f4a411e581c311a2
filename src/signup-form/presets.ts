import { CONSENTS, takesSeveral, type Field, type Values } from '../signup/fields.js';

/** What a page writes in an attribute as `name=Noor&roles=student`: names and values, a name perhaps several times. */
function pairsIn(text: string | undefined): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(text)].filter(([name]) => name !== '');
}

/** What a page fills in beforehand, for the fields that there are. Never a consent, which counts only when given. */
export function prefilled(text: string | undefined, fields: readonly Field[]): Values {
  const given = pairsIn(text);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { name } = field;
      const values = given.filter(([key]) => key === name).map(([, value]) => value);
      if (values.length === 0 || CONSENTS.includes(name)) return [];
      return [[name, takesSeveral(field) ? values : values[0]!]];
    }),
  );
}

/** What a page sends along for itself. */
export function hiddenFields(text: string | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(pairsIn(text));
}
