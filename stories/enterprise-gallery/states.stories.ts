import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { FailureReason } from '../../src/feed/source.js';
import { attributes } from '../support/attributes.js';
import '../support/failed-feed.js';
import { changedFeed, feedAt, sampleFeed } from '../support/network.js';
import { storiesPage } from '../support/page.js';
import { gallery } from './gallery.js';

const meta: Meta = {
  ...gallery,
  title: 'Widgets/Enterprise gallery/States',
  parameters: {
    ...gallery.parameters,
    docs: storiesPage('Everything the gallery can be in, and what a visitor is told then.'),
  },
  args: { 'page-size': 4 },
};
export default meta;

const REASONS = [
  'offline',
  'timed-out',
  'server-error',
  'unreachable',
  'not-found',
  'refused',
  'blocked-by-policy',
  'bad-address',
  'not-json',
  'web-page',
  'too-large',
  'not-a-feed',
  'newer-version',
] as const satisfies readonly FailureReason[];

/** Empty shapes of the size of what comes; they do not shimmer. */
export const Loading: StoryObj = {
  args: { src: feedAt('never', () => new Promise(() => {})) },
  parameters: { settles: false },
};

/** After four seconds a sentence says that it takes long; after six the enterprises are there. */
export const Slow: StoryObj = {
  args: {
    src: feedAt('slow', async () => {
      await new Promise((resolve) => setTimeout(resolve, 6_000));
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

/** Content that a page slots in is shown instead of our own words. */
export const OwnWords: StoryObj = {
  args: { src: changedFeed('own-words', (feed) => ({ ...feed, enterprises: [] })) },
  render: (args) => html`
    <ceal-enterprise-gallery ${attributes(args)}>
      <p slot="intro">Wat bewoners en studenten samen begonnen.</p>
      <p slot="empty">De eerste ondernemingen komen hier na de start van de cursus.</p>
      <p slot="footer"><a href="?path=/docs/start-here--docs">Meer over het programma</a></p>
    </ceal-enterprise-gallery>
  `,
};

/** The search has a result of nothing, and says how to go on. */
export const NothingFound: StoryObj = {
  args: { src: 'feeds/overvecht.json', filter: 'q=zeppelin' },
};

/** The feed cannot be had. A visitor is told what to do, the site's owner why. */
export const Failed: StoryObj = {
  args: { reason: 'not-found' },
  argTypes: { reason: { control: 'select', options: REASONS } },
  render: ({ reason, ...args }) => html`
    <story-failed-feed .reason=${reason as FailureReason}>
      <ceal-enterprise-gallery ${attributes(args)}></ceal-enterprise-gallery>
    </story-failed-feed>
  `,
};

/** Every reason there is. The console has a hint for the site's owner, once for each. */
export const EveryReason: StoryObj = {
  render: () =>
    html`${REASONS.map(
      (reason) => html`
        <story-failed-feed .reason=${reason}>
          <ceal-enterprise-gallery heading=${reason}></ceal-enterprise-gallery>
        </story-failed-feed>
      `,
    )}`,
};

/** As it happens on a site: the address gives a web page, a login screen perhaps, with status 200. */
export const WebPage: StoryObj = {
  name: 'HTML instead of JSON',
  tags: ['hints'],
  args: { src: feedAt('web-page', () => new Response('<!doctype html><title>Log in</title>')) },
};

/** The first request went well, a later one did not: what was there stays, with its age. */
export const Stale: StoryObj = {
  tags: ['hints'],
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

const broken = changedFeed('broken', (feed) => ({
  ...feed,
  enterprises: [{ id: 'No slug' }, 'not an object', ...feed.enterprises],
}));

/** Two entries do not fit and are left out. Visitors are told when a page has `show-issues`. */
export const PartlyInvalid: StoryObj = { args: { src: broken, 'show-issues': true } };

/** For whoever keeps the feed: what does not fit, where, and why. */
export const Debug: StoryObj = { args: { src: broken, debug: true } };
