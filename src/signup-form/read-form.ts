import { takesSeveral, type Field, type Values } from '../signup/fields.js';

/** A form that is shown, and the values that stood in it when it was last written or read. */
export class ShownForm {
  readonly #form: HTMLFormElement;
  readonly #fields: readonly Field[];
  #values: Values;

  constructor(form: HTMLFormElement, fields: readonly Field[]) {
    this.#form = form;
    this.#fields = fields;
    this.#values = this.#read();
  }

  /** Takes the values that are others than before; not everything that fills in fields fires events. */
  takeChanges(): Values {
    const before = this.#values;
    this.#values = this.#read();
    return Object.fromEntries(
      Object.entries(this.#values).filter(([name, value]) => String(value) !== String(before[name])),
    );
  }

  #read(): Values {
    const data = new FormData(this.#form);
    const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');
    return Object.fromEntries(
      this.#fields.map((field) => {
        const { name } = field;
        return [name, takesSeveral(field) ? data.getAll(name).map(text) : text(data.get(name))];
      }),
    );
  }
}
