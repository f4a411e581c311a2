import { announce } from '../../element/announcer.js';
import type { CalendarTranslator } from './locales/index.js';
import { showNote, type Note } from './note.js';

/**
 * Copies the address that stands before a button. Where the page or the browser does not allow it, the address is
 * selected, so that a visitor can copy it.
 */
export async function copyAddress(
  host: HTMLElement,
  button: HTMLElement,
  address: string,
  { t, own }: Pick<Note, 't'> & { readonly own: CalendarTranslator },
): Promise<void> {
  const isCopied = await writeToClipboard(address);
  if (!isCopied && button.previousElementSibling)
    getSelection()?.selectAllChildren(button.previousElementSibling);
  const words = own(isCopied ? 'copied' : 'copyYourself');
  showNote(host, button, { words, t });
  announce(words, t.language);
}

async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
