import type { OasisActivity } from '../feed/sections/oasis.js';

export type Hint = OasisActivity['hints'][number];

/** The size of the group, in people, that a hint is for. */
export interface HintRange {
  /** The message that says it. */
  readonly term: 'groupFrom' | 'groupUpTo' | 'groupBetween' | 'groupOf';
  readonly min: number;
  readonly max: number;
}

/** @returns `undefined` for a hint that is for any number of people */
export function groupRangeOf(hint: Hint): HintRange | undefined {
  if (hint.min === undefined && hint.max === undefined) return undefined;
  const { min, max } = boundsOf(hint);
  if (hint.max === undefined) return { term: 'groupFrom', min, max };
  if (min === 0) return { term: 'groupUpTo', min, max };
  return { term: min === max ? 'groupOf' : 'groupBetween', min, max };
}

/** The hints for a group of this size; all of them while the size is not known. */
export function hintsFor(hints: readonly Hint[], size: number | undefined): readonly Hint[] {
  if (size === undefined) return hints;
  return hints.filter((hint) => {
    const { min, max } = boundsOf(hint);
    return size >= min && size <= max;
  });
}

/** Bounds that were swapped by mistake are read the other way round. */
function boundsOf({ min = 0, max = Infinity }: Hint): { min: number; max: number } {
  return { min: Math.min(min, max), max: Math.max(min, max) };
}
