import { times } from '../lists.js';

/** A point on the circle of steps, in radii from its centre. The first step stands at the top; on with the clock. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fewer steps are no circle, more leave no room for their names. */
const MIN_STEPS = 3;
const MAX_STEPS = 8;
/** Characters of a word and of a name that fit beside a point; every word has a line of its own. */
const MAX_WORD_LENGTH = 12;
const MAX_NAME_LENGTH = 24;

/** @returns true if steps with these names fit around a circle; otherwise they are a plain list */
export function fitsCircle(names: readonly string[]): boolean {
  const fits = (name: string) =>
    name.length <= MAX_NAME_LENGTH && name.split(/\s/).every((word) => word.length <= MAX_WORD_LENGTH);
  return names.length >= MIN_STEPS && names.length <= MAX_STEPS && names.every(fits);
}

/** The points of `count` steps. */
export function pointsOnCircle(count: number): readonly Point[] {
  return times(count, (index) => pointAt(index, count));
}

/** The SVG path along a circle of this radius from the first step to the one at `index`; empty at the first. */
export function arcTo(index: number, count: number, radius: number): string {
  if (index <= 0) return '';
  const scaled = ({ x, y }: Point) => `${rounded(x * radius)} ${rounded(y * radius)}`;
  const largeArc = index > count / 2 ? 1 : 0;
  return `M${scaled(pointAt(0, count))}A${radius} ${radius} 0 ${largeArc} 1 ${scaled(pointAt(index, count))}`;
}

function pointAt(index: number, count: number): Point {
  const turn = (2 * Math.PI * index) / count;
  return { x: rounded(Math.sin(turn)), y: rounded(-Math.cos(turn)) };
}

/** Rounds to thousandths: enough for a screen, and the same in every browser. Never minus zero. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000 + 0;
}
