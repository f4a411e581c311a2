import { changedFeed, feedAt, type RawFeed } from './network.js';

/** A feed of made-up enterprises, each marked as an example. */
export function madeUp(name: string, enterprises: readonly Record<string, unknown>[]): string {
  const feed: RawFeed & { version: number } = {
    version: 1,
    id: name,
    language: 'nl',
    title: { nl: 'Voorbeelden', en: 'Examples', ar: 'أمثلة' },
    enterprises: enterprises.map((enterprise, index) => ({
      id: `${name}-${index}`,
      status: index % 2 === 0 ? 'running' : 'prototype',
      example: true,
      ...enterprise,
    })),
  };
  return feedAt(name, () => Response.json(feed));
}

/** The enterprises of the sample feed, over and over, each with an id of its own, until there are enough. */
export function manyOf(count: number): string {
  return changedFeed(`many-${count}`, (feed) => {
    const { enterprises } = feed;
    const copies = Array.from({ length: count }, (_, index) => {
      const { successorId: _gone, ...original } = enterprises[index % enterprises.length]!;
      return { ...original, id: `${String(original['id'])}-${index}`, example: true };
    });
    return { ...feed, enterprises: copies };
  });
}
