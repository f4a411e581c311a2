import type { Session } from '../feed/sections/sessions.js';

/** SVG paths on a field of 12 by 12, told apart without colour. */
const SHAPES = [
  'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
  'M1.5 1.5h9v9h-9z',
  'M6 .75 11.5 10.75H.5z',
  'M6 0l6 6-6 6-6-6z',
  'M4.25 1h3.5v3.25H11v3.5H7.75V11h-3.5V7.75H1v-3.5h3.25z',
];
const NO_PILLAR = 'M6 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6z';
const BREAK = 'M1 5h10v2H1z';

/** The shape of a pillar, by its index among the pillars of the feed; -1 for none. */
export function pillarShape(index: number): string {
  return index < 0 ? NO_PILLAR : SHAPES[index % SHAPES.length]!;
}

/** The shape of a session: that of its first pillar, or a dash for a break. `known`: pillars by id, in feed order. */
export function sessionShape({ pillars, kind }: Session, known: ReadonlyMap<string, unknown>): string {
  return kind === 'break' ? BREAK : pillarShape([...known.keys()].indexOf(pillars[0] ?? ''));
}
