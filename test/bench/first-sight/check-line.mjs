/** A check of the line itself: a page whose scripts are fetched one after another and together, as modules are. */
import { randomBytes } from 'node:crypto';
import { roundsOf } from './counts.mjs';
import { visit } from './visit.mjs';

const TOGETHER = 8;
/** More than the six that HTTP/1 would fetch at a time. */
const parts = Array.from({ length: TOGETHER }, (_, at) => `/check/part-${at}.js`);

/** Four rounds: the page, a module, those that it imports, and one that it imports when it runs. */
export const CHECK_FILES = {
  '/check.html':
    '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/check/start.js"></script><p class="card"><b class="name"></b></p>',
  '/check/start.js': `${parts.map((path) => `import '${path}';`).join('')}import('/check/end.js')`,
  ...Object.fromEntries(parts.map((path) => [path, `'${randomBytes(12_000).toString('hex')}'`])),
  '/check/end.js': `document.querySelector('.name').textContent = 'end'`,
};

/** @throws {Error} Where a request does not wait for its round, or all together are faster than the rate. */
export async function checkLine(browser, server, line) {
  server.setLine(line);
  const { requests, firstCard, error } = await visit(browser, `${server.url}/check.html`, line);
  if (error) throw new Error(`the check of the line: ${error}`);
  const together = requests.filter(({ path }) => parts.includes(path));
  const bytes = together.reduce((sum, request) => sum + request.bytes, 0);
  const of = (figure) => together.map((request) => request[figure]);
  const tookMs = Math.max(...of('endedMs')) - Math.min(...of('begunMs'));
  const wrong = {
    'a request is answered before its round':
      Math.min(...requests.map(({ begunMs, answeredMs }) => answeredMs - begunMs)) < line.latencyMs,
    'the page is there before its rounds': firstCard < 4 * line.latencyMs,
    'the rounds are not counted right': Math.max(...roundsOf(requests)) !== 4,
    'modules that are imported together wait for one another':
      Math.max(...of('begunMs')) > Math.min(...of('answeredMs')),
    'the rate is not kept': tookMs < line.latencyMs + (bytes / line.bytesPerSecond) * 900,
  };
  const complaints = Object.keys(wrong).filter((complaint) => wrong[complaint]);
  if (complaints.length > 0) throw new Error(`The line is not honest: ${complaints.join('; ')}.`);
}
