import { html } from 'lit';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import '../../src/enterprise-gallery/define.js';
import '../../src/ceal-feed/define.js';
import { attributes } from '../support/attributes.js';

const meta: Meta = {
  title: 'Feed/One feed for a page',
  component: 'ceal-feed',
  args: { src: 'feeds/overvecht.json' },
  argTypes: { data: { control: false } },
};
export default meta;

/** `<ceal-feed>` asks once; every widget inside it shows what is its own. Any markup may stand between. */
export const Shared: StoryObj = {
  name: 'Two widgets, one request',
  render: (args) => html`
    <ceal-feed ${attributes(args)}>
      <ceal-enterprise-gallery
        heading="Wat draait er nu?"
        filter="status=running"
        facets=""
        search="false"
        page-size="4"
      ></ceal-enterprise-gallery>
      <p>Hier kan tekst van de pagina zelf staan.</p>
      <ceal-enterprise-gallery heading="Alle ondernemingen" page-size="8"></ceal-enterprise-gallery>
    </ceal-feed>
  `,
};
