import { openFeed } from '../../../out/src/feed/document.js';
import { editions } from '../../../out/src/feed/sections/editions.js';
import { enterprises } from '../../../out/src/feed/sections/enterprises.js';
import { themes } from '../../../out/src/feed/sections/labels.js';
import { feedOf } from './data.mjs';

const isText = (value, max) =>
  typeof value === 'string'
    ? value.length <= max
    : typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((text) => typeof text === 'string');
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The least that keeps a page safe, without issues, mending or references. */
function checkByHand(feed) {
  const fits = (entry) =>
    ID.test(entry.id) &&
    isText(entry.name, 200) &&
    (entry.tagline === undefined || isText(entry.tagline, 200)) &&
    (entry.description === undefined || isText(entry.description, 5000)) &&
    Array.isArray(entry.themes) &&
    entry.themes.every((id) => ID.test(id)) &&
    (!entry.image || ['https:', 'http:'].includes(new URL(entry.image.src, document.baseURI).protocol));
  return feed.enterprises.filter(fits).length;
}

/** One cold run; the time of it, or with `slice` of the longest stretch that kept the page busy. */
export async function run(which, count) {
  const text = JSON.stringify(feedOf(count));
  await new Promise((resolve) => setTimeout(resolve, 50));
  const from = performance.now();
  if (which === 'hand') {
    if (checkByHand(JSON.parse(text)) !== count) throw new Error('wrong count');
    return performance.now() - from;
  }
  const { document: feed } = openFeed(text, document.baseURI);
  const readSmall = () => [feed.read(themes), feed.read(editions)];
  if (which === 'ours') {
    readSmall();
    if (feed.read(enterprises).values.length !== count) throw new Error('wrong count');
    return performance.now() - from;
  }
  let longest = 0;
  for (let reading = feed.list(enterprises); !reading.complete;) {
    const start = performance.now();
    while (!reading.complete && performance.now() - start < 8) reading.readSome(4);
    longest = Math.max(longest, performance.now() - start);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return longest;
}
