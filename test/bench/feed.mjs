/** What reading a feed costs on a first visit: our sections, built as they are shipped, beside checks written by hand. */
import { rollup } from 'rollup';
import { plugins } from '../../rollup.config.mjs';
import { median } from './report.mjs';

const OUT = new URL('../../out/bench/impl/', import.meta.url).pathname;

export async function measureFeed(browser, url, rounds) {
  const input = new URL('in-page/feed.mjs', import.meta.url).pathname;
  const built = await rollup({ input, plugins: plugins(), onwarn: () => {} });
  await built.write({ file: `${OUT}feed.js`, format: 'iife' });
  console.log('\n## feed: set-up and check, cold\n');
  console.log('| enterprises | CPU | by hand ms | ours ms | ÷ | longest slice ms |');
  console.log('| ---: | ---: | ---: | ---: | ---: | ---: |');
  const lines = [];
  for (const count of [46, 1000])
    for (const cpu of [1, 4]) {
      const runs = { hand: [], ours: [], slice: [] };
      for (let round = 0; round < rounds; round++)
        for (const which of ['hand', 'ours', 'slice'].toSorted(() => Math.random() - 0.5)) {
          const context = await browser.createBrowserContext();
          const page = await context.newPage();
          await page.goto(`${url}/page.html`);
          const session = await page.createCDPSession();
          await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
          await page.addScriptTag({ url: '/impl/feed.js' });
          runs[which].push(await page.evaluate((w, n) => globalThis.Feed.run(w, n), which, count));
          await context.close();
        }
      const line = {
        count,
        cpu,
        hand: median(runs.hand),
        ours: median(runs.ours),
        slice: median(runs.slice),
      };
      lines.push(line);
      console.log(
        `| ${count} | ${cpu}× | ${line.hand.toFixed(1)} | ${line.ours.toFixed(1)} | ${(line.ours / line.hand).toFixed(1)} | ${line.slice.toFixed(1)} |`,
      );
    }
  return lines;
}
