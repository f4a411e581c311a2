/**
 * The receiver behind the partner pages: a process of its own, as on a real site, and a way to it for the site's server,
 * as a reverse proxy would have.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Handler } from './server.js';

const PROGRAM = resolve('dist/modules/cli/ceal-widgets.js');
const FEED = resolve('stories/feeds/overvecht.json');

export interface DemoReceiver {
  /** The port that it listens on; rejects where it does not start. */
  readonly started: Promise<number>;
  /** Passes a request on to it, once it has started. */
  readonly handle: Handler;
  /** Stops it with a signal, SIGTERM by default. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts `ceal-widgets receive` on a data folder, with further options of the command. */
export function startDemoReceiver(folder: string, options: readonly string[] = []): DemoReceiver {
  const args = ['receive', '--feed', FEED, '--data', folder, '--port', '0', '--behind-proxy', ...options];
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
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

/** The port that it reports in its log; rejects with its messages where it ends before. */
function portOf(child: ChildProcessByStdio<null, Readable, Readable>): Promise<number> {
  return new Promise((settle, fail) => {
    let output = '';
    let messages = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output = `${output}${text}`.slice(-2_000);
      const [, port] = /"event":"started","port":(\d+)/.exec(output) ?? [];
      if (port) settle(Number(port));
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (messages += text));
    child.once('close', () => fail(new Error(messages.trim() || 'The receiver ended.')));
  });
}

function passOn(request: IncomingMessage, response: ServerResponse, port: number): void {
  const { method, url, headers, socket } = request;
  const forwarded = { 'x-forwarded-for': socket.remoteAddress, 'x-forwarded-host': headers.host };
  const onward = ask(
    { host: '127.0.0.1', port, method, path: url, headers: { ...headers, ...forwarded } },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.once('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
  request.once('close', () => request.complete || onward.destroy());
  request.pipe(onward);
}
