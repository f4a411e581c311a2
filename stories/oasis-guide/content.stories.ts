import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import { guide, otherOasis, SAMPLE_FEED } from './guide.js';

const meta: Meta = {
  ...guide,
  title: 'Widgets/Oasis guide/Content',
  parameters: {
    ...guide.parameters,
    docs: storiesPage(
      'What a feed may bring: fewer steps or more, nothing but names, long words, other languages.',
    ),
  },
};
export default meta;

const LONG = 'Arbeidsongeschiktheidsverzekeringsmaatschappij';

/** Six steps, as in older sources. */
export const Six: StoryObj = {
  name: 'Six steps',
  args: { src: otherOasis('six', (steps) => ({ steps: steps.slice(0, 6) })) },
};

/** One step: no list to go through. */
export const One: StoryObj = {
  name: 'One step',
  args: { src: otherOasis('one-step', (steps) => ({ steps: steps.slice(0, 1) })) },
};

/** Too many for a circle: a list of eleven, whatever the width. */
export const Eleven: StoryObj = {
  name: 'Eleven steps',
  args: {
    src: otherOasis('eleven', (steps) => ({
      steps: [
        ...steps,
        ...steps.slice(0, 4).map((step) => ({ ...step, id: `${String(step['id'])}-nog`, number: 8 })),
      ],
    })),
  },
};

/** A number that stands there twice and one that is missing: the guide counts from one, in the order of the feed. */
export const MixedUpNumbers: StoryObj = {
  args: {
    src: otherOasis('mixed-up', (steps) => ({
      steps: steps.map(({ number: _gone, ...step }, index) =>
        index % 3 === 0 ? step : { ...step, number: 4 },
      ),
    })),
  },
};

/** A step that may be done instead of the one before it. */
export const Instead: StoryObj = {
  args: {
    src: otherOasis('instead', (steps) => ({
      steps: steps.map((step, index) => (index === 1 ? { ...step, alternative: true } : step)),
    })),
    step: 'verbinden',
  },
};

/** Nothing but names: what the feed does not say is left out. */
export const OnlyNames: StoryObj = {
  args: {
    src: otherOasis('only-names', (steps) => ({ steps: steps.map(({ id, name }) => ({ id, name })) })),
  },
};

/** Names of one long word, and a text as long as the format allows. Nothing widens the page. */
export const LongWords: StoryObj = {
  args: {
    src: otherOasis('long-words', (steps) => ({
      steps: steps.map((step) => ({ ...step, name: LONG, aim: `${LONG} `.repeat(100).trim() })),
    })),
  },
};

/** No drawings: the circle says the number of the step. */
export const NoImages: StoryObj = { args: { src: SAMPLE_FEED, images: 'none' } };

/** An English page. Ours are Dutch and English; the feed's texts come in the language of the page if they can. */
export const English: StoryObj = { globals: { locale: 'en' }, args: { src: SAMPLE_FEED } };

/** `language-switch` offers the languages that the title of the feed has and we speak. */
export const LanguageSwitch: StoryObj = { args: { src: SAMPLE_FEED, 'language-switch': true } };

/** An Arabic page: everything mirrors, the circle too. Words keep their own language and direction. */
export const RightToLeft: StoryObj = { globals: { locale: 'ar' }, args: { src: SAMPLE_FEED } };

/** Words of ours can be replaced. */
export const OwnLabels: StoryObj = {
  args: { src: SAMPLE_FEED, labels: { heading: 'Zo maken wij de buurt', activities: 'Aan de slag' } },
};
