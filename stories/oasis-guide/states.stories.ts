import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { FailureReason } from '../../src/feed/source.js';
import { attributes } from '../support/attributes.js';
import '../support/failed-feed.js';
import { feedAt, sampleFeed } from '../support/network.js';
import { storiesPage } from '../support/page.js';
import { guide, otherOasis } from './guide.js';

const meta: Meta = {
  ...guide,
  title: 'Widgets/Oasis guide/States',
  parameters: {
    ...guide.parameters,
    docs: storiesPage('Everything the guide can be in, and what a visitor is told then.'),
  },
};
export default meta;

/** Empty shapes of the size of what comes; they do not shimmer. */
export const Loading: StoryObj = {
  args: { src: feedAt('guide-never', () => new Promise(() => {})) },
  parameters: { settles: false },
};

/** The feed is there and holds no steps. */
export const Empty: StoryObj = { args: { src: otherOasis('no-steps', () => ({ steps: [] })) } };

/** Nobody has said where the feed is. */
export const NotSetUp: StoryObj = {};

/** Slotted words of the page are shown beside our own, or instead of them. */
export const OwnWords: StoryObj = {
  args: { src: otherOasis('own-words-steps', () => ({ steps: [] })) },
  render: (args) => html`
    <ceal-oasis-guide ${attributes(args)}>
      <p slot="intro">Zo spelen wij het hier in de buurt.</p>
      <p slot="empty">De stappen komen hier na de eerste bijeenkomst.</p>
      <p slot="footer"><a href="?path=/docs/start-here--docs">Meer over het programma</a></p>
    </ceal-oasis-guide>
  `,
};

/** The feed cannot be had. A visitor is told what to do, the site's owner why. */
export const Failed: StoryObj = {
  args: { reason: 'not-found' },
  render: ({ reason, ...args }) => html`
    <story-failed-feed .reason=${reason as FailureReason}>
      <ceal-oasis-guide ${attributes(args)}></ceal-oasis-guide>
    </story-failed-feed>
  `,
};

/** The first request went well, a later one did not: what was there stays, with its age. */
export const Stale: StoryObj = {
  tags: ['hints'],
  args: {
    src: feedAt('guide-stale', async (times) =>
      times === 0 ? Response.json(await sampleFeed()) : new Response('', { status: 404 }),
    ),
  },
  parameters: { docs: { story: { autoplay: true } } },
  play: async ({ canvasElement }) => {
    const widget = canvasElement.querySelector('ceal-oasis-guide')!;
    await widget.refresh();
    await widget.refresh();
  },
};

const broken = otherOasis('broken-steps', (steps) => ({
  steps: [{ id: 'No slug' }, 'not an object', ...steps],
}));

/** Two steps do not fit and are left out. Visitors are told when a page has `show-issues`. */
export const PartlyInvalid: StoryObj = { args: { src: broken, 'show-issues': true } };

/** For whoever keeps the feed: what does not fit, where, and why. */
export const Debug: StoryObj = { args: { src: broken, debug: true } };
