/** A widget on a server, where no browser calls it: given its attributes and its feed, it is ready to be rendered. */
import type { LitElement, TemplateResult } from 'lit';
import { registry } from '../registry.js';
import type { FeedController } from '../element/feed/feed-controller.js';
import { PrerenderOptionError } from './options.js';

/** The parts of a widget that a server calls, and a page never does. */
export interface ServerElement {
  readonly feed: FeedController;
  readonly allPending: readonly Promise<void>[];
  attributeChangedCallback(name: string, before: string | null, value: string): void;
  willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void;
  render(): TemplateResult;
}

type ServerElementClass = Pick<typeof LitElement, 'elementProperties'> & { new (): ServerElement };

/** Data that a widget finds in its page, and is given here. */
export interface Surroundings {
  readonly feed: unknown;
  /** Address from which relative addresses of the feed start. */
  readonly base: string;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The tags of the elements that show something. */
const WIDGETS: readonly string[] = Object.keys(registry).filter((tag) => tag !== 'ceal-feed');

/** @returns the tag of a widget that is named with or without the prefix. Throws for any other name. */
export function widgetTag(name: string): string {
  const tag = WIDGETS.find((known) => known === name || known === `ceal-${name}`);
  if (tag !== undefined) return tag;
  const names = WIDGETS.map((known) => known.replace('ceal-', '')).join(', ');
  throw new PrerenderOptionError(`There is no widget "${name}". There are: ${names}.`);
}

/** The class of a widget. */
export async function widgetClass(tag: string): Promise<ServerElementClass> {
  await registry[tag]!();
  return customElements.get(tag) as unknown as ServerElementClass;
}

/** Makes a widget with its attributes, and waits until it has read its feed and has all that it needs. */
export async function readyElement(
  Widget: ServerElementClass,
  attributes: Readonly<Record<string, string>>,
  { feed, base, language, now }: Surroundings,
): Promise<ServerElement> {
  const element = new Widget();
  // The page around it, as far as a widget looks there.
  Object.defineProperties(element, {
    isConnected: { value: true },
    baseURI: { value: base },
    now: { value: now },
    querySelector: { value: () => null },
  });
  for (const [name, value] of Object.entries(attributes)) element.attributeChangedCallback(name, null, value);
  Object.assign(element, { id: attributes['id'] ?? '', data: feed, chosenLanguage: language });
  const changed = new Map([...Widget.elementProperties.keys()].map((name) => [name, undefined]));
  for (let isReady = false; !isReady;) {
    element.willUpdate(changed);
    const { allPending } = element;
    await Promise.all(allPending);
    isReady = allPending.length === 0 && element.feed.ready?.complete !== false;
    if (!isReady) element.feed.readAll();
  }
  return element;
}
