/** One file of a site, by its path from the site's folder, with `/` between its parts. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** The bytes of a file. */
export const bytesOf = ({ content }: SiteFile): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** A JSON file, for people to read too. */
export const jsonFile = (path: string, value: unknown): SiteFile => ({
  path,
  content: `${JSON.stringify(value, null, 2)}\n`,
});
