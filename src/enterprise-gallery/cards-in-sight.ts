import type { Enterprise } from '../feed/sections/enterprises.js';

/** The cards of the list, and the places that are kept for others. */
export interface CardsInSight {
  readonly visible: readonly Enterprise[];
  /** The places among the visible ones before which one is still to come, in order. */
  readonly gaps: readonly number[];
  /** Number of cards that are about to come behind them; empty ones keep their place. */
  readonly placeholderCount: number;
}

export const NO_CARDS: CardsInSight = { visible: [], gaps: [], placeholderCount: 0 };

/** Numbers of cards: those of this batch, those of all batches, and those of the whole feed. */
export interface CardLimits {
  readonly batch: number;
  readonly target: number;
  readonly total: number;
}

/**
 * The cards to show of a list that may still have `gaps`. Behind the cards of this batch those of before stay until their
 * turn comes, so that nothing blinks.
 */
export function cardsInSight(
  enterprises: readonly Enterprise[],
  gaps: readonly number[],
  { batch, target, total }: CardLimits,
  before: CardsInSight,
): CardsInSight {
  const current = enterprises.slice(0, batch - gaps.filter((place) => place < batch).length);
  const visible = [...current, ...before.visible.slice(current.length)].slice(
    0,
    Math.min(target, enterprises.length),
  );
  const among = gaps.filter((place) => place <= visible.length);
  const kept = Math.min(target, total) - visible.length - among.length;
  return { visible, gaps: among, placeholderCount: Math.max(0, kept) };
}
