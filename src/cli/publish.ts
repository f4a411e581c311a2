import { chmod, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { NOWHERE } from '../feed/fields.js';
import { parseFeed } from '../feed/parse-feed.js';
import { mendId } from '../feed/mending/id.js';
import { SESSION_KINDS } from '../feed/sections/sessions.js';
import type { PublishOptions } from '../programme-timeline/publish/published-programme.js';
import { isAddress, readBytes } from '../receiver/feed/feed-source.js';
import { codeOf } from '../receiver/error-code.js';
import { addressOption, choiceOption, textOption, UsageError, type OptionValues } from './command.js';
import { printable } from './printable.js';

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

/** A feed as it was read, and the options that go with it. */
interface PublishedFeed {
  readonly bytes: Uint8Array;
  readonly options: PublishOptions;
}

/** Reads the feed of a command from a file or an address. Rejects with `UsageError` where its options do not fit. */
export async function readPublished(feed: string, values: OptionValues): Promise<PublishedFeed> {
  const page = addressOption(values, 'page');
  const kind = choiceOption(values, 'kind', SESSION_KINDS);
  await assertNotFeed(values, feed);
  const given = addressOption(values, 'base');
  const { bytes, address } = await readBytes(feed);
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
      onIssue: ({ pointer }, message) => console.error(printable(`${pointer || '/'}: ${message}`)),
    },
  };
}

/** Throws `UsageError` where a command would write over its feed. */
export async function assertNotFeed(values: OptionValues, feed: string): Promise<void> {
  const out = textOption(values, 'out');
  if (out !== undefined && !isAddress(feed) && (await pathOf(out)) === (await pathOf(feed)))
    throw new UsageError(`--out ${out} is the feed itself.`);
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
  const before = await readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
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
