import { html, type TemplateResult } from 'lit';
import type { StoryObj } from '@storybook/web-components-vite';
import '../../src/ceal-feed/define.js';
import '../../src/oasis-guide/define.js';
import { attributes, type Args } from '../support/attributes.js';
import { changedFeed } from '../support/network.js';

/** The settings that every file of guide stories has in common. */
export const guide = {
  component: 'ceal-oasis-guide',
  render: (args: Args): TemplateResult => html`<ceal-oasis-guide ${attributes(args)}></ceal-oasis-guide>`,
  argTypes: { data: { control: false }, labels: { control: 'object' } },
  parameters: {
    actions: {
      handles: [
        'ceal-oasis-step-change',
        'ceal-oasis-step-changed',
        'ceal-oasis-timer-ended',
        'ceal-oasis-download',
        'ceal-oasis-erased',
        'ceal-feed-loaded',
        'ceal-feed-failed',
        'ceal-feed-issues',
      ],
    },
  },
} as const;

export const SAMPLE_FEED = 'feeds/overvecht.json';

type Entry = Readonly<Record<string, unknown>>;

/** The sample feed with something else in its `oasis` section. */
export function otherOasis(name: string, change: (steps: readonly Entry[]) => Entry): string {
  return changedFeed(name, (feed) => {
    const oasis = feed['oasis'] as { readonly steps: readonly Entry[] };
    return { ...feed, oasis: { ...oasis, ...change(oasis.steps) } };
  });
}

/** The guide of a story, once its feed is there. */
export async function readyGuide(canvas: HTMLElement) {
  const widget = canvas.querySelector('ceal-oasis-guide')!;
  if (!widget.shadowRoot!.querySelector('[part~=step]'))
    await new Promise((loaded) => widget.addEventListener('ceal-feed-loaded', loaded, { once: true }));
  await widget.updateComplete;
  return widget;
}

/** Presses buttons one after the other, each by how its words begin. */
export const pressing =
  (...names: readonly string[]): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    const widget = await readyGuide(canvasElement);
    for (const name of names) {
      const buttons = [...widget.shadowRoot!.querySelectorAll('button')];
      buttons.find((button) => button.innerText.trim().startsWith(name))?.click();
      await widget.updateComplete;
    }
  };
