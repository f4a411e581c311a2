/**
 * Bounds on a body, held while it is read and before anything is built from it: far above the largest entry that the
 * rules allow, and low enough that no body keeps other visitors waiting.
 */
export const BOUNDS = {
  /** Fifty questions of 5,000 characters written as escapes, and some room. */
  bytes: 2 * 1024 * 1024,
  /** The mean of what a piece of a body has, once there are many: no network cuts packets as small as that. */
  pieceBytes: 256,
  freePieces: 200,
  /** Values: objects, lists and what is in them; the names and values of a form. */
  values: 2_000,
  /** Names of objects, or of a form. */
  names: 500,
  /** Levels of JSON. An entry has three. */
  depth: 8,
  /** Bytes of the head of a part of a form. */
  partHead: 2_048,
  /** UTF-16 code units of a name. */
  name: 1_000,
  /** UTF-16 code units of all names and texts together. */
  text: 800_000,
} as const;

/** Thrown for a body that cannot be an entry, or holds more than one can. */
export class RefusedBody extends Error {
  constructor(readonly reason: 'unreadable' | 'too-many-values' | 'too-large') {
    super(reason);
  }
}

/** Counts the next piece of a body; throws `RefusedBody` once a bound is broken. */
export type BodyCounter = (piece: Uint8Array) => void;

const [QUOTE, AMPERSAND, COMMA, COLON] = [0x22, 0x26, 0x2c, 0x3a];
const [OPEN_LIST, BACKSLASH, CLOSE_LIST] = [0x5b, 0x5c, 0x5d];
const [OPEN_OBJECT, CLOSE_OBJECT] = [0x7b, 0x7d];

/** Makes a counter of the values and names of JSON, and of its levels. */
export function jsonCounter(): BodyCounter {
  let values = 0;
  let names = 0;
  let depth = 0;
  let isText = false;
  let isEscaped = false;
  return (piece) => {
    for (const byte of piece) {
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
      } else if (byte === QUOTE) isText = true;
      else if (byte === COMMA) values += 1;
      else if (byte === COLON) names += 1;
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        values += 1;
        depth += 1;
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
      if (depth > BOUNDS.depth) throw new RefusedBody('unreadable');
      if (values > BOUNDS.values || names > BOUNDS.names) throw new RefusedBody('too-many-values');
    }
  };
}

/** Makes a counter of the names and values of a form that is sent as an address would be. */
export function urlEncodedCounter(): BodyCounter {
  let values = 1;
  return (piece) => {
    for (const byte of piece) if (byte === AMPERSAND) values += 1;
    if (values > BOUNDS.values) throw new RefusedBody('too-many-values');
  };
}

/** Makes a counter of the bytes of a body, and of the pieces in which it comes: each piece is work of its own. */
export function pieceCounter(): BodyCounter {
  let pieces = 0;
  let bytes = 0;
  return ({ length }) => {
    pieces += 1;
    bytes += length;
    const maxPieces = BOUNDS.freePieces + bytes / BOUNDS.pieceBytes;
    if (bytes > BOUNDS.bytes || pieces > maxPieces) throw new RefusedBody('too-large');
  };
}
