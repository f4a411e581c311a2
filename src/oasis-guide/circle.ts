/** The geometry of the drawing: steps around a circle, the first at the top, on with the clock. */

/** A point on the circle, in radii from its centre. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fewer are no circle, more leave no room for their names. */
const FEWEST = 3;
const MOST = 8;
/** Letters of the longest word, and of the longest name, that fits beside its place; every word has a line. */
const LONGEST_WORD = 12;
const LONGEST_NAME = 24;

/** Whether steps with these names can stand around a circle; otherwise they are a plain list. */
export function fitsCircle(names: readonly string[]): boolean {
  const fits = (name: string) =>
    name.length <= LONGEST_NAME && name.split(/\s/).every((word) => word.length <= LONGEST_WORD);
  return names.length >= FEWEST && names.length <= MOST && names.every(fits);
}

/** Where `count` steps stand. */
export function pointsOnCircle(count: number): readonly Point[] {
  return Array.from({ length: count }, (_, index) => pointAt(index, count));
}

/** The path along a circle of this radius from the first step to the one at `index`; empty at the first. */
export function pathTo(index: number, count: number, radius: number): string {
  if (index <= 0) return '';
  const at = ({ x, y }: Point) => `${rounded(x * radius)} ${rounded(y * radius)}`;
  const wide = index > count / 2 ? 1 : 0;
  return `M${at(pointAt(0, count))}A${radius} ${radius} 0 ${wide} 1 ${at(pointAt(index, count))}`;
}

function pointAt(index: number, count: number): Point {
  const turn = (2 * Math.PI * index) / count;
  return { x: rounded(Math.sin(turn)), y: rounded(-Math.cos(turn)) };
}

/** Enough for a screen, and the same in every browser. Never minus zero. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000 + 0;
}
