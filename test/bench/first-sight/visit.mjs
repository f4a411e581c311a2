/** Loads one page, from an empty cache, and tells when the first card was there and what was asked for. */
import { watchForCards } from './watch.mjs';

/** The page is at rest when nothing has been asked or answered for so long. */
const QUIET_MS = 2_000;
const TIMEOUT_MS = 90_000;

/**
 * @param {object} options
 * @param {number} options.cpu How many times slower the page's computer is than this one.
 * @param {boolean} [options.ran] Tells which scripts had run when the first card was drawn, which slows the page down.
 */
export async function visit(browser, url, { cpu, ran = false }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  try {
    await page.setViewport({ width: 1280, height: 800 });
    const session = await page.createCDPSession();
    const log = await logRequests(session);
    const scripts = ran ? await listRunScripts(session) : undefined;
    const seen = new Promise((resolve) => {
      void page.exposeFunction('firstSight', (ms, originMs) => resolve({ ms, originMs }));
    });
    await page.evaluateOnNewDocument(watchForCards);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: TIMEOUT_MS });
    const { ms, originMs } = await limited(seen);
    await log.quiet();
    const requests = log.since(originMs);
    const before = requests.filter(({ endedMs }) => endedMs <= ms);
    return {
      firstCard: ms,
      requests,
      scripts: scripts?.(),
      bytesBefore: sum(before.map(({ bytes }) => bytes)),
      bytesAll: sum(requests.map(({ bytes }) => bytes)),
      shift: await page.evaluate(() => globalThis.shift),
      ...(errors.length > 0 ? { error: errors.join(' ').slice(0, 200) } : {}),
    };
  } catch (error) {
    return { error: [error.message, ...errors].join(' ').slice(0, 200) };
  } finally {
    await context.close();
  }
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

const limited = (work) =>
  Promise.race([
    work,
    new Promise((_, reject) => setTimeout(() => reject(new Error('no card came')), TIMEOUT_MS).unref()),
  ]);

/** Every request that went over the line: when it began, was answered and ended, in ms since the page was asked for. */
async function logRequests(session) {
  const requests = new Map();
  let last = 0;
  let clock; // Of the log, in s, at the wall clock's 0.
  const on = (event, take) =>
    session.on(`Network.${event}`, (entry) => {
      last = Date.now();
      const request = requests.get(entry.requestId);
      if (request) take(request, entry);
    });
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, wallTime }) => {
    last = Date.now();
    clock ??= timestamp - wallTime;
    if (request.url.startsWith('http'))
      requests.set(requestId, { url: request.url, begun: timestamp, bytes: 0 });
  });
  on('requestServedFromCache', (_, { requestId }) => requests.delete(requestId));
  on('responseReceived', (request, { timestamp }) => (request.answered = timestamp));
  on('loadingFailed', (request, { timestamp }) => (request.ended = timestamp));
  on('loadingFinished', (request, { timestamp, encodedDataLength }) =>
    Object.assign(request, { ended: timestamp, bytes: encodedDataLength }),
  );
  await session.send('Network.enable');
  const isOpen = () => [...requests.values()].some(({ ended }) => ended === undefined);
  return {
    async quiet() {
      while (isOpen() || Date.now() - last < QUIET_MS)
        await new Promise((resolve) => setTimeout(resolve, 100));
    },
    since(originMs) {
      const ms = (timestamp) => (timestamp - clock) * 1_000 - originMs;
      return [...requests.values()]
        .map(({ url, begun, answered, ended, bytes }) => ({
          path: new URL(url).pathname,
          begunMs: ms(begun),
          answeredMs: ms(answered ?? ended),
          endedMs: ms(ended),
          bytes,
        }))
        .sort((a, b) => a.begunMs - b.begunMs);
    },
  };
}

/** The paths of scripts of which something had run when the page stopped at its `debugger` statement. */
async function listRunScripts(session) {
  let paths = [];
  session.on('Debugger.paused', async () => {
    const { result } = await session.send('Profiler.takePreciseCoverage');
    paths = result
      .filter(
        ({ url, functions }) => url.startsWith('http') && functions.some(({ ranges }) => ranges[0].count > 0),
      )
      .map(({ url }) => new URL(url).pathname);
    await session.send('Debugger.resume');
  });
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await session.send('Debugger.enable');
  return () => [...new Set(paths)];
}
