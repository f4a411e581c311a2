/** Runs inside the page: starts one implementation and times it. Compile, parse, render, style and layout are all in. */
import { events, feedOf, items, timelineFeedOf } from './data.mjs';
import { searched } from './peer-card.mjs';

const PAGE = 24;
const QUERIES = ['t', 'tu', 'tui', 'tuin', '', 'm', 'ma', 'mak', 'make', 'maken', ''];
const long = [];
const shifts = [];
const interactions = new Map();
let data;

const frame = () =>
  new Promise((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(0);
    }),
  );
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function observe(type, take, options = {}) {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(take));
  observer.observe({ type, buffered: true, ...options });
  return () => observer.takeRecords().forEach(take);
}

/** The script is fetched before the clock runs. */
export async function start(kind, name, count) {
  const ours = name === 'ceal';
  data = kind === 'gallery' ? items(count) : events(count);
  const json = JSON.stringify(!ours ? data : kind === 'gallery' ? feedOf(count) : timelineFeedOf(count));
  const code = await (await fetch(`/impl/${kind}/${name}.js`)).text();
  await frame();
  await frame();
  const flush = [
    observe('longtask', (entry) => long.push(entry)),
    observe('layout-shift', (entry) => shifts.push(entry)),
  ];
  await wait(10);
  const from = performance.now();
  const script = document.createElement('script');
  script.textContent = code;
  document.head.append(script);
  const root = document.getElementById('root');
  await globalThis.Impl.init(root, ours ? json : JSON.parse(json));
  root.getBoundingClientRect();
  const ready = performance.now();
  await frame();
  const painted = performance.now();
  // What comes in steps after the first paint counts as well.
  await globalThis.Impl.whole?.();
  await wait(80);
  flush.forEach((take) => take());
  const mine = long.filter((entry) => entry.startTime + entry.duration >= from);
  return {
    ready: ready - from,
    painted: painted - from,
    longest: Math.max(0, ...mine.map((entry) => entry.duration)),
    blocking: mine.reduce((sum, entry) => sum + Math.max(0, entry.duration - 50), 0),
    shift: shifts.filter((entry) => !entry.hadRecentInput).reduce((sum, entry) => sum + entry.value, 0),
    count: globalThis.Impl.count(),
    nodes: countNodes(root),
  };
}

function countNodes(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  let count = 0;
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    count++;
    if (node.shadowRoot) count += countNodes(node.shadowRoot);
  }
  return count;
}

/** Searches as a visitor types, and checks every result: a fast wrong answer is no answer. */
export async function search(queries = QUERIES) {
  await globalThis.Impl.settled?.();
  const texts = data.map(searched);
  const keys = [];
  let wrong = 0;
  for (const query of queries) {
    await frame();
    const from = performance.now();
    await globalThis.Impl.search(query);
    document.body.getBoundingClientRect();
    keys.push(performance.now() - from);
    await frame();
    await globalThis.Impl.whole?.();
    const wanted = texts.filter((text) => text.includes(query)).length;
    if (globalThis.Impl.count() !== (globalThis.Impl.paged ? Math.min(PAGE, wanted) : wanted)) wrong++;
  }
  return { keys, wrong };
}

/** Real key presses come from the driver; Event Timing tells how long each took until the next paint. */
export function armKeys() {
  const field = globalThis.Impl.field?.() ?? document.getElementById('q');
  if (!globalThis.Impl.field) field.addEventListener('input', () => globalThis.Impl.search(field.value));
  field.focus();
  observe(
    'event',
    (entry) => {
      if (entry.interactionId)
        interactions.set(
          entry.interactionId,
          Math.max(interactions.get(entry.interactionId) ?? 0, entry.duration),
        );
    },
    { durationThreshold: 16 },
  );
}

export async function readKeys() {
  await frame();
  await wait(120);
  return Math.max(0, ...interactions.values());
}
