import type { OasisActivity } from '../feed/sections/oasis.js';

export type Hint = OasisActivity['hints'][number];

/** For how many people a hint is, as a term to say it with; `undefined` for any number. */
export interface HintRange {
  readonly term: 'groupFrom' | 'groupUpTo' | 'groupBetween' | 'groupOf';
  readonly min: number;
  readonly max: number;
}

export function rangeOf(hint: Hint): HintRange | undefined {
  if (hint.min === undefined && hint.max === undefined) return undefined;
  const { min, max } = boundsOf(hint);
  if (hint.max === undefined) return { term: 'groupFrom', min, max };
  if (min === 0) return { term: 'groupUpTo', min, max };
  return { term: min === max ? 'groupOf' : 'groupBetween', min, max };
}

/** The hints for a group of this size. While nobody has said how large it is, all of them. */
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
