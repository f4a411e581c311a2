/** The widgets that the contract is held against, and ways to put them onto the test page. */
import { html, type LitElement } from 'lit';
import '../../src/ceal-feed/define.js';
import type { CealFeed } from '../../src/ceal-feed/ceal-feed.js';
import { nl } from '../../src/element/locales/nl.js';
import { nl as notices } from '../../src/element/notices/locales/nl.js';
import type { Raw } from '../support/browser/feed.js';
import { mount, until } from '../support/browser/page.js';
import { one, textOf } from '../support/browser/tree.js';

/** A widget as the contract knows it. */
export interface Subject {
  readonly tag: string;
  /** A feed without a fault, in which the widget finds something to show. */
  readonly feed: Raw;
  /** The section that it is about. */
  readonly section: string;
  /** Words of that feed that the widget shows; they stand nowhere else in it. */
  readonly shows: string;
  /** Attributes that the widget needs besides a feed. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** The face that every widget has. */
export interface Widget extends LitElement {
  data: unknown;
  src: string | undefined;
  labels: unknown;
  heading: string | undefined;
  refresh(): Promise<void>;
}

/** Attributes by name; what is no string is set as a property. */
export type Setting = Readonly<Record<string, unknown>>;

export function create(subject: Subject, setting: Setting = {}, ...children: Node[]): Widget {
  const widget = document.createElement(subject.tag) as Widget;
  for (const [name, value] of Object.entries({ ...subject.attributes, ...setting }))
    if (typeof value === 'string') widget.setAttribute(name, value);
    else (widget as unknown as Record<string, unknown>)[name] = value;
  widget.append(...children);
  return widget;
}

/** Puts a widget on the page until the end of the test. */
export async function put(subject: Subject, setting?: Setting, ...children: Node[]): Promise<Widget> {
  const widget = create(subject, setting, ...children);
  (await mount(html`<div></div>`)).append(widget);
  await widget.updateComplete;
  return widget;
}

/** The widget with its feed, read to its end. */
export async function putReady(subject: Subject, setting?: Setting, ...children: Node[]): Promise<Widget> {
  const widget = await put(subject, { data: subject.feed, ...setting }, ...children);
  await whole(widget);
  return widget;
}

/** A widget is whole when every entry of its feed has been checked: then it tells what is wrong with the feed. */
async function whole(widget: Widget): Promise<void> {
  await until(widget, () => rootOf(widget).getAttribute('aria-busy') === 'false');
  await idle();
  await widget.updateComplete;
}

/** The rest of a feed is checked in tasks of their own; small feeds need one. */
export const idle = (): Promise<void> => new Promise((resolve) => setTimeout(() => setTimeout(resolve)));

export async function putInFeed(
  subject: Subject,
  setting: Setting,
): Promise<{ readonly widget: Widget; readonly feed: CealFeed }> {
  const feed = await mount<CealFeed>(html`<ceal-feed></ceal-feed>`);
  Object.assign(feed, setting);
  const widget = create(subject);
  feed.append(widget);
  await widget.updateComplete;
  return { widget, feed };
}

export const rootOf = (widget: Widget): HTMLElement => one(widget, '[part~=root]');

export const saysOf = textOf;

/** Comes back when a widget says something. */
export const says = (widget: Widget, text: string): Promise<void> =>
  until(widget, () => textOf(widget).includes(text));

/** The subject's feed under another name: tells one feed from another. */
export const renamed = (subject: Subject, name: string): Raw =>
  JSON.parse(JSON.stringify(subject.feed).replaceAll(subject.shows, name)) as Raw;

/** A feed without content. */
export const EMPTY_FEED: Raw = { version: '1.0', id: 'leeg', language: 'nl' };

export const WORDS = { ...nl, ...notices };

/** A JSON script, as a page's author writes it inside an element. */
export function script(content: unknown, attribute?: string): HTMLScriptElement {
  const element = document.createElement('script');
  element.type = 'application/json';
  if (attribute) element.setAttribute(attribute, '');
  element.textContent = typeof content === 'string' ? content : JSON.stringify(content);
  return element;
}

/** An element for a slot. */
export function slotted(text: string, slot?: string): HTMLElement {
  const element = document.createElement('p');
  if (slot) element.slot = slot;
  element.textContent = text;
  return element;
}
