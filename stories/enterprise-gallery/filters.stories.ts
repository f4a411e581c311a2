import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { storiesPage } from '../support/page.js';
import { gallery, SAMPLE_FEED } from './gallery.js';

const meta: Meta = {
  ...gallery,
  title: 'Widgets/Enterprise gallery/Search and filters',
  parameters: {
    ...gallery.parameters,
    docs: storiesPage('What a page offers at first, and what a visitor can choose.'),
  },
  args: { src: SAMPLE_FEED, 'page-size': 6 },
};
export default meta;

/** Every facet that the feed has something for. */
export const AllFacets: StoryObj = { args: { facets: 'theme status edition neighbourhood' } };

/** A page may choose what is shown at first. Within a facet values mean "or", between facets "and". */
export const Chosen: StoryObj = { args: { filter: 'theme=eten&theme=ontmoeten&status=running' } };

/** Words that are found are marked; names come before texts. */
export const Searched: StoryObj = { args: { filter: 'q=samen' } };

/** Another order at first; visitors may choose again. */
export const ByName: StoryObj = { args: { sort: 'name' } };

/** A search field and no facets. */
export const SearchOnly: StoryObj = { args: { facets: ' ' } };

/** Facets and no search field. */
export const FacetsOnly: StoryObj = { args: { search: 'false' } };

/** Search, filters and the open enterprise stand in the address, so that a visitor can pass it on. */
export const DeepLink: StoryObj = { args: { 'deep-link': true } };
