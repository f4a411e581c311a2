import { html } from 'lit';
import { withActions } from 'storybook/actions/decorator';
import manifest from '../../dist/custom-elements.json';
import { argTypesOf, descriptionOf } from './arg-types.js';
import { settled } from './settled.js';
import './hosts.css';

const RIGHT_TO_LEFT = new Set(['ar']);

/** Every story stands in a page of a host: its style sheet, language, colours and size of text. */
const inHost = (story, { globals: { host, locale, scheme, text } }) => html`
  <div
    class="host host-${host} scheme-${scheme} text-${text}"
    lang=${locale}
    dir=${RIGHT_TO_LEFT.has(locale) ? 'rtl' : 'ltr'}
  >
    ${story()}
  </div>
`;

/** A menu in the toolbar. `items`: value to title. */
const menu = (title, icon, items) => ({
  description: title,
  toolbar: {
    title,
    icon,
    dynamicTitle: true,
    items: Object.entries(items).map(([value, name]) => ({ value, title: name })),
  },
});

/** @type {import('@storybook/web-components-vite').Preview} */
export default {
  tags: ['autodocs'],
  decorators: [withActions, inHost],
  // Before the checks for accessibility, which come last.
  afterEach: async ({ canvasElement, parameters }) => {
    if (parameters.settles !== false) await settled(canvasElement);
  },
  globalTypes: {
    locale: menu('Language', 'globe', {
      nl: 'Nederlands',
      en: 'English',
      ar: 'العربية (right to left)',
    }),
    scheme: menu('Colours', 'contrast', { light: 'Light', dark: 'Dark' }),
    host: menu('Page', 'browser', {
      clean: 'Clean page',
      georgia: 'Georgia on paper',
      nlds: 'NL Design System tokens',
      hostile: 'Hostile style sheet',
    }),
    text: menu('Text', 'zoom', { 100: 'Text 100 %', 200: 'Text 200 %' }),
  },
  initialGlobals: { locale: 'nl', scheme: 'light', host: 'clean', text: '100' },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'none' },
    // The page is chosen in our own menu.
    backgrounds: { disable: true },
    docs: {
      extractArgTypes: (tag) => argTypesOf(manifest, tag),
      extractComponentDescription: (tag) => descriptionOf(manifest, tag),
      source: { excludeDecorators: true },
    },
    a11y: {
      test: 'error',
      options: {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // Stories are parts of a page, without its landmarks and its first heading.
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
      },
    },
    options: {
      storySort: {
        method: 'configure',
        order: [
          'Start here',
          'Foundations',
          ['Tokens', 'Colour', 'Type', 'Space'],
          'Widgets',
          ['*', ['Docs', 'Default', 'Playground', 'Detail modes', 'States', 'Content', 'Theming']],
          'Feed',
        ],
      },
    },
  },
};
