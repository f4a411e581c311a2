/** Addresses of a site that may stand anywhere: beside the feed where they were written so, absolute where that is known. */
import { NOWHERE } from '../feed/fields.js';

/** The path of a feed of which nobody knows where it stands: deep enough for links to folders above it. */
const DEPTH_PATH = '/1/2/3/4/5/6/7/8/';

/** The base for a feed of which nobody knows where it stands. What was written beside it is found back by `writtenAddress`. */
export const UNKNOWN_BASE = new URL(DEPTH_PATH, NOWHERE).href;

/**
 * An address as it was written, where it was resolved against `UNKNOWN_BASE`; any other stays. What it gives leads to the
 * same place from there, and is never read as an address with a scheme or a host of its own.
 */
export function writtenAddress(address: string): string {
  if (!address.startsWith(NOWHERE)) return address;
  const path = address.slice(NOWHERE.length - 1);
  const folders = DEPTH_PATH.split('/').slice(1, -1);
  for (let depth = folders.length; depth > 0; depth--) {
    const folder = `/${folders.slice(0, depth).join('/')}/`;
    if (path.startsWith(folder))
      return relative('../'.repeat(folders.length - depth) + path.slice(folder.length)) || './';
  }
  return path.startsWith('//') ? `/.${path}` : path;
}

/** A path that starts from a folder, also where its first part has a colon, as a scheme would, or is empty. */
const relative = (path: string): string => (/^(?:\/|[^/?#]*:)/.test(path) ? `./${path}` : path);

/** True for an address that leads to a file beside the feed or below it. */
export const isBeside = (address: string): boolean =>
  !/^(?:[a-z][a-z\d+.-]*:|\/|\.\.?\/|[?#])/i.test(address) && address !== '';

/** Addresses as a page of the site writes them. */
export interface PageAddresses {
  /** A file of the site, by its path from the site's folder. */
  readonly fileOf: (path: string) => string;
  /** An address of the feed: on the web, of a mailbox or of a telephone. Any other scheme is the name of a file. */
  readonly linkTo: (address: string) => string;
  /** The absolute form of an address of the feed; `undefined` where nobody knows it. */
  readonly absolute: (address: string) => string | undefined;
}

/** An address that is the same on every page. */
const FROM_ANYWHERE = /^(?:https?:|mailto:|tel:|\/)/i;

/** @param pagePath The path of the page from the site's folder. @param base The address of that folder, where it is known. */
export function pageAddresses(pagePath: string, base: string | undefined): PageAddresses {
  const up = '../'.repeat(pagePath.split('/').length - 1);
  const absolute = (address: string) => {
    if (base !== undefined) return new URL(address, base).href;
    return /^https?:/i.test(address) ? address : undefined;
  };
  return {
    fileOf: (path) => up + path,
    linkTo: (address) => (FROM_ANYWHERE.test(address) ? address : relative(up + address)),
    absolute,
  };
}
