/** Keeps what a visitor has done in prerendered content, when the widget draws itself in its place. */
import type { ReactiveControllerHost } from 'lit';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Attributes by which an element is found again in content that was drawn anew, maybe from a newer feed. */
const NAMES = ['id', 'data-id', 'data-field', 'data-facet', 'data-edition'];
const NAMED = NAMES.map((name) => `[${name}]`).join();

/** Finds the element of newly drawn content in the place of one of before; `undefined` where there is none. */
type Find = () => HTMLElement | undefined;

/** Watches a shadow root that a server has rendered, until the widget draws itself there. */
export class Takeover {
  /** Settles when the word is whole that a visitor is composing, as in Japanese or with a dead key; none for none. */
  composing: Promise<void> | undefined;
  readonly #root: ShadowRoot;

  /** @param host The widget, whose shadow root the parser has made. */
  constructor(host: ReactiveControllerHost & HTMLElement) {
    const root = (this.#root = host.shadowRoot!);
    root.addEventListener('compositionupdate', () => {
      this.composing ??= new Promise((resolve) => {
        const end = () => {
          this.composing = undefined;
          resolve();
          host.requestUpdate();
        };
        root.addEventListener('compositionend', end, { once: true });
      });
    });
  }

  /**
   * Looks at what is in the shadow root: fields, the focus, what is open, and pictures that are loaded.
   *
   * @returns a function that brings all that into what has taken its place.
   */
  remember(): () => void {
    const root = this.#root;
    const all = <E extends Element>(selector: string) => [...root.querySelectorAll<E>(selector)];
    const fields = all<Field>('input, textarea, select')
      .filter(isChanged)
      .map((field) => rememberField(field, root));
    const opened = all<HTMLDetailsElement>('details[open]').map((details) => finder(details, root));
    const loaded = new Set(
      all<HTMLImageElement>('img')
        .filter(isLoaded)
        .map((image) => image.currentSrc),
    );
    const focused = root.activeElement as HTMLElement | null;
    const focus = focused && rememberFocus(focused, root);
    return () => {
      for (const image of all<HTMLImageElement>('img'))
        if (loaded.has(image.currentSrc || image.src)) showAtOnce(image);
      for (const find of opened) find()?.setAttribute('open', '');
      const select = focus?.();
      // Once the update is over: the widget takes over then what is in its fields.
      queueMicrotask(() => {
        for (const fill of fields) fill();
        select?.();
      });
    };
  }
}

/** Remembers the place of an element: the nearest one with a name, and which of its kind it is in that. */
function finder(element: HTMLElement, root: ParentNode): Find {
  const named = element.closest<HTMLElement>(NAMED);
  const name = NAMES.filter((attribute) => named?.hasAttribute(attribute))[0];
  const selector = name && `[${name}="${CSS.escape(named!.getAttribute(name)!)}"]`;
  const alike = (within: ParentNode) => [...within.querySelectorAll<HTMLElement>(element.localName)];
  const index = alike(named ?? root).indexOf(element);
  return () => {
    const within = selector ? root.querySelector<HTMLElement>(selector) : root;
    return (index < 0 ? (within as HTMLElement | null) : within && alike(within)[index]) ?? undefined;
  };
}

const isBox = (field: Field): field is HTMLInputElement => /^(?:checkbox|radio)$/.test(field.type);

/** True for a field with another value than it came with. */
function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((it) => it.selected !== it.defaultSelected);
  return isBox(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

/** The words by which a visitor has chosen a box. */
const wordsOf = (box: HTMLInputElement) => box.labels?.[0]?.textContent.trim();

/** Remembers a box by what was chosen: in a newer feed another option, or other words of a consent, may have its place. */
function boxFinder(box: HTMLInputElement, root: ParentNode): Find {
  const words = wordsOf(box);
  const { type, name, value } = box;
  return () =>
    [...root.querySelectorAll('input')].filter(
      (it) => it.type === type && it.name === name && it.value === value && wordsOf(it) === words,
    )[0];
}

/** @returns a function that fills in the field in its place, and tells the widget as a browser does. */
function rememberField(field: Field, root: ParentNode): () => void {
  const { value } = field;
  const checked = isBox(field) && field.checked;
  const find = isBox(field) ? boxFinder(field, root) : finder(field, root);
  return () => {
    const target = find() as Field | undefined;
    if (target?.localName !== field.localName) return;
    if (isBox(target)) target.checked = checked;
    else target.value = value;
    target.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    if (isBox(target) || target instanceof HTMLSelectElement)
      target.dispatchEvent(new CustomEvent('change', { bubbles: true }));
  };
}

/** @returns a function that moves the focus, and gives one that selects what was selected of its text. */
function rememberFocus(focused: HTMLElement, root: ShadowRoot): () => (() => void) | undefined {
  const find = finder(focused, root);
  const { type, selectionStart, selectionEnd, selectionDirection } = focused as HTMLInputElement;
  return () => {
    const target = find() as HTMLInputElement | undefined;
    target?.focus({ preventScroll: true });
    // A field for an e-mail address has no selection.
    return target?.type === type && selectionStart != null
      ? () => target.setSelectionRange(selectionStart, selectionEnd, selectionDirection ?? undefined)
      : undefined;
  };
}

const isLoaded = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;

/** The browser has the picture: drawn later than the rest it would flicker. */
function showAtOnce(image: HTMLImageElement): void {
  image.decoding = 'sync';
  image.loading = 'eager';
}
