import { openFeed } from '../../../out/src/feed/document.js';
import { describingFields } from '../../../out/src/feed/format/describing-fields.js';
import { parseFeed } from '../../../out/src/feed/parse-feed.js';
import { readingFields } from '../../../out/src/feed/reading-fields.js';
import { editions } from '../../../out/src/feed/sections/editions.js';
import { enterprises } from '../../../out/src/feed/sections/enterprises.js';
import { themes } from '../../../out/src/feed/sections/labels.js';
import { feedOf } from './data.mjs';

const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

const isText = (max) => (value) =>
  typeof value === 'string'
    ? value.length <= max
    : typeof value === 'object' &&
      value !== null &&
      Object.entries(value).every(([tag, text]) => tag.length < 36 && typeof text === 'string');
const isTitle = isText(200);
const isLongText = isText(5000);
const isId = (value) => typeof value === 'string' && ID.test(value);
const isCount = (max) => (value) => Number.isInteger(value) && value >= 0 && value <= max;
const isListOf = (fits, max) => (value) => Array.isArray(value) && value.length <= max && value.every(fits);
const isAddress = (value) =>
  typeof value === 'string' && /^https?:$/.test(new URL(value, document.baseURI).protocol);
const isLink = (value) => isAddress(value.url) && (value.label === undefined || isTitle(value.label));
const isPicture = (value) =>
  isAddress(value.src) &&
  (value.alt === undefined || isTitle(value.alt)) &&
  [value.width, value.height].every((size) => size === undefined || isCount(20_000)(size)) &&
  (value.srcset ?? []).every(({ src, width }) => isAddress(src) && isCount(20_000)(width));
const isPlace = (value) => isTitle(value.name) && (value.url === undefined || isAddress(value.url));

const REQUIRED = { id: isId, name: isTitle };
const OPTIONAL = {
  alternateNames: isListOf(isTitle, 20),
  tagline: isTitle,
  description: isLongText,
  edition: isId,
  themes: isListOf(isId, 20),
  neighbourhood: isId,
  status: (value) => typeof value === 'string',
  founded: (value) => typeof value === 'string' && DATE.test(value),
  people: isCount(100_000),
  image: isPicture,
  place: isPlace,
  links: isListOf(isLink, 50),
  successorId: isId,
  sources: isListOf((value) => isTitle(value.label), 50),
  example: (value) => typeof value === 'boolean',
  draft: (value) => typeof value === 'boolean',
};

/** The same work by hand: every field of every enterprise, what is wrong with its place, and what is referred to. */
function checkByHand(feed) {
  const issues = [];
  const idsOf = (name) =>
    new Set(feed[name].filter(({ id, label }) => isId(id) && isTitle(label ?? '')).map(({ id }) => id));
  const known = {
    themes: idsOf('themes'),
    edition: idsOf('editions'),
    neighbourhood: idsOf('neighbourhoods'),
  };
  const seen = new Set();
  const values = [];
  for (const [at, entry] of feed.enterprises.entries()) {
    const wrong = (field) => issues.push({ pointer: `/enterprises/${at}/${field}` });
    const bad = Object.keys(REQUIRED).filter((field) => !REQUIRED[field](entry[field]));
    bad.forEach(wrong);
    if (bad.length > 0 || seen.has(entry.id)) continue;
    seen.add(entry.id);
    const value = { id: entry.id, name: entry.name };
    for (const field in OPTIONAL)
      if (entry[field] !== undefined && OPTIONAL[field](entry[field])) value[field] = entry[field];
      else if (entry[field] !== undefined) wrong(field);
    for (const field in known)
      if ([value[field] ?? []].flat().some((id) => !known[field].has(id))) wrong(field);
    values.push(value);
  }
  return values.length;
}

globalThis.Feed = { run };

const FIELDS = { ours: readingFields, zod: describingFields };

/**
 * One cold run; the time of it, or with `slice` of the longest stretch that kept the page busy. The feed has `count`
 * enterprises, or is the `sample`, of which every section is read.
 */
async function run(which, count, sample) {
  const text = count === 'sample' ? sample : JSON.stringify(feedOf(count));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const from = performance.now();
  if (which === 'hand') {
    if (checkByHand(JSON.parse(text)) !== count) throw new Error('wrong count');
    return performance.now() - from;
  }
  if (count === 'sample') {
    const { issues } = parseFeed(text, document.baseURI, FIELDS[which]);
    if (issues.length > 0) throw new Error('The sample is read otherwise.');
    return performance.now() - from;
  }
  const { document: feed } = openFeed(text, document.baseURI, FIELDS[which]);
  if (which !== 'slice') {
    feed.read(themes);
    feed.read(editions);
    if (feed.read(enterprises).values.length !== count) throw new Error('wrong count');
    return performance.now() - from;
  }
  let longest = 0;
  for (let reading = feed.list(enterprises); !reading.complete;) {
    const start = performance.now();
    while (!reading.complete && performance.now() - start < 8) reading.readNext(4);
    longest = Math.max(longest, performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return longest;
}
