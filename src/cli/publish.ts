import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { LIMITS, NOWHERE } from '../feed/fields.js';
import { parseFeed } from '../feed/parse-feed.js';
import { mendId } from '../feed/mending/id.js';
import { SESSION_KINDS } from '../feed/sections/sessions.js';
import type { PublishOptions } from '../programme-timeline/publish/published-programme.js';
import { choiceOption, textOption, UsageError, type OptionValues } from './command.js';

/** The options of a command that makes a file of a feed. */
export const PUBLISH_OPTIONS = {
  out: { type: 'string' },
  base: { type: 'string' },
  page: { type: 'string' },
  language: { type: 'string' },
  edition: { type: 'string' },
  part: { type: 'string' },
  kind: { type: 'string' },
} as const;

export const PUBLISH_HELP = `
  --out <file>        where to write, only when something has changed; else to the standard output
  --base <address>    where the feed stands on the web; that of the feed where it is an address. Without it relative
                      links are left out
  --page <address>    the page with the timeline, which has deep-link: each session leads back to its place there
  --language <tag>    of the texts; else that of the feed
  --edition <id>      only this edition
  --part <id>         only this part
  --kind <kind>       only this kind of session, such as field
`.trimEnd();

const REQUEST_TIMEOUT_MS = 12_000;

/** A feed as it was read, and the options that go with it. */
export interface PublishedFeed {
  readonly bytes: Uint8Array;
  readonly options: PublishOptions;
}

/** Reads the feed of a command from a file or an address. Rejects with `UsageError` where its options do not fit. */
export async function readPublished(feed: string, values: OptionValues): Promise<PublishedFeed> {
  const isAddress = /^https?:/i.test(feed);
  const page = addressOption(values, 'page');
  const kind = choiceOption(values, 'kind', SESSION_KINDS);
  const out = textOption(values, 'out');
  if (out !== undefined && !isAddress && (await pathOf(out)) === (await pathOf(feed)))
    throw new UsageError(`--out ${out} is the feed itself.`);
  const given = addressOption(values, 'base');
  const { bytes, address } = isAddress
    ? await fetchFeed(feed)
    : { bytes: await readFeed(feed), address: undefined };
  const base = given ?? address;
  const [edition, part] = [textOption(values, 'edition'), textOption(values, 'part')];
  checkIds(bytes, { editions: edition, parts: part });
  return {
    bytes,
    options: {
      base,
      page,
      language: textOption(values, 'language'),
      edition,
      part,
      kind,
      onIssue: ({ pointer }, message) => console.error(`${pointer || '/'}: ${message}`),
    },
  };
}

function addressOption(values: OptionValues, name: string): string | undefined {
  const value = textOption(values, name);
  if (value === undefined || (/^https?:/i.test(value) && URL.canParse(value))) return value;
  throw new UsageError(`--${name} is an address, as https://www.example.org/, and not "${value}".`);
}

async function readFeed(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The feed ${path} cannot be read (${error.code}).`, { cause: error });
  });
}

/** @returns the bytes of a feed and the address that they came from, after what it redirects to */
async function fetchFeed(address: string): Promise<{ readonly bytes: Uint8Array; readonly address: string }> {
  const reached = async <T>(step: Promise<T>): Promise<T> =>
    step.catch((error: unknown) => {
      throw new Error(`The feed at ${address} cannot be reached.`, { cause: error });
    });
  const response = await reached(fetch(address, { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) }));
  if (!response.ok) throw new Error(`The feed at ${address} answers with status ${response.status}.`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  await reached(
    (async () => {
      for await (const chunk of response.body ?? []) {
        chunks.push(chunk as Uint8Array);
        length += (chunk as Uint8Array).byteLength;
        if (length > LIMITS.bytes) break;
      }
    })(),
  );
  if (length > LIMITS.bytes) throw new Error(`The feed at ${address} is too large.`);
  return { bytes: Buffer.concat(chunks), address: response.url };
}

/** The path of a file, beyond links to it. */
function pathOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

/** Throws `UsageError` for an id that a feed has not: a file without any session would empty everybody's calendar. */
function checkIds(
  bytes: Uint8Array,
  wanted: Readonly<Record<'editions' | 'parts', string | undefined>>,
): void {
  if (wanted.editions === undefined && wanted.parts === undefined) return;
  const parsed = parseFeed(bytes, NOWHERE);
  if (!parsed.ok) return;
  for (const [list, id] of Object.entries(wanted)) {
    const known = parsed.feed[list as keyof typeof wanted].map((entry) => entry.id);
    if (id !== undefined && !known.some((one) => one === mendId(id)))
      throw new UsageError(`The feed has no "${id}" in ${list}. It has: ${known.join(', ') || 'none'}.`);
  }
}

/** Properties of the text of a command. */
interface Reading {
  /** Takes away what is no change. */
  readonly essence?: (text: string) => string;
  /** True for a text that takes everything from whoever follows the file. */
  readonly isEmpty?: (text: string) => boolean;
}

/**
 * Writes a file whole or not at all, and only where something has changed. Throws rather than empty one.
 *
 * @returns whether it was written.
 */
async function writeIfChanged(
  given: string,
  text: string,
  { essence = (whole) => whole, isEmpty = () => false }: Reading,
): Promise<boolean> {
  const path = await pathOf(given);
  const before = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (before !== undefined && essence(before) === essence(text)) return false;
  if (before !== undefined && isEmpty(text) && !isEmpty(before))
    throw new Error(
      `There is nothing left of what ${given} has. Take that file away first if this is right.`,
    );
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const mode = before === undefined ? undefined : (await stat(path)).mode;
    await writeFile(temporary, text);
    // A mode given to `writeFile` is cut by the umask.
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return true;
}

/** Gives the text of a command: to its file, of which it tells what has become, or to the standard output. */
export async function give(values: OptionValues, text: string, reading: Reading = {}): Promise<void> {
  const path = textOption(values, 'out');
  if (path === undefined) {
    process.stdout.write(text);
    return;
  }
  const isWritten = await writeIfChanged(path, text, reading);
  console.log(isWritten ? `${path} is written.` : `Nothing has changed: ${path} stays as it is.`);
}
