/** The tables of first sight: loads beside each other, what was asked for, and our figures beside their limits. */
import { median, quantile, ratios } from '../report.mjs';

const FLOOR = { prerendered: 'plain-html' };
/** What a way is held against in the same round. */
const floorOf = (name) => FLOOR[name] ?? 'hand-written';

/** Medians of one line's loads, and ratios taken within each round. */
export function linesOf(rows, line) {
  const loads = rows.filter((row) => row.line === line);
  return [...new Set(loads.map(({ name }) => name))]
    .map((name) => {
      const own = loads.filter((row) => row.name === name && !row.error);
      if (own.length === 0) return { line, name, error: loads.find((row) => row.name === name).error };
      const of = (figure) => median(own.map((row) => row[figure]));
      const list = ratios(loads, name, floorOf(name), ({ firstCard }) => firstCard);
      return {
        line,
        name,
        loads: own.length,
        firstCard: of('firstCard'),
        floor: floorOf(name),
        ratio:
          list.length > 0
            ? { median: median(list), low: quantile(list, 0.25), high: quantile(list, 0.75) }
            : undefined,
        bytesBefore: of('bytesBefore'),
        bytesAll: of('bytesAll'),
        shift: Math.max(...own.map(({ shift }) => shift)),
      };
    })
    .sort((a, b) => (a.firstCard ?? Infinity) - (b.firstCard ?? Infinity));
}

/** Our figures beside the targets of the design; those without one are for comparison. */
export function figuresOf(counts, lines) {
  const count = (name, figure) => counts.find((one) => one.name === name)?.[figure];
  const kB = (name, figure) => count(name, figure) / 1_000;
  const ratio = (line, name) => lines.find((one) => one.line === line && one.name === name)?.ratio?.median;
  const shifts = [...counts, ...lines]
    .filter(({ name }) => OURS.includes(name))
    .flatMap(({ shift }) => shift ?? []);
  return [
    ['rounds from HTML to first cards, loader', count('loader', 'rounds'), 3],
    ['rounds from HTML to first cards, bundle', count('bundle', 'rounds'), 3],
    ['rounds from HTML to first cards, prerendered', count('prerendered', 'rounds'), 1],
    ['first card, loader ÷ hand-written page, slow', ratio('slow', 'loader'), 1.4, 1.2],
    ['first card, bundle ÷ hand-written page, slow', ratio('slow', 'bundle')],
    ['first card, List.js ÷ hand-written page, slow', ratio('slow', 'listjs')],
    ['first card, loader ÷ hand-written page, fast', ratio('fast', 'loader'), 1.5, 1.25],
    ['first card, bundle ÷ hand-written page, fast', ratio('fast', 'bundle')],
    ['first card, List.js ÷ hand-written page, fast', ratio('fast', 'listjs')],
    ['first card, prerendered ÷ the same cards as plain HTML, slow', ratio('slow', 'prerendered'), 1.2, 1.1],
    ['first card, prerendered ÷ the same cards as plain HTML, fast', ratio('fast', 'prerendered'), 1.2, 1.1],
    ['kB run before first cards, gallery', kB('loader', 'run'), 24, 20],
    ['kB run before first cards, timeline', kB('timeline', 'run'), 26, 22],
    ['kB in all that a gallery page loads', kB('loader', 'all'), 32, 28],
    ['layout shift, the largest of all our ways', Math.max(...shifts), 0],
  ].map(([figure, value, must, aim]) => ({
    figure,
    value,
    must,
    aim,
    holds: must === undefined ? undefined : value <= must,
  }));
}

const OURS = ['loader', 'bundle', 'prerendered', 'timeline'];

const number = (value, digits = 0) => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const kilo = (bytes) => number(bytes / 1_000, 1);
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const head = (title, first, ...rest) => {
  console.log(`\n### ${title}\n`);
  row(first, ...rest);
  row('---', ...rest.map(() => '---:'));
};

export function printLines(lines) {
  if (lines.length === 0) return;
  head(
    `first card, ${lines[0].line} line`,
    'page',
    'first card ms',
    '÷ floor (quartiles)',
    'floor',
    'kB before',
    'kB in all',
    'layout shift',
    'loads',
  );
  for (const it of lines)
    if (it.error) row(it.name, it.error);
    else
      row(
        it.name,
        number(it.firstCard),
        it.ratio
          ? `${number(it.ratio.median, 2)} (${number(it.ratio.low, 2)}–${number(it.ratio.high, 2)})`
          : '–',
        it.floor,
        kilo(it.bytesBefore),
        kilo(it.bytesAll),
        number(it.shift, 4),
        it.loads,
      );
}

export function printCounts(counts) {
  head(
    'rounds and bytes, brotli',
    'page',
    'rounds',
    'kB of script run before',
    'kB of script and style in all',
  );
  for (const { name, error, rounds, sure, run, all } of counts)
    if (rounds) row(name, sure ? rounds : `${rounds}?`, kilo(run), kilo(all));
    else row(name, error);
}

/** Every script and style sheet of a page, and the round in which it is asked for. */
export function printFiles({ name, files = [] }) {
  head(`all that the page ${name} loads, without pictures`, 'file', 'round', 'kB', 'run before first card');
  for (const { path, kind, round, bytes, ran } of files)
    if (kind !== 'picture') row(path, round, kilo(bytes), ran ? 'yes' : '');
}

export function printFigures(figures) {
  head('figures to reach', 'figure', 'measured', 'must', 'aim', '');
  for (const { figure, value, must, aim, holds } of figures)
    row(
      figure,
      number(value, Number.isInteger(value) ? 0 : 2),
      must ?? '',
      aim ?? '',
      holds === undefined || !Number.isFinite(value) ? '' : holds ? 'holds' : 'missed',
    );
}
