/** Sessions at first, and with each "show more": enough to read, few enough for a page to stay light. */
export const PAGE_SIZE = 40;
/** What has just been stays in sight above what is now. */
const PAST_IN_SIGHT = 3;

/** How much further than at first a visitor looks, at both ends. */
export interface Extent {
  readonly before: number;
  readonly after: number;
}

/** The stretch of a list that is shown; `to` is no longer in it. */
export interface IndexRange {
  readonly from: number;
  readonly to: number;
}

/** `present`: the index of the first session that is not over. */
export function rangeOf(
  total: number,
  present: number,
  collapsePast: boolean,
  { before, after }: Extent = { before: 0, after: 0 },
): IndexRange {
  const isLong = total > PAGE_SIZE && present < total && present > PAGE_SIZE / 2;
  const first = collapsePast ? present : isLong ? present - PAST_IN_SIGHT : 0;
  return { from: Math.max(0, first - before), to: Math.min(total, first + PAGE_SIZE + after) };
}

/** The extent at which the session at an index is shown too. */
export function extendTo(index: number, { from, to }: IndexRange, extent: Extent | undefined): Extent {
  const { before, after } = extent ?? { before: 0, after: 0 };
  return {
    before: before + Math.max(0, from - index),
    after: after + Math.max(0, index + 1 - to),
  };
}
