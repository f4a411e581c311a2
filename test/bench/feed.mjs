/**
 * The cost of reading a feed on a first visit: our pieces, built as they are shipped, beside the same sections read by
 * zod, and beside checks written by hand.
 */
import { readFileSync } from 'node:fs';
import { rollup } from 'rollup';
import { plugins } from '../../rollup.config.mjs';
import { median } from './report.mjs';

const OUT = new URL('../../out/bench/impl/', import.meta.url).pathname;
const SAMPLE = readFileSync(new URL('../../stories/feeds/overvecht.json', import.meta.url), 'utf8');
/** The sample has every section; there are no checks by hand for all of them. */
const WAYS = {
  sample: ['ours', 'zod'],
  46: ['hand', 'ours', 'zod', 'slice'],
  1000: ['hand', 'ours', 'zod', 'slice'],
};

export async function measureFeed(browser, url, rounds) {
  const input = new URL('in-page/feed.mjs', import.meta.url).pathname;
  const built = await rollup({ input, plugins: plugins(), onwarn: () => {} });
  await built.write({ file: `${OUT}feed.js`, format: 'iife' });
  console.log('\n## feed: set-up and check, cold\n');
  console.log('| enterprises | CPU | by hand ms | zod ms | ours ms | ÷ by hand | ÷ zod | longest slice ms |');
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  const lines = [];
  for (const count of ['sample', 46, 1000])
    for (const cpu of [1, 4]) {
      const runs = { hand: [], ours: [], zod: [], slice: [] };
      for (let round = 0; round < rounds; round++)
        for (const which of WAYS[count].toSorted(() => Math.random() - 0.5)) {
          const context = await browser.createBrowserContext();
          const page = await context.newPage();
          await page.goto(`${url}/page.html`);
          const session = await page.createCDPSession();
          await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
          await page.addScriptTag({ url: '/impl/feed.js' });
          runs[which].push(
            await page.evaluate((...args) => globalThis.Feed.run(...args), which, count, SAMPLE),
          );
          await context.close();
        }
      const line = {
        count,
        cpu,
        ...Object.fromEntries(WAYS[count].map((which) => [which, median(runs[which])])),
      };
      lines.push(line);
      const cells = [line.hand, line.zod, line.ours, line.ours / line.hand, line.ours / line.zod, line.slice];
      console.log(`| ${count} | ${cpu}× | ${cells.map(figure).join(' | ')} |`);
    }
  return lines;
}

const figure = (value) => (Number.isFinite(value) ? value.toFixed(value < 10 ? 2 : 1) : '–');
