/** Tables of medians, and of ratios taken within each round, so that slow drift of the machine cancels out. */
export const quantile = (values, q) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)];
  return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
};
export const median = (values) => quantile(values, 0.5);

const FLOOR = { gallery: 'vanilla-page', timeline: 'vanilla-list' };

/** Ratios of one figure to the same figure of another implementation, round by round. */
export function ratios(rows, name, other, figure) {
  const found = [];
  for (const row of rows.filter((row) => row.name === name && !row.error)) {
    const beside = rows.find((one) => one.name === other && one.round === row.round && !one.error);
    if (beside && figure(beside) > 0) found.push(figure(row) / figure(beside));
  }
  return found;
}

const figures = {
  ready: (row) => row.ready,
  key: (row) => median(row.keys ?? [NaN]),
  worst: (row) => Math.max(...(row.keys ?? [NaN])),
};

export function table(rows, kind) {
  const floor = FLOOR[kind];
  const names = [...new Set(rows.map((row) => row.name))];
  const line = (name) => {
    const own = rows.filter((row) => row.name === name && !row.error);
    if (own.length === 0) return { name, note: rows.find((row) => row.name === name)?.error };
    const of = (figure) => median(own.map(figure));
    const ratio = (figure) => {
      const list = ratios(rows, name, floor, figure);
      return list.length
        ? { median: median(list), low: quantile(list, 0.25), high: quantile(list, 0.75) }
        : undefined;
    };
    return {
      name,
      rounds: own.length,
      ready: of(figures.ready),
      readyRatio: ratio(figures.ready),
      blocking: of((row) => row.blocking),
      longest: of((row) => row.longest),
      ...(own[0].keys
        ? {
            key: of(figures.key),
            worst: of(figures.worst),
            worstRatio: ratio(figures.worst),
            inp: of((row) => row.inp ?? NaN),
          }
        : {}),
      nodes: own[0].nodes,
      heap: of((row) => row.heap) / 1e6,
      shift: Math.max(...own.map((row) => row.shift)),
      wrong: own.reduce((sum, row) => sum + (row.wrong ?? 0), 0),
    };
  };
  return names.map(line).sort((a, b) => (a.ready ?? 1e9) - (b.ready ?? 1e9));
}

const number = (value, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : '–');
const spread = (ratio) =>
  ratio ? `${number(ratio.median, 2)} (${number(ratio.low, 2)}–${number(ratio.high, 2)})` : '–';

export function printTable(lines) {
  console.log(
    '| implementation | ready ms | ÷ floor (quartiles) | blocking ms | longest task ms | key ms | worst key ms | ÷ floor | INP ms | nodes | heap MB | wrong |',
  );
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const line of lines)
    console.log(
      line.note
        ? `| ${line.name} | ${line.note} |`
        : `| ${line.name} | ${number(line.ready)} | ${spread(line.readyRatio)} | ${number(line.blocking, 0)} | ${number(
            line.longest,
            0,
          )} | ${number(line.key)} | ${number(line.worst)} | ${spread(line.worstRatio)} | ${number(line.inp, 0)} | ${line.nodes} | ${number(
            line.heap,
          )} | ${line.wrong} |`,
    );
}
