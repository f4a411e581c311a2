import { request, type IncomingMessage } from 'node:http';
import { linesIn } from '../json-lines.js';
import type { Purged } from '../storage/purge.js';
import type { SignupCount, SignupRecord } from '../storage/reading.js';
import type { AdminApi } from './admin-api.js';

/** The admin API of the receiver that listens on a socket. */
export function remoteAdmin(socketPath: string): AdminApi {
  return {
    signups: (filter) => readSignups(socketPath, filter),
    counts: async () => (await post(socketPath, '/counts', {})) as readonly SignupCount[],
    erase: async (by) => (await post(socketPath, '/erase', by)) as number,
    purge: async (options) => (await post(socketPath, '/purge', options)) as Purged,
    archive: (feed) => readLines(socketPath, '/archive', { feed }),
    import: () => Promise.reject(new Error('A receiver is running on the folder: stop it first.')),
  };
}

async function* readSignups(socketPath: string, filter: unknown): AsyncGenerator<SignupRecord> {
  for await (const line of readLines(socketPath, '/signups', filter)) yield JSON.parse(line) as SignupRecord;
}

async function* readLines(socketPath: string, path: string, value: unknown): AsyncGenerator<string> {
  const response = await send(socketPath, path, value);
  try {
    yield* linesIn(response as AsyncIterable<Buffer>);
  } catch (cause) {
    throw new Error('The receiver stopped in the middle.', { cause });
  }
}

async function post(socketPath: string, path: string, value: unknown): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await send(socketPath, path, value)) as AsyncIterable<Buffer>)
    chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString());
}

function send(socketPath: string, path: string, value: unknown): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ socketPath, path, method: 'POST' }, (response) => {
      if (response.statusCode === 200) return resolve(response);
      response.setEncoding('utf8').once('data', (text: string) => {
        const { error } = JSON.parse(text) as { error?: string };
        reject(new Error(error ?? 'The receiver could not do it.'));
      });
    })
      .once('error', reject)
      .end(JSON.stringify(value));
  });
}
