import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { feedAt, sampleFeed } from '../support/network.js';
import { storiesPage } from '../support/page.js';
import { guide, otherOasis, pressing, readyGuide, SAMPLE_FEED } from './guide.js';

const meta: Meta = {
  ...guide,
  title: 'Widgets/Oasis guide/Leading',
  parameters: {
    ...guide.parameters,
    docs: storiesPage(
      'For whoever leads an Oasis, on a telephone in the street or on a wall screen: large type, one thing at a time.',
    ),
  },
  args: { src: SAMPLE_FEED, mode: 'facilitator', heading: 'none' },
};
export default meta;

/** Stories that press something do so where they stand alone, not all at once in the documentation. */
const alone = { docs: { story: { inline: false, height: '40rem' } } };

/** The start of a step: its summary, its contents, and the size of the group. */
export const Start: StoryObj = {};

/** The materials that have to be ready, to be ticked. */
export const Checklist: StoryObj = { play: pressing('Ligt alles klaar?'), parameters: alone };

/** An activity and its timer. It makes no sound unless somebody asks for it. */
export const Activity: StoryObj = { play: pressing('Alleen op zoek'), parameters: alone };

/** The timer runs. It keeps time by the clock, so a locked telephone loses none. */
export const Running: StoryObj = {
  play: pressing('Alleen op zoek', 'Start de klok'),
  parameters: alone,
};

/** It stands still, and can go on or begin again. */
export const Paused: StoryObj = {
  play: pressing('Alleen op zoek', 'Start de klok', 'Pauze'),
  parameters: alone,
};

/** The timer of one activity runs while the facilitator looks at something else. */
export const RunningElsewhere: StoryObj = {
  play: pressing('Alleen op zoek', 'Start de klok', 'Volgende', 'Volgende', 'Volgende'),
  parameters: alone,
};

/** Questions to ask and tips to mind. */
export const Questions: StoryObj = { play: pressing('Vragen en tips'), parameters: alone };

/** The field for notes, one for each step. */
export const Notes: StoryObj = { play: pressing('Aantekeningen'), parameters: alone };

/** The hints for a group of six. */
export const Group: StoryObj = {
  play: async (context) => {
    const widget = await readyGuide(context.canvasElement);
    const field = widget.shadowRoot!.querySelector<HTMLInputElement>('#group')!;
    field.value = '6';
    field.dispatchEvent(new Event('change'));
    await pressing('Samen lopen met een blinddoek')(context);
  },
  parameters: alone,
};

/** With `remember` ticks, times, notes and the place stay on this device, until they are erased. */
export const Remembering: StoryObj = {
  args: {
    src: feedAt('remembering', async () => Response.json({ ...(await sampleFeed()), id: 'remembering' })),
    remember: true,
  },
};

/** Erasing asks first. */
export const Erasing: StoryObj = {
  play: pressing('Alleen op zoek', 'Start de klok', 'Pauze', 'Wis mijn aantekeningen'),
  parameters: alone,
};

/** Steps of which the feed says nothing but a name. */
export const OnlyNames: StoryObj = {
  args: {
    src: otherOasis('leading-names', (steps) => ({ steps: steps.map(({ id, name }) => ({ id, name })) })),
  },
};
