import { realpath } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { isAddress } from '../../receiver/feed/feed-source.js';
import { addressOption, textOption, UsageError, type OptionValues } from '../command.js';

/** What the options say of a site, whatever its feed says. */
export interface SiteOptions {
  /** A file or an address. */
  readonly feed: string;
  /** The folder as it was typed, for messages. */
  readonly out: string;
  /** The same without links to it. */
  readonly folder: string;
  /** The address of the site's folder, with `/` at its end, where it is known. */
  readonly base: string | undefined;
  /** Sources of the policy that may show the pages for frames; anybody by default. */
  readonly frameAncestors: readonly string[] | undefined;
  /** Goes on where entries of the feed are lost. */
  readonly keepsGoing: boolean;
  /** Writes another build over the same version. */
  readonly replacesVersion: boolean;
}

/** Reads the options. Rejects with `UsageError` where they do not fit. */
export async function siteOptions(values: OptionValues): Promise<SiteOptions> {
  const [feed, out] = [needed(values, 'feed'), needed(values, 'out')];
  const base = baseOption(values);
  const frameAncestors = ancestorsOption(values);
  const folder = await realpath(out).catch(() => resolve(out));
  if (!isAddress(feed) && isInside(await realpath(feed).catch(() => resolve(feed)), folder))
    throw new UsageError(`--feed ${feed} lies in the folder that is to be made. Keep it elsewhere.`);
  return {
    feed,
    out,
    folder,
    base,
    frameAncestors,
    keepsGoing: values['keep-going'] === true,
    replacesVersion: values['replace-version'] === true,
  };
}

function needed(values: OptionValues, name: string): string {
  const value = textOption(values, name);
  if (!value) throw new UsageError(`--${name} is missing.`);
  return value;
}

/** The address of the site's folder, which ends with a slash. */
function baseOption(values: OptionValues): string | undefined {
  const given = addressOption(values, 'base');
  if (given === undefined) return undefined;
  const { origin, pathname, search, hash, username, password } = new URL(given);
  if (search || hash || username || password || !/^[\w./~-]*$/.test(pathname))
    throw new UsageError(`--base is the address of a folder, as https://www.example.org/widgets/.`);
  return `${origin}${pathname.replace(/\/*$/, '/')}`;
}

/** A source of `frame-ancestors`: nothing that could end the policy, or the line of a server's settings. */
const ANCESTOR = /^(?:'self'|'none'|https?:\/\/(?:\*\.)?[a-z\d.-]+(?::\d+)?)$/i;

/** The sites that may show the pages for frames. */
function ancestorsOption(values: OptionValues): readonly string[] | undefined {
  const sources = textOption(values, 'frame-ancestors')
    ?.trim()
    .split(/[\s,]+/);
  const wrong = sources?.find((source) => !ANCESTOR.test(source));
  if (wrong !== undefined)
    throw new UsageError(
      `--frame-ancestors takes 'self', 'none' and addresses as https://partner.example, and not "${wrong}".`,
    );
  return sources;
}

const isInside = (path: string, folder: string): boolean =>
  !relative(folder, path).startsWith('..') && !relative(folder, path).startsWith(sep);
