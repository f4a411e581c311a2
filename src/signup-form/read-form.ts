import { takesSeveral, type Field, type Values } from '../signup/fields.js';

/** What stands in the fields: read from all of them, for not everything that fills in a form says so. */
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
