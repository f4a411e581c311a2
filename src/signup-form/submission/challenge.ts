/** A challenge against machines that the page has slotted in; its controls stand in the page. */
const CONTROLS = ['input', 'select', 'textarea'].map(
  (tag) => `[slot=challenge] ${tag}, ${tag}[slot=challenge]`,
);

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsIn(host: Element): readonly Control[] {
  return [...host.querySelectorAll<Control>(CONTROLS.join())].filter(({ disabled }) => !disabled);
}

/** What a challenge found, as names and values. */
export function challengeOf(host: Element): Readonly<Record<string, string>> {
  return Object.fromEntries(
    controlsIn(host).flatMap((control) => {
      const off = control instanceof HTMLInputElement && isBox(control) && !control.checked;
      return control.name && control.value && !off ? [[control.name, control.value]] : [];
    }),
  );
}

/** The first control of a challenge that is not done yet, by its own rules. */
export function undoneIn(host: Element): HTMLElement | undefined {
  return controlsIn(host).find((control) => !control.validity.valid);
}

function isBox({ type }: HTMLInputElement): boolean {
  return type === 'checkbox' || type === 'radio';
}
