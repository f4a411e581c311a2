/**
 * Measures whole page loads, until the first card of the gallery is painted: ours by loader, by bundle and prerendered,
 * beside a page written by hand, List.js and plain HTML.
 *
 *     npm run bench -- --kind first-sight --rounds 3 --only loader,hand-written
 *
 * Every load has an empty cache, and goes over a line that the server slows down (`first-sight/line.mjs`). The first
 * load of each way goes over one on which nothing takes time but the rounds, with the style of the host in the page
 * itself, as that else holds the first paint back for a round: there the rounds and the bytes are counted.
 */
import { launch } from '../../out/test/support/node/browser.js';
import { checkLine } from './first-sight/check-line.mjs';
import { countsOf } from './first-sight/counts.mjs';
import { host } from './first-sight/host.mjs';
import { siteOf, WAYS } from './first-sight/site.mjs';
import {
  figuresOf,
  linesOf,
  printCounts,
  printFigures,
  printFiles,
  printLines,
} from './first-sight/tables.mjs';
import { visit } from './first-sight/visit.mjs';

const LINES = {
  slow: { latencyMs: 400, bytesPerSecond: 50_000, cpu: 6 },
  fast: { latencyMs: 40, bytesPerSecond: 1_000_000, cpu: 4 },
};
/** A round so long that whatever the machine is busy with fits into it. */
const COUNTING = { latencyMs: 2_000, bytesPerSecond: Infinity, cpu: 1 };
/** Only its bytes are counted. */
const NOT_TIMED = ['timeline'];
/** The ways of which everything that is loaded is listed. */
const LISTED = ['loader', 'bundle'];

export async function measureFirstSight(out, dist, rounds, only) {
  console.log('\n## first-sight: a page from nothing to its first card\n');
  const files = await siteOf(out, dist);
  const ways = WAYS.filter((way) => !only || only.includes(way));
  const isThere = (way) => files.has(`/${way}.html`);
  for (const way of ways)
    if (!isThere(way)) console.log(`${way}: skipped, as the command for it is not there yet.\n`);
  const running = ways.filter(isThere);

  const server = await host(files);
  const browser = await launch({ args: [server.trust] });
  const load = (path, line, options) => {
    server.setLine(line);
    return visit(browser, server.url + path, { cpu: line.cpu, ...options });
  };
  try {
    for (const line of Object.values(LINES)) await checkLine(browser, server, line);
    const counts = [];
    for (const name of running) counts.push({ name, ...(await count(load, name, server.bytesOf)) });
    printCounts(counts);
    counts.filter(({ name }) => LISTED.includes(name)).forEach(printFiles);

    const timed = running.filter((way) => !NOT_TIMED.includes(way));
    const rows = await time(load, timed, rounds);
    const lines = Object.keys(LINES).map((line) => linesOf(rows, line));
    lines.forEach(printLines);
    const figures = figuresOf(counts, lines.flat());
    printFigures(figures);
    return { figures, lines: lines.flat(), counts, rows };
  } finally {
    await browser.close();
    server.close();
  }
}

const count = async (load, name, bytesOf) =>
  countsOf(await load(`/counted/${name}.html`, COUNTING, { ran: true }), COUNTING.latencyMs, bytesOf);

/** Loads every page once a round on each line, in random order. */
async function time(load, names, rounds) {
  const rows = [];
  for (let round = 0; round < rounds; round++)
    for (const line of Object.keys(LINES))
      for (const name of names.toSorted(() => Math.random() - 0.5)) {
        const { firstCard, bytesBefore, bytesAll, shift, error } = await load(`/${name}.html`, LINES[line]);
        rows.push({ round, line, name, firstCard, bytesBefore, bytesAll, shift, error });
      }
  return rows;
}
