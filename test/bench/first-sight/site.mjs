/** The files of the site that is loaded: a page for each way, what they share, and `dist/`. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { buildScript } from '../build.mjs';
import { feedOf, timelineFeedOf } from '../in-page/data.mjs';
import { itemsOf } from '../in-page/items.mjs';
import { cardMarkup } from '../in-page/peer-card.mjs';
import { CHECK_FILES } from './check-line.mjs';

const here = (path) => new URL(path, import.meta.url).pathname;
const ENTERPRISES = 46;
const SESSIONS = 24;
/** Cards that every way shows at first. */
const FIRST_CARDS = 24;
const HOST_STYLE = '<link rel="stylesheet" href="/page.css" />';
const DIST_FILES = /(?:^|\/)[^/]+\.(?:js|css)$/;

/** The names of the pages, one for each way. */
export const WAYS = readdirSync(here('.'))
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''));

/** @returns {Promise<Map<string, Buffer>>} By path. A way that cannot be had yet has no page. */
export async function siteOf(out, dist) {
  const feed = feedWithPictures();
  const items = itemsOf(feed);
  const folder = `${out}first-sight`;
  mkdirSync(folder, { recursive: true });
  const feedFile = `${folder}/feed.json`;
  writeFileSync(feedFile, JSON.stringify(feed));
  await buildScript(here('hand-written.mjs'), `${folder}/hand-written.js`);

  const files = new Map();
  const put = (path, body) => files.set(path, Buffer.from(body));
  const style = readFileSync(here('../page.css'), 'utf8');
  const filled = {
    '<!-- cards -->': () => items.slice(0, FIRST_CARDS).map(cardMarkup).join('\n'),
    '<!-- prerendered -->': () => prerendered(dist, feedFile),
  };
  for (const way of WAYS) {
    const page = readFileSync(here(`${way}.html`), 'utf8');
    const place = Object.keys(filled).find((one) => page.includes(one));
    const content = place && filled[place]();
    if (place && !content) continue;
    const whole = place ? page.replace(place, () => content) : page;
    put(`/${way}.html`, whole);
    put(`/counted/${way}.html`, whole.replace(HOST_STYLE, `<style>${style}</style>`));
  }
  for (const path in CHECK_FILES) put(path, CHECK_FILES[path]);
  put('/page.css', style);
  put('/hand-written.js', readFileSync(`${folder}/hand-written.js`));
  put('/list.min.js', readFileSync(here('../node_modules/list.js/dist/list.min.js')));
  put('/listjs-init.js', readFileSync(here('listjs-init.js')));
  put('/feed.json', JSON.stringify(feed));
  put('/sessions.json', JSON.stringify(timelineFeedOf(SESSIONS)));
  put('/enterprises.json', JSON.stringify(items));
  for (const { image } of items) if (image) put(image, picture());
  for (const file of readdirSync(dist, { recursive: true }))
    if (DIST_FILES.test(file) && !file.startsWith('modules'))
      put(`/dist/${file}`, readFileSync(join(dist, file)));
  return files;
}

/** The feed of the other kinds, with a picture of its own for each enterprise that has one. */
function feedWithPictures() {
  const feed = feedOf(ENTERPRISES);
  const withPicture = (it) =>
    it.image ? { ...it, image: { ...it.image, src: `/pictures/${it.id}.png` } } : it;
  return { ...feed, enterprises: feed.enterprises.map(withPicture) };
}

/** Our gallery as HTML, by the command for it; nothing where that is not there yet. */
function prerendered(dist, feedFile) {
  const program = `${dist}/modules/cli/ceal-widgets.js`;
  if (!existsSync(`${dist}/modules/cli/prerender.js`)) return undefined;
  const options = {
    feed: feedFile,
    widget: 'enterprise-gallery',
    attr: 'src=/feed.json',
    lang: 'nl',
    files: '/dist/',
  };
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return execFileSync(process.execPath, [program, 'prerender', ...given], { encoding: 'utf8' });
}

/** A picture of noise, 120 × 90 and 2.7 kB: nothing makes it smaller on the wire. */
function picture() {
  const [width, height, bits] = [120, 90, 2];
  const row = () => Buffer.concat([Buffer.from([0]), randomBytes((width * bits) / 8)]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = bits;
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, row)));
  const chunks = [pngChunk('IHDR', head), pngChunk('IDAT', rows), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks]);
}

function pngChunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
