/** The attributes of a widget, checked as `debug` checks them in a page. */
import type { LitElement } from 'lit';
import { checkAttributes } from '../element/debug/attributes.js';
import { languages } from '../element/debug/locales/index.js';
import { createTranslator } from '../i18n/translate.js';
import { PrerenderOptionError } from './options.js';

/** Attributes that any element may have here: none that a strict policy forbids, and none that is an option itself. */
const GLOBAL = /^(?:id|class|slot|title|dir|part|exportparts|data-[\w-]+|aria-[a-z]+)$/;

/** Throws for attributes that a widget does not know, or whose values it does not: what is wrong is in `language`. */
export function assertAttributes(
  tag: string,
  elementProperties: typeof LitElement.elementProperties,
  attributes: Readonly<Record<string, string>>,
  language: string,
): void {
  const t = createTranslator(languages, language);
  const list = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const known = [...elementProperties].flatMap(([key, { attribute, state }]) =>
    state || attribute === false ? [] : typeof attribute === 'string' ? attribute : String(key).toLowerCase(),
  );
  // The feed is given in another way.
  const allowed = known.filter((name) => name !== 'data').toSorted();
  const element = { constructor: { elementProperties }, attributes: list, localName: tag, getRootNode };
  const wrong = checkAttributes(element as unknown as HTMLElement, t);
  const unknown = list
    .filter(({ name }) => !allowed.includes(name) && !GLOBAL.test(name))
    .map(({ name }) => `<${tag}> takes no attribute ${name} here. It takes: ${allowed.join(', ')}.`);
  if (wrong.length + unknown.length > 0) throw new PrerenderOptionError([...wrong, ...unknown].join('\n'));
}

/** A page with nothing else in it. */
const getRootNode = () => ({ querySelectorAll: () => [] });
