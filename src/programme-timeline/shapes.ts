import type { Session } from '../feed/sections/sessions.js';

/** Shapes on a field of 12 by 12, told apart without colour. */
const SHAPES = [
  'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1z',
  'M1.5 1.5h9v9h-9z',
  'M6 .75 11.5 10.75H.5z',
  'M6 0l6 6-6 6-6-6z',
  'M4.25 1h3.5v3.25H11v3.5H7.75V11h-3.5V7.75H1v-3.5h3.25z',
];
const NO_PILLAR = 'M6 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6z';
const BREAK = 'M1 5h10v2H1z';

/** The shape of a pillar, by its place among the pillars of the feed. */
export function pillarShape(at: number): string {
  return at < 0 ? NO_PILLAR : SHAPES[at % SHAPES.length]!;
}

/** The shape of a session: that of its first pillar. A break is a dash. */
export function sessionShape({ pillars, kind }: Session, order: readonly string[]): string {
  return kind === 'break' ? BREAK : pillarShape(order.indexOf(pillars[0] ?? ''));
}
