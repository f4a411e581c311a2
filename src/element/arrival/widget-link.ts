import type { LitElement } from 'lit';
import type { FeedController } from '../feed/feed-controller.js';

export interface DeepLinkHost extends LitElement {
  /** True where the page lets this widget use the address. */
  deepLink: boolean;
}

/** Everything that an address can say of a kind of widget. */
export interface LinkTargets {
  /** The widget's short name, as in `ceal-<name>.…`. */
  readonly name: string;
  /** The keys that lead to one thing, as `open` does. */
  readonly keys: readonly string[];
  /** @returns whether the feed has what a key leads to, or a value to filter by. */
  readonly knows: (key: string, value: string) => boolean;
  /** The element of what the address leads to; `null` until it is rendered. */
  readonly find: () => HTMLElement | null;
  /** Called when the visitor or the page has changed this widget's part of the address. */
  readonly onNavigate: (values: URLSearchParams) => void;
  /** Called when a visitor does something else after a link to what the feed does not have. */
  readonly onGiveUp?: () => void;
}

/** What the code that comes with an address works on: `DeepLink`. */
export interface WidgetLink {
  readonly host: DeepLinkHost;
  readonly feed: FeedController;
  readonly targets: LinkTargets;
  /** The part of the address that is still to be brought into sight. */
  arriving: URLSearchParams | undefined;
  /** True if the visitor went there; false if the page was opened there. */
  byVisitor: boolean;
  /** The key that leads to what the feed does not have; a visitor is told until they do something else. */
  missing: string | undefined;
  /** What the host read of the address before this code had come, as text. */
  readonly firstRead: string;
  /** The part of the address as it stands; of several widgets with the same keys only the first is led to one thing. */
  readonly values: URLSearchParams;
  /** True for the first of the widgets with the same keys. */
  readonly isFirst: boolean;
  /** The beginning of this widget's keys in the address. */
  readonly prefix: string;
  /**
   * The beginning of keys that name no id: links from before there was one, and those of files, which know none. The
   * first widget of its kind has them; the others, and one without an id, `undefined`.
   */
  readonly sharedPrefix: string | undefined;
}
