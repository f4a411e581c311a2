import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { attributes } from '../support/attributes.js';
import '../support/failed-feed.js';
import { changedFeed, feedAt, sampleFeed } from '../support/network.js';
import { storiesPage } from '../support/page.js';
import { SAMPLE_FEED, timeline } from './timeline.js';

const meta: Meta = {
  ...timeline,
  title: 'Widgets/Programme timeline/States',
  parameters: {
    ...timeline.parameters,
    docs: storiesPage('Everything the timeline can be in, and what a visitor is told then.'),
  },
  args: { edition: 'ex-najaar-2027' },
};
export default meta;

/** Empty rows beside the rail; they do not shimmer. */
export const Loading: StoryObj = {
  args: { src: feedAt('timeline-never', () => new Promise(() => {})) },
  parameters: { settles: false },
};

/** After four seconds a sentence says that it takes long; after six the programme is there. */
export const Slow: StoryObj = {
  args: {
    src: feedAt('timeline-slow', async () => {
      await new Promise((resolve) => setTimeout(resolve, 6_000));
      return Response.json(await sampleFeed());
    }),
  },
};

/** The feed is there and holds no editions and no sessions. */
export const Empty: StoryObj = {
  args: {
    src: changedFeed('timeline-empty', (feed) => ({ ...feed, editions: [], sessions: [] })),
  },
};

/** Nobody has said where the feed is. */
export const NotSetUp: StoryObj = {};

/** The page's own words, in slots, are shown instead of ours. */
export const OwnWords: StoryObj = {
  args: { src: changedFeed('timeline-own', (feed) => ({ ...feed, editions: [], sessions: [] })) },
  render: (args) => html`
    <ceal-programme-timeline ${attributes(args)}>
      <p slot="intro">Elke donderdagmiddag in de wijk.</p>
      <p slot="empty">Het programma komt hier zodra de data bekend zijn.</p>
      <p slot="footer"><a href="?path=/docs/start-here--docs">Meer over het programma</a></p>
    </ceal-programme-timeline>
  `,
};

/** The page narrows the programme to something that is not there. */
export const NothingFound: StoryObj = { args: { src: SAMPLE_FEED, edition: 'bestaat-niet' } };

/** The feed cannot be had. A visitor is told what to do, the site's owner why. */
export const Failed: StoryObj = {
  render: (args) => html`
    <story-failed-feed .reason=${'not-found'}>
      <ceal-programme-timeline ${attributes(args)}></ceal-programme-timeline>
    </story-failed-feed>
  `,
};

/** The first request went well, a later one did not: what was there stays, with its age. */
export const Stale: StoryObj = {
  tags: ['hints'],
  args: {
    src: feedAt('timeline-stale', async (times) =>
      times === 0 ? Response.json(await sampleFeed()) : new Response('', { status: 404 }),
    ),
  },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const widget = canvasElement.querySelector('ceal-programme-timeline')!;
    await widget.refresh();
    await widget.refresh();
  },
};

const broken = changedFeed('timeline-broken', (feed) => ({
  ...feed,
  sessions: [{ id: 'No slug' }, 'not an object', ...(feed['sessions'] as unknown[])],
}));

/** Two entries do not fit and are left out. Visitors are told when a page has `show-issues`. */
export const PartlyInvalid: StoryObj = { args: { src: broken, 'show-issues': true } };

/** For whoever keeps the feed: what does not fit, where, and why. */
export const Debug: StoryObj = { args: { src: broken, debug: true } };
