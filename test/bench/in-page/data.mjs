/** The same example content for every implementation: ours gets it as a feed, the peers as plain fields. */
import { generateFeed } from '../../../out/stories/feeds/generate.js';
import { itemsOf } from './items.mjs';

const PICTURE = { src: '/pixel.gif', width: 120, height: 90 };

/** No badges, which no peer has, and a picture that costs every implementation the same. */
const plain = (entry) => ({ ...entry, example: undefined, image: entry.image && PICTURE });

export function feedOf(count) {
  const feed = generateFeed({ enterprises: count, seed: 46 });
  return { ...feed, enterprises: feed.enterprises.map(plain) };
}

export const items = (count) => itemsOf(feedOf(count));

export function timelineFeedOf(count) {
  const feed = generateFeed({ enterprises: 0, sessions: count, seed: 7 });
  return { ...feed, sessions: feed.sessions.map(plain) };
}

/** Dated events for the timelines. */
export function events(count) {
  return timelineFeedOf(count).sessions.map(({ id, title, summary, start, kind }) => ({
    id,
    title,
    text: summary,
    start,
    kind,
  }));
}
