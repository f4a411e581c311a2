/** A site while somebody edits its feed: made anew on each save, and shown. */
import { once } from 'node:events';
import { unwatchFile, watchFile } from 'node:fs';
import { codeOf } from '../../receiver/error-code.js';
import { closeServer, listen, portOf } from '../../receiver/http/listening.js';
import { surviveLostOutput } from '../../receiver/log.js';
import { LiveSite } from '../../site/live/live-site.js';
import { UsageError } from '../command.js';
import { printableError } from '../printable.js';
import { stopSignal } from '../stop-signal.js';
import { makeInFolder, type SiteInFolder } from './make-in-folder.js';
import type { SiteOptions } from './site-options.js';

export const DEFAULT_PORT = 8080;
/** Only this machine sees a site before it is online. */
const HOST = '127.0.0.1';
const STOP_TIMEOUT_MS = 15_000;
/** The time between two looks at a file: a look also sees a file that was put in its place, and one on another machine. */
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
  let making = Promise.resolve(await makeInFolder(options));
  const siteOf = async (made: Promise<SiteInFolder>) => (await made).site;
  const live = new LiveSite(options.folder, siteOf(making));
  if (port !== undefined) await listenAt(live, port);
  if (isWatched) {
    const watch = watcher(signal, () => {
      making = making.then((before) => makeOrKeep(options, before));
      live.show(siteOf(making));
      void making.then(({ sources }) => watch(sources));
    });
    watch((await making).sources);
  }
  if (port !== undefined) console.log(`See it at http://${HOST}:${portOf(live.server)}/. Stop with Ctrl+C.`);
  if (isWatched) console.log(`Watching ${options.feed}. Stop with Ctrl+C.`);
  if (!signal.aborted) await once(signal, 'abort');
  await making;
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

/**
 * Calls back each time one of some files was saved, until the signal.
 *
 * @returns a function that takes the paths of the files to watch from now on, which need not be there yet.
 */
function watcher(signal: AbortSignal, onSave: () => void): (paths: readonly string[]) => void {
  let watched: readonly string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(onSave, SETTLE_MS);
  };
  const watch = (paths: readonly string[]) => {
    for (const path of watched) if (!paths.includes(path)) unwatchFile(path, settle);
    for (const path of paths)
      if (!watched.includes(path)) watchFile(path, { interval: LOOK_INTERVAL_MS }, settle);
    watched = paths;
  };
  signal.addEventListener('abort', () => {
    watch([]);
    clearTimeout(timer);
  });
  return (paths) => {
    if (!signal.aborted) watch(paths);
  };
}
