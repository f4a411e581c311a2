/** The helper of the end-to-end tests sees what it is there to see. */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launch, openPage } from './browser.js';

const PAGE = `<!doctype html><html lang="en"><title>Test</title>
<p style="color: red">Text</p>
<img src="http://elsewhere.invalid/x.png" alt="">
<script src="/script.js"></script>`;
const SCRIPT = `console.warn('a warning'); fetch('/missing'); setTimeout(() => { throw new Error('lost'); });`;

describe('openPage', () => {
  let server: Server;
  let browser: Browser | undefined;
  let address: string;
  const open = (options?: Parameters<typeof openPage>[2]) => {
    assert.ok(browser);
    return openPage(browser, address, options);
  };

  before(async () => {
    server = createServer(({ url }, response) => {
      response.setHeader('content-security-policy', "default-src 'self'");
      if (url === '/') response.setHeader('content-type', 'text/html').end(PAGE);
      else if (url === '/script.js') response.setHeader('content-type', 'text/javascript').end(SCRIPT);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    server.closeAllConnections();
    server.close();
  });

  it('tells all that a page said and asked for', async () => {
    const { seen } = await open({ waitUntil: 'networkidle0' });
    assert.ok(seen.console.includes('warn: a warning'));
    assert.deepEqual(seen.errors, ['lost']);
    assert.deepEqual(seen.foreign, ['http://elsewhere.invalid/x.png']);
    assert.ok(seen.failed.includes(`404 ${address}missing`));
    assert.deepEqual(seen.violations.map(({ violatedDirective }) => violatedDirective).sort(), [
      'img-src',
      'style-src-attr',
    ]);
  });

  it('shows the page as the visitor has set up their system', async () => {
    const { page } = await open({
      viewport: { width: 320, height: 640 },
      scheme: 'dark',
      forcedColors: true,
      reducedMotion: true,
      media: 'print',
    });
    const queries = [
      '(width: 320px)',
      '(prefers-color-scheme: dark)',
      '(forced-colors: active)',
      '(prefers-reduced-motion: reduce)',
      'print',
    ];
    const matching = await page.evaluate((all) => all.filter((query) => matchMedia(query).matches), queries);
    assert.deepEqual(matching, queries);
  });

  it('shows the page without script', async () => {
    const { seen } = await open({ javaScript: false });
    assert.ok(!seen.console.includes('warn: a warning'));
  });

  it('gives every page a storage of its own', async () => {
    const { page: first } = await open();
    await first.evaluate(() => localStorage.setItem('it', '1'));
    const { page: second } = await open();
    assert.equal(await second.evaluate(() => localStorage.getItem('it')), null);
  });
});
