/**
 * A stand-in for the translators of pages, which work as those of browsers do: each text is taken out and stands in two
 * `<font>` in its place, in open shadow roots too, and so does each text that comes later.
 */
/// <reference types="mocha" />

const BEFORE = '⟨';
const AFTER = '⟩';
const NOT_TRANSLATED = 'script, style, textarea, font, [translate=no]';

/** A text that is in the other language already, such as one that was read from the page, stays as it is. */
const translate = (text: string) =>
  text.includes(BEFORE) ? text : text.replace(/\S(.*\S)?/s, (words) => `${BEFORE}${words}${AFTER}`);

/** The words as they were before they were translated. */
export const untranslated = (text: string): string => text.replaceAll(BEFORE, '').replaceAll(AFTER, '');

let observer: MutationObserver | undefined;

/** Translates what is in an element and what comes into it, until the end of the test. */
export function translatePage(root: Node): void {
  observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      if (target instanceof Text) translateIn(target);
      for (const node of addedNodes) translateIn(node);
    }
  });
  follow(root);
}

/** The way back: the page as it was written. */
export function stopTranslating(): void {
  observer?.disconnect();
  observer = undefined;
}

function follow(root: Node): void {
  observer!.observe(root, { subtree: true, childList: true, characterData: true });
  translateIn(root);
}

function translateIn(node: Node): void {
  if (node instanceof Text) return translateText(node);
  if (node instanceof Element) {
    if (node.matches(NOT_TRANSLATED)) return;
    if (node.shadowRoot) follow(node.shadowRoot);
  }
  for (const child of [...node.childNodes]) translateIn(child);
}

function translateText(text: Text): void {
  if (text.data.trim() === '' || !text.parentElement || text.parentElement.closest(NOT_TRANSLATED)) return;
  const [outer, inner] = [document.createElement('font'), document.createElement('font')];
  inner.textContent = translate(text.data);
  outer.append(inner);
  text.replaceWith(outer);
}

afterEach(stopTranslating);
