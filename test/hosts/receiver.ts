/**
 * The receiver behind the partner pages: a process of its own, as on a real site, and a way to it for the site's server,
 * as a reverse proxy would have.
 */
import { spawn } from 'node:child_process';
import { request as ask } from 'node:http';
import { resolve } from 'node:path';

const PROGRAM = resolve('dist/modules/cli/ceal-widgets.js');
const FEED = resolve('stories/feeds/overvecht.json');

/**
 * Starts `ceal-widgets receive` on a data folder. `handle` passes a request on to it, once it has started.
 * @param {string} folder
 * @param {readonly string[]} [options] Further options of the command.
 */
export function startDemoReceiver(folder, options = []) {
  const args = ['receive', '--feed', FEED, '--data', folder, '--port', '0', '--behind-proxy', ...options];
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((settle) => child.once('exit', settle));
  const kill = () => child.kill();
  process.once('exit', kill);
  const started = portOf(child);
  started.catch(() => {});
  return {
    started,
    handle: (request, response) =>
      started.then(
        (port) => passOn(request, response, port),
        () => response.writeHead(503, { 'retry-after': '60' }).end(),
      ),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await ended;
      process.off('exit', kill);
    },
  };
}

/** The port that it says it listens on; what it says instead where it does not start. */
function portOf(child) {
  return new Promise((settle, fail) => {
    let said = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said = `${said}${text}`.slice(-2_000);
      const [, port] = /"event":"started","port":(\d+)/.exec(said) ?? [];
      if (port) settle(Number(port));
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
    child.once('close', () => fail(new Error(complaint.trim() || 'The receiver ended.')));
  });
}

function passOn(request, response, port) {
  const { method, url, headers, socket } = request;
  const forwarded = { 'x-forwarded-for': socket.remoteAddress, 'x-forwarded-host': headers.host };
  const onward = ask(
    { host: '127.0.0.1', port, method, path: url, headers: { ...headers, ...forwarded } },
    (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    },
  );
  onward.once('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  request.once('close', () => request.complete || onward.destroy());
  request.pipe(onward);
}
