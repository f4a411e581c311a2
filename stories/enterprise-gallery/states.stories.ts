import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { changedFeed, feedAt, sampleFeed, type RawFeed } from '../support/network.js';
import { gallery } from './gallery.js';

const meta: Meta = {
  ...gallery,
  title: 'Widgets/Enterprise gallery/States',
  args: { 'page-size': 4 },
};
export default meta;

/** Empty shapes of the size of what comes; they do not shimmer. */
export const Loading: StoryObj = {
  args: { src: feedAt('never', () => new Promise(() => {})) },
};

/** After four seconds a sentence says that it takes long; after nine the enterprises are there. */
export const Slow: StoryObj = {
  args: {
    src: feedAt('slow', async () => {
      await new Promise((resolve) => setTimeout(resolve, 9_000));
      return Response.json(await sampleFeed());
    }),
  },
};

/** The feed is there and holds no enterprises. */
export const Empty: StoryObj = {
  args: { src: changedFeed('empty', (feed) => ({ ...feed, enterprises: [] })) },
};

/** Nobody has said where the feed is. */
export const NotSetUp: StoryObj = {};

export const OneItem: StoryObj = {
  args: { src: changedFeed('one', (feed) => ({ ...feed, enterprises: feed.enterprises.slice(0, 1) })) },
};

/** A page of cards at a time, however many there are. */
export const FiveHundred: StoryObj = {
  name: '500 items',
  args: { src: changedFeed('500', (feed) => repeated(feed, 500)), 'page-size': 24 },
};

/** Two entries do not fit and are left out. With `show-issues` visitors are told; `debug` lists what is wrong. */
export const PartlyInvalid: StoryObj = {
  args: {
    src: changedFeed('invalid', (feed) => ({
      ...feed,
      enterprises: [{ id: 'No slug' }, 'not an object', ...feed.enterprises],
    })),
    'show-issues': true,
    debug: true,
  },
};

/** The first request went well, a later one did not: what was there stays, with its age. */
export const Stale: StoryObj = {
  args: {
    src: feedAt('stale', async (times) =>
      times === 0 ? Response.json(await sampleFeed()) : new Response('', { status: 404 }),
    ),
  },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const widget = canvasElement.querySelector('ceal-enterprise-gallery')!;
    await widget.refresh();
    await widget.refresh();
  },
};

/** No connection. Two more tries, a few seconds apart, come before the words. */
export const Offline: StoryObj = {
  args: {
    src: feedAt('offline', () => {
      Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true });
      setTimeout(() => Reflect.deleteProperty(navigator, 'onLine'), 100);
      throw new TypeError('Failed to fetch');
    }),
  },
};

export const NotFound: StoryObj = {
  name: '404',
  args: { src: feedAt('404', () => new Response('', { status: 404 })) },
};

/** The address gives a web page: a login screen, or a page that says "not found" with status 200. */
export const WebPage: StoryObj = {
  name: 'HTML instead of JSON',
  args: { src: feedAt('web-page', () => new Response('<!doctype html><title>Log in</title>')) },
};

/** A feed of format 2 cannot be read by these widgets: the page needs newer ones. */
export const NewerVersion: StoryObj = {
  args: { src: changedFeed('newer', (feed) => ({ ...feed, version: 2 })) },
};

/** The same enterprises over and over, each with an id of its own, until there are enough. */
function repeated(feed: RawFeed, count: number): RawFeed {
  const { enterprises } = feed;
  const copies = Array.from({ length: count }, (_, index) => {
    const { becameId: _gone, ...original } = enterprises[index % enterprises.length]!;
    return { ...original, id: `${String(original['id'])}-${index}`, example: true };
  });
  return { ...feed, enterprises: copies };
}
