import { html, type TemplateResult } from 'lit';
import '../../src/enterprise-gallery/define.js';
import '../../src/ceal-feed/define.js';
import { attributes, type Args } from '../support/attributes.js';

/** Meta data that all files of gallery stories share. */
export const gallery = {
  component: 'ceal-enterprise-gallery',
  render: (args: Args): TemplateResult =>
    html`<ceal-enterprise-gallery ${attributes(args)}></ceal-enterprise-gallery>`,
  argTypes: { data: { control: false }, labels: { control: 'object' } },
  parameters: {
    actions: {
      handles: [
        'ceal-gallery-filtered',
        'ceal-gallery-open',
        'ceal-gallery-opened',
        'ceal-gallery-closed',
        'ceal-feed-loaded',
        'ceal-feed-failed',
        'ceal-feed-issues',
      ],
    },
  },
} as const;

export const SAMPLE_FEED = 'feeds/overvecht.json';
