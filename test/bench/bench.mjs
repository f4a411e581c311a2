/**
 * Measures our widgets beside what a website owner would pick instead, in one run and one browser: every round runs
 * every implementation once, in random order, each in a fresh context.
 *
 *     npm run bench -- --kind gallery --n 46,1000 --cpu 1,4 --rounds 7 --only ceal,vanilla-page
 *
 * Prints Markdown tables and writes `out/bench/results.json`.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from '../../out/test/support/node/browser.js';
import { importsOf } from '../tools/build/size.mjs';
import { buildAll, bytesOf, implementations, KINDS } from './build.mjs';
import { measureFeed } from './feed.mjs';
import { measureFirstSight } from './first-sight.mjs';
import { measureGrowth } from './receiver-growth.mjs';
import { measureReceiver } from './receiver.mjs';
import { printTable, table } from './report.mjs';
import { serve } from './serve.mjs';
import { measureShift } from './shift.mjs';

const here = (path) => new URL(path, import.meta.url).pathname;

const { values: options } = parseArgs({
  options: {
    kind: { type: 'string', default: [...KINDS, 'first-sight', 'feed', 'receiver'].join() },
    n: { type: 'string' },
    cpu: { type: 'string', default: '1,4' },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string' },
  },
});
const kinds = options.kind.split(',');
const SIZES = { gallery: '46,1000,10000', timeline: '24,200,1000' };
/** Peers that put every card in the page take seconds at this size; they stay out. */
const NOT_AT = { 10000: ['shuffle'] };
const TOOK_TOO_LONG = 60_000;

const dist = here('../../dist');
const out = await buildAll(dist);
const server = await serve(out, dist);
const browser = await launch({ args: ['--enable-precise-memory-info'] });
const chunks = readdirSync(`${dist}/chunks`).filter((file) => file.endsWith('.js'));
const chunk = (name) => `/dist/chunks/${chunks.find((file) => file.startsWith(`${name}-`))}`;
const OURS = { gallery: 'enterprise-gallery', timeline: 'programme-timeline' };
/** The chunks a widget needs, each after the ones it imports. */
const oursFor = (kind) =>
  importsOf(chunk(OURS[kind]).slice('/dist/'.length), dist).map((path) => `/dist/${path}`);
const has = (kind) => kind in OURS && chunks.some((file) => file.startsWith(`${OURS[kind]}-`));

async function sample(kind, name, count, cpu) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const row = { kind, name, count, cpu };
  try {
    await page.setViewport({ width: 1280, height: 800 });
    page.on('pageerror', (error) => (row.error ??= String(error).slice(0, 160)));
    await page.goto(`${server.url}/page.html`);
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    Object.assign(
      row,
      await limited(page.evaluate((...args) => globalThis.Drive.start(...args), kind, name, count)),
    );
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    row.heap = metrics.find((metric) => metric.name === 'JSHeapUsedSize').value;
    if (kind === 'gallery') {
      Object.assign(row, await limited(page.evaluate(() => globalThis.Drive.search())));
      await page.evaluate(() => globalThis.Drive.armKeys());
      for (const key of ['t', 'u', 'i', 'Backspace', 'Backspace', 'Backspace'])
        await page.keyboard.press(key, { delay: 20 });
      row.inp = await page.evaluate(() => globalThis.Drive.readKeys());
    }
  } catch (error) {
    row.error = String(error.message).slice(0, 160);
  }
  await context.close();
  return row;
}

const limited = (work) =>
  Promise.race([
    work,
    new Promise((_, reject) => setTimeout(() => reject(new Error('too slow')), TOOK_TOO_LONG).unref()),
  ]);

const results = { sizes: [], tables: [], rows: [] };

for (const kind of kinds.filter(has)) {
  console.log(`\n## ${kind}: bytes of script, brotli\n`);
  for (const name of implementations(kind)) {
    const bytes =
      name === 'ceal'
        ? bytesOf(`${dist}/ceal-widgets.js`) +
          oursFor(kind).reduce((sum, path) => sum + bytesOf(`${dist}${path.slice(5)}`), 0)
        : bytesOf(`${out}impl/${kind}/${name}.js`);
    results.sizes.push({ kind, name, bytes });
    console.log(`${name.padEnd(16)} ${(bytes / 1000).toFixed(1)} kB`);
  }
  const names = options.only?.split(',') ?? implementations(kind);
  await sample(kind, names[0], 46, 1); // warms the browser up
  for (const count of (options.n ?? SIZES[kind]).split(',').map(Number))
    for (const cpu of options.cpu.split(',').map(Number)) {
      const rows = [];
      const running = names.filter((name) => !NOT_AT[count]?.includes(name));
      for (let round = 0; round < Number(options.rounds); round++)
        for (const name of running.toSorted(() => Math.random() - 0.5))
          rows.push({ round, ...(await sample(kind, name, count, cpu)) });
      const lines = table(rows, kind);
      console.log(`\n### ${kind}, ${count}, CPU ${cpu}×\n`);
      printTable(lines);
      results.tables.push({ kind, count, cpu, lines });
      results.rows.push(...rows);
    }
}

if (kinds.includes('first-sight'))
  results.firstSight = await measureFirstSight(out, dist, Number(options.rounds), options.only?.split(','));
if (kinds.includes('feed')) results.feed = await measureFeed(browser, server.url, Number(options.rounds));
if (kinds.some(has)) results.shift = await measureShift(browser, out, dist);
if (kinds.includes('receiver')) {
  results.receiver = await measureReceiver(Math.min(3, Number(options.rounds)));
  results.growth = await measureGrowth();
}
writeFileSync(`${out}results.json`, JSON.stringify(results, null, 2));
console.log(`\nWritten to out/bench/results.json.`);
await browser.close();
server.close();
