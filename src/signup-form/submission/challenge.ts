import { flatMap } from '../../lists.js';

/** Controls of a challenge against machines, which the page has slotted in. */
const CONTROLS = ':is([slot=challenge], [slot=challenge] *):is(input, select, textarea)';

/** Types of controls that give their value only while they are ticked. */
const BOXES = ['checkbox', 'radio'];

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsIn(host: Element): readonly Control[] {
  return [...host.querySelectorAll<Control>(CONTROLS)].filter(({ disabled }) => !disabled);
}

/** The result of a challenge, as names and values. */
export function challengeOf(host: Element): Readonly<Record<string, string>> {
  return Object.fromEntries(
    flatMap(controlsIn(host), (control) => {
      const isOff = BOXES.includes(control.type) && !(control as HTMLInputElement).checked;
      return control.name && control.value && !isOff ? [[control.name, control.value]] : [];
    }),
  );
}

/** The first control of a challenge that is not done yet, by its own rules. */
export function firstInvalidControl(host: Element): HTMLElement | undefined {
  return controlsIn(host).filter((control) => !control.validity.valid)[0];
}
