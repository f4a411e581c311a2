/** Measures the layout shift of a page from empty to filled, with the loader in its head and a feed that is late. */
import { writeFileSync } from 'node:fs';
import { feedOf } from './in-page/data.mjs';
import { serve } from './serve.mjs';

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shift</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/dist/ceal-widgets.css"><link rel="stylesheet" href="/page.css">
<script type="module" src="/dist/ceal-widgets.js"></script></head><body><h1>Page</h1>
<ceal-enterprise-gallery src="/feed.json"></ceal-enterprise-gallery>
<footer><p>Footer of the host page.</p></footer></body></html>`;

export async function measureShift(browser, out, dist) {
  console.log('\n## layout shift, from empty page to filled\n');
  const lines = [];
  writeFileSync(`${out}shift.html`, page);
  for (const count of [1, 7, 46])
    for (const width of [320, 768, 1280])
      for (const delay of [0, 1500]) {
        const body = JSON.stringify(feedOf(count));
        const server = await serve(out, dist, {
          '/feed.json': (_, response) =>
            setTimeout(() => response.setHeader('content-type', 'application/json').end(body), delay),
        });
        const context = await browser.createBrowserContext();
        const tab = await context.newPage();
        await tab.setViewport({ width, height: 800 });
        await tab.evaluateOnNewDocument(() => {
          globalThis.shift = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shift += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await tab.goto(`${server.url}/shift.html`);
        await tab.waitForFunction(() =>
          document.querySelector('ceal-enterprise-gallery')?.shadowRoot?.querySelector('[part~=card]'),
        );
        await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
        const shift = await tab.evaluate(() => globalThis.shift);
        lines.push({ count, width, delay, shift });
        console.log(`${count} enterprises, ${width} px, feed after ${delay} ms: ${shift.toFixed(4)}`);
        await context.close();
        server.close();
      }
  return lines;
}
