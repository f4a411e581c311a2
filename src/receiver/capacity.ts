import type { FeedDocument } from '../feed/document.js';
import { editions, type Edition } from '../feed/sections/editions.js';
import { windowOf } from '../signup/window.js';
import { UNKNOWN_CAPACITY, type Capacity } from './allocate-places.js';

/** The places of an edition by a feed, at an instant in epoch milliseconds. */
export function capacityIn(document: FeedDocument, id: string, instant: number): Capacity {
  const edition = document.read(editions).values.find((other) => other.id === id);
  return edition ? capacityOf(edition, instant) : UNKNOWN_CAPACITY;
}

function capacityOf(edition: Edition, instant: number): Capacity {
  const { state } = windowOf(edition, instant);
  return {
    limit: edition.capacity ?? Infinity,
    offers: state !== 'cancelled' && edition.status !== 'finished',
    promotes: state === 'open',
  };
}
