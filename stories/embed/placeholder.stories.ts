import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/embed/loader.js';
import { attributes } from '../support/attributes.js';
import { storiesPage } from '../support/page.js';

const meta: Meta = {
  title: 'Embed/Placeholder',
  args: { 'data-src': 'feeds/overvecht.json', 'data-page-size': '3' },
  parameters: {
    docs: storiesPage(
      'For editors that take unknown elements out of a page: a `<div>` that names a widget, with its attributes as `data-…`. The script puts the widget in its place; what stands in it is shown until then, and where nothing comes.',
    ),
  },
};
export default meta;

export const OneWidget: StoryObj = {
  name: 'A widget',
  render: (args) => html`
    <div data-ceal-widget="enterprise-gallery" ${attributes(args)}>
      <a href="https://www.juntos.info/ondernemen-in-de-wijk">Alle ondernemingen</a>
    </div>
  `,
};

export const OneFeed: StoryObj = {
  name: 'Two widgets, one feed',
  args: { 'data-page-size': undefined },
  render: (args) => html`
    <div data-ceal-widget="feed" ${attributes(args)}>
      <div data-ceal-widget="programme-timeline">
        <a href="https://www.juntos.info/ondernemen-in-de-wijk">Het programma</a>
      </div>
      <p>Hier kan tekst van de pagina zelf staan.</p>
      <div data-ceal-widget="oasis-guide">
        <a href="https://www.juntos.info/ondernemen-in-de-wijk">De methode</a>
      </div>
    </div>
  `,
};
