const FIELDS = 'input,select,textarea';
const PRESSED = ',a,button,summary';

/** The key that a widget has answered last: the rest of its press is the widget's too. */
let answered: string | undefined;

/**
 * Keeps to a widget the keys that it answers itself: what is typed in a field, what presses a control, what a handler
 * has dealt with, and the Escape that closes its dialog. A page with shortcuts sees only the widget as their target, and
 * takes typing for shortcuts. What leaves a field, and keys with a modifier that edit nothing, are the page's as ever.
 */
function keepOwnKey(event: KeyboardEvent): void {
  const { currentTarget: host, key, type } = event;
  // What the page has put into the widget is its own.
  if (event.target !== host) return;
  const isOwn = isAnswered(event, event.composedPath()[0] as Element, host as Element);
  if (type === 'keydown') answered = isOwn ? key : undefined;
  if (isOwn || key === answered) event.stopPropagation();
}

function isAnswered(
  { key, ctrlKey, altKey, metaKey, defaultPrevented }: KeyboardEvent,
  target: Element,
  host: Element,
): boolean {
  if (defaultPrevented) return true;
  // Longer names are of keys that edit with a modifier too, as by the word; the letters copy, paste and undo.
  if ((ctrlKey || altKey || metaKey) && !/^[acvxyz]$|../.test(key)) return false;
  if (key === 'Escape') return !!host.shadowRoot?.querySelector('dialog[open]');
  return !/^(Tab|F\d+)$/.test(key) && target.matches(FIELDS + (/^( |Enter)$/.test(key) ? PRESSED : ''));
}

/** Has a widget keep its own keys. */
export function keepOwnKeys(host: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const) host.addEventListener(type, keepOwnKey);
}
