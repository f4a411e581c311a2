/** The type of each kind of file, for servers that would guess. */
export const TYPES: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  css: 'text/css',
  gif: 'image/gif',
  html: 'text/html',
  ics: 'text/calendar',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  map: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webp: 'image/webp',
};

/** Files whose type does not follow from how their name ends. */
export const TYPES_BY_NAME: Readonly<Record<string, string>> = {
  'feed.schema.json': 'application/schema+json',
  'news.json': 'application/feed+json',
};

/** Types that a server has to compress: all but those that are compressed in themselves. */
export const COMPRESSED_TYPES: readonly string[] = [
  ...new Set(
    [...Object.values(TYPES), ...Object.values(TYPES_BY_NAME)].filter((type) =>
      /^text\/|json|svg/.test(type),
    ),
  ),
].toSorted();
