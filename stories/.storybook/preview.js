import { html } from 'lit';
import { withActions } from 'storybook/actions/decorator';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import manifest from '../../dist/custom-elements.json';
import { argTypesOf, descriptionOf } from './arg-types.js';
import { settled } from './settled.js';
import { snippet } from './snippet.js';
import { theme } from './theme.js';
import './hosts.css';

const RIGHT_TO_LEFT = new Set(['ar']);

/** The name of a language, in that language. */
const nameOf = (language) => new Intl.DisplayNames(language, { type: 'language' }).of(language);

const directionOf = (locale) => (RIGHT_TO_LEFT.has(locale) ? 'rtl' : 'ltr');

/** Every story stands in a page of a host: its style sheet, language, direction, colours and size of text. */
const inHost = (story, { globals: { host, locale, direction, scheme, text } }) => html`
  <div
    class="host host-${host} scheme-${scheme} text-${text}"
    lang=${locale}
    dir=${direction === 'auto' ? directionOf(locale) : direction}
  >
    ${story()}
  </div>
`;

const screen = (name, width, height) => ({ name, styles: { width: `${width}px`, height: `${height}px` } });

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
      ...Object.fromEntries(LANGUAGES.map((language) => [language, nameOf(language)])),
      ar: `${nameOf('ar')} (right to left)`,
    }),
    direction: menu('Direction', 'transfer', {
      auto: 'Direction of the language',
      ltr: 'Left to right',
      rtl: 'Right to left',
    }),
    scheme: menu('Colours', 'contrast', { light: 'Light', dark: 'Dark' }),
    host: menu('Page', 'browser', {
      clean: 'Clean page',
      georgia: 'Georgia on paper',
      verdana: 'Verdana on a tint',
      nlds: 'NL Design System tokens',
      hostile: 'Hostile style sheet',
    }),
    text: menu('Text', 'zoom', { 100: 'Text 100 %', 200: 'Text 200 %' }),
  },
  initialGlobals: { locale: 'nl', direction: 'auto', scheme: 'light', host: 'clean', text: '100' },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'none' },
    // The page is chosen in our own menu.
    backgrounds: { disable: true },
    viewport: {
      options: {
        phone: screen('Phone, 320', 320, 640),
        tablet: screen('Tablet, 768', 768, 1024),
        desk: screen('Desk, 1280', 1280, 900),
      },
    },
    docs: {
      theme,
      codePanel: true,
      extractArgTypes: (tag) => argTypesOf(manifest, tag),
      extractComponentDescription: (tag) => descriptionOf(manifest, tag),
      source: { excludeDecorators: true, transform: (code) => snippet(code) },
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
          'Docs',
          [
            'CEAL Widgets',
            'On your page',
            'With npm',
            'What all widgets share',
            'The feed',
            '*',
            'The sign-up receiver',
            'The commands',
            'Security',
            'Changelog',
          ],
          'Foundations',
          ['Tokens', 'Colour', 'Type', 'Space'],
          'Widgets',
          [
            '*',
            [
              'Docs',
              'Default',
              'Playground',
              'Layout',
              'Search and filters',
              'Detail',
              'Leading',
              'States',
              'Content',
              'Theming',
            ],
          ],
          'Feed',
          'Embed',
        ],
      },
    },
  },
};
