/** What the frames of a site may read from and send to beside their own origin, as their `allowed.json` says. */
import { readAllowed } from '../embed/frame/files/allowed.js';
import type { EarlierSite } from './earlier-site.js';
import { bytesOf } from './site-file.js';
import { MOVING_VERSION } from './versions.js';

const ALLOWED_PATH = `${MOVING_VERSION}/embed/allowed.json`;

/** Origins that can stand in a policy: nothing in them could end it, or the line of a server's settings. */
const ORIGIN = /^https?:\/\/[a-z\d.-]+(?::\d+)?$/;

/**
 * The origins of other sites that somebody has written into `allowed.json`, each once. Their frames' policy has to name
 * them, as no script of a page can widen it. None where the file is as it was made, or cannot be read.
 */
export function originsAllowed({ files }: EarlierSite): readonly string[] {
  const file = files.find(({ path }) => path === ALLOWED_PATH);
  const allowed = file && readAllowed(new TextDecoder().decode(bytesOf(file)));
  const addresses = allowed ? [...allowed.feeds, ...allowed.forms] : [];
  const origins = addresses.flatMap((address) => (URL.canParse(address) ? [new URL(address).origin] : []));
  return [...new Set(origins)].filter((origin) => ORIGIN.test(origin)).toSorted();
}
