/** Controls of a challenge against machines, which the page has slotted in. */
const CONTROLS = ['input', 'select', 'textarea'].map(
  (tag) => `[slot=challenge] ${tag}, ${tag}[slot=challenge]`,
);

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsIn(host: Element): readonly Control[] {
  return [...host.querySelectorAll<Control>(CONTROLS.join())].filter(({ disabled }) => !disabled);
}

/** The result of a challenge, as names and values. */
export function challengeOf(host: Element): Readonly<Record<string, string>> {
  return Object.fromEntries(
    controlsIn(host).flatMap((control) => {
      const isOff = control instanceof HTMLInputElement && isBox(control) && !control.checked;
      return control.name && control.value && !isOff ? [[control.name, control.value]] : [];
    }),
  );
}

/** The first control of a challenge that is not done yet, by its own rules. */
export function firstInvalidControl(host: Element): HTMLElement | undefined {
  return controlsIn(host).find((control) => !control.validity.valid);
}

function isBox({ type }: HTMLInputElement): boolean {
  return type === 'checkbox' || type === 'radio';
}
