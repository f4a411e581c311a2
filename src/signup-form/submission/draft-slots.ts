import { attempt } from '../../feed/attempt.js';

/** Drafts that the browser does not keep; they last as long as the page. */
const memory = new Map<string, string>();
/** The owner of each slot that is taken. */
const owners = new Map<string, object>();

/** Takes a slot of the storage for a form. Two equal forms on a page get a slot each. */
export function acquireSlot(key: string, owner: object): string {
  let slot = key;
  for (let n = 2; (owners.get(slot) ?? owner) !== owner; n++) slot = `${key} ${n}`;
  owners.set(slot, owner);
  return slot;
}

export function releaseSlot(owner: object): void {
  for (const [slot, other] of owners) if (other === owner) owners.delete(slot);
}

/**
 * Keeps a draft, or removes it when it is empty.
 *
 * @returns whether it will still be there after the page.
 */
export function writeSlot(slot: string, text: string): boolean {
  memory.delete(slot);
  try {
    // Where there is no room for this draft, the older one goes all the same.
    sessionStorage.removeItem(slot);
    if (text !== '') sessionStorage.setItem(slot, text);
    return true;
  } catch {
    // Storage is forbidden here, or full.
    if (text !== '') memory.set(slot, text);
    return text === '';
  }
}

/** The draft in a slot; `null` where there is none. */
export function readSlot(slot: string): string | null {
  return memory.get(slot) ?? attempt(() => sessionStorage.getItem(slot)) ?? null;
}
