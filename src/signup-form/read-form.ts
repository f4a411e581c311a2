import { takesSeveral, type Field, type Values } from '../signup/fields.js';

/** Reads the values of all fields, for not everything that fills in a form fires events. */
export function readFormValues(form: HTMLFormElement, fields: readonly Field[]): Values {
  const data = new FormData(form);
  const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');
  return Object.fromEntries(
    fields.map((field) => {
      const { name } = field;
      return [name, takesSeveral(field) ? data.getAll(name).map(text) : text(data.get(name))];
    }),
  );
}
