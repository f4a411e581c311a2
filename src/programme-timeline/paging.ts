/** Number of sessions shown at first and added by each "show more": enough to read, few enough for a light page. */
export const PAGE_SIZE = 40;
/** Number of past sessions that stay in sight above the present one. */
const PAST_IN_SIGHT = 3;

/** Number of sessions shown beyond the first range, at both ends. */
export interface Extent {
  readonly before: number;
  readonly after: number;
}

const NO_EXTENT: Extent = { before: 0, after: 0 };

/** Range of a list by index; `to` is exclusive. */
export interface IndexRange {
  readonly from: number;
  readonly to: number;
}

/** The number of items in all of the ranges. */
export function lengthOf(ranges: readonly IndexRange[]): number {
  let length = 0;
  for (const { from, to } of ranges) length += to - from;
  return length;
}

/**
 * Chooses the range of an edition that is shown.
 *
 * @param present Index of the first session that is not over.
 */
export function pageRangeOf(
  total: number,
  present: number,
  collapsePast: boolean,
  { before, after } = NO_EXTENT,
): IndexRange {
  const isLong = total > PAGE_SIZE && present < total && present > PAGE_SIZE / 2;
  const first = collapsePast ? present : isLong ? present - PAST_IN_SIGHT : 0;
  return { from: Math.max(0, first - before), to: Math.min(total, first + PAGE_SIZE + after) };
}

/** Extends what is shown, so that it includes the session at an index. */
export function extendTo(index: number, { from, to }: IndexRange, { before, after } = NO_EXTENT): Extent {
  return {
    before: before + Math.max(0, from - index),
    after: after + Math.max(0, index + 1 - to),
  };
}

/** The page of sessions that "show more" adds before or after a range. */
export function adjacentPage(where: 'before' | 'after', { from, to }: IndexRange, total: number): IndexRange {
  return where === 'before'
    ? { from: Math.max(0, from - PAGE_SIZE), to: from }
    : { from: to, to: Math.min(to + PAGE_SIZE, total) };
}
