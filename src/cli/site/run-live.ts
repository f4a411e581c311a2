/** A site while somebody edits its feed: made anew on each save, and shown. */
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { codeOf } from '../../receiver/error-code.js';
import { closeServer, listen, portOf } from '../../receiver/http/listening.js';
import { surviveLostOutput } from '../../receiver/log.js';
import { LiveSite } from '../../site/live/live-site.js';
import { UsageError } from '../command.js';
import { printableError } from '../printable.js';
import { stopSignal } from '../stop-signal.js';
import { FileWatch } from './file-watch.js';
import { makeInFolder, type SiteInFolder } from './make-in-folder.js';
import type { SiteOptions } from './site-options.js';

export const DEFAULT_PORT = 8080;
/** Only this machine sees a site before it is online. */
const HOST = '127.0.0.1';
const STOP_TIMEOUT_MS = 15_000;
/** The time between two looks at the files. */
const LOOK_INTERVAL_MS = 200;
/** The time without changes after which a feed is read: editors write a file in several steps. */
const SETTLE_MS = 100;

export interface LiveOptions {
  /** Makes it anew each time the file of the feed, or one that it names beside itself, is saved. */
  readonly isWatched: boolean;
  /** The port at which it is shown; 0 for any that is free, `undefined` for none. */
  readonly port: number | undefined;
}

/**
 * Makes a site, and goes on until SIGINT or SIGTERM. Rejects where the first one cannot be made. Later a feed of which none
 * can be made is told, and the site of before stays.
 */
export async function runLive(options: SiteOptions, { isWatched, port }: LiveOptions): Promise<void> {
  surviveLostOutput();
  const signal = stopSignal(STOP_TIMEOUT_MS);
  const watch = new FileWatch();
  // Before it is read: what is saved from now on is seen.
  await watch.follow([options.feed]);
  let made = await makeInFolder(options);
  await watch.follow(made.sources);
  const live = new LiveSite(options.folder, Promise.resolve(made.site));
  if (port !== undefined) {
    await listenAt(live, port);
    console.log(`See it at http://${HOST}:${portOf(live.server)}/. Stop with Ctrl+C.`);
  }
  if (isWatched) {
    console.log(`Watching ${options.feed}. Stop with Ctrl+C.`);
    await remakeOnSave(watch, signal, async () => {
      const making = makeOrKeep(options, made);
      live.show(making.then(({ site }) => site));
      return (made = await making);
    });
  } else if (!signal.aborted) await once(signal, 'abort');
  live.endStreams();
  if (port !== undefined) await closeServer(live.server);
}

async function listenAt({ server }: LiveSite, port: number): Promise<void> {
  await listen(server, port, HOST).catch((error: unknown) => {
    throw codeOf(error) === 'EADDRINUSE'
      ? new UsageError(`Port ${port} is taken. Name another one: --port ${port + 1}.`)
      : error;
  });
}

/** Makes the site anew; tells why that cannot be, and keeps the one of before. */
async function makeOrKeep(options: SiteOptions, before: SiteInFolder): Promise<SiteInFolder> {
  try {
    return await makeInFolder(options);
  } catch (error) {
    console.error(printableError(error));
    console.error(`${options.out} stays as it was.`);
    return before;
  }
}

/** Makes the site anew each time a file is saved that it was made from, until the signal. */
async function remakeOnSave(watch: FileWatch, signal: AbortSignal, remake: () => Promise<SiteInFolder>) {
  while (!signal.aborted) {
    await pause(LOOK_INTERVAL_MS, signal);
    if (!(await watch.hasChanged())) continue;
    do await pause(SETTLE_MS, signal);
    while (await watch.hasChanged());
    if (!signal.aborted) await watch.follow((await remake()).sources);
  }
}

/** Waits, or until the signal. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => {});
