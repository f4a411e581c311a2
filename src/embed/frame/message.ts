/**
 * The messages between a page and the frame in it: their shape, and what is left of them once they have been read. Both
 * sides may be anybody's, so nothing of a message is believed.
 */

const SOURCE = 'ceal-widgets';
const VERSION = 1;

/** A message of a page to the frame in it. */
export type ParentMessage =
  /** Asks whether somebody is there. */
  | { readonly type: 'ping' }
  /** Our pairs in the fragment of the page's address. */
  | { readonly type: 'fragment'; readonly pairs: readonly string[] };

/** A message of a frame to the page around it. */
export type FrameMessage =
  /** Tells that somebody is there: at first, as nobody else tells of a frame in a shadow root, and in answer to `ping`. */
  | { readonly type: 'ready' }
  /** The height of what is shown, in CSS pixels. */
  | { readonly type: 'height'; readonly height: number }
  /** The visitor has been led to something: its distance from the top of the frame, in CSS pixels. */
  | { readonly type: 'navigate'; readonly top: number }
  /** Our pairs in the fragment of the frame's address. */
  | { readonly type: 'fragment'; readonly pairs: readonly string[] }
  /** The widget has told something: the type of the event, and its own fields. */
  | { readonly type: 'event'; readonly event: string; readonly fields: Readonly<Record<string, unknown>> };

/** The origin of a window that has none, as of a frame in a sandbox: messages are sent to it whatever it is. */
export const OPAQUE = 'null';

/** Sends a message to a window, if it has this origin; to whatever is in it where none is given. */
export const post = (
  to: Window | null,
  message: ParentMessage | FrameMessage,
  origin: string = OPAQUE,
): void => to?.postMessage({ source: SOURCE, v: VERSION, ...message }, origin === OPAQUE ? '*' : origin);

/** True for a message of a page. What comes from another window is a copy: it stays as it was looked at. */
export function isParentMessage(data: unknown): data is ParentMessage {
  const { type, pairs } = received(data as Received);
  return type === 'ping' || (type === 'fragment' && arePairs(pairs));
}

/** True for a message of a frame. */
export function isFrameMessage(data: unknown): data is FrameMessage {
  const { type, height, top, pairs, event, fields } = received(data as Received);
  return (
    type === 'ready' ||
    (type === 'height' && Number.isFinite(height) && (height as number) > 0) ||
    (type === 'navigate' && Number.isFinite(top)) ||
    (type === 'fragment' && arePairs(pairs)) ||
    (type === 'event' && isLike(EVENT, event) && Object(fields) === fields)
  );
}

/** Anything at all, as every value but the two that are nothing has fields to ask for. */
type Received = Readonly<Record<string, unknown>> | null | undefined;

const received = (data: Received): NonNullable<Received> =>
  data?.['source'] === SOURCE && data['v'] === VERSION ? data : {};

const isLike = (pattern: RegExp, value: unknown): boolean => typeof value === 'string' && pattern.test(value);

/**
 * The type of an event of ours that tells what has happened: `…ed`, `…invalid`, `…issues`. One that asks for leave, as
 * before a sign-up is sent, is none: what listens to it on the page may send something itself.
 */
const EVENT = /^ceal-[a-z-]{1,60}(ed|id|es)$/;

/** A pair of a widget's in `URLSearchParams` syntax, as `ceal-gallery.q=soep`. */
const PAIR = /^ceal-[\w.%-]{1,60}=[^&#\s]{0,400}$/;
const MAX_PAIRS = 32;

const arePairs = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= MAX_PAIRS && value.every((pair) => isLike(PAIR, pair));

/** Our pairs in the fragment of an address: of the rest, which may hold what is nobody's business, nothing is passed on. */
export const pairsIn = (hash: string): readonly string[] =>
  hash
    .slice(1)
    .split(/[&?]/)
    .filter((pair) => PAIR.test(pair));
