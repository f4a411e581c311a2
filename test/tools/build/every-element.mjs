/** Files made from the list of elements: the entry of the one-file bundle, and the style sheet for the head. */
import { resolve } from 'node:path';
import { ELEMENTS, WIDGETS } from '../elements.mjs';

/** The entry of `ceal-widgets.bundle.js`: a module that exists only while building. */
export const EVERY_ELEMENT = resolve('out/src/every-element.js');

/** A Rollup plugin that provides the entry: it registers every element, and has the loader look for placeholders. */
export const everyElement = () => ({
  name: 'every-element',
  resolveId: (id) => (id === EVERY_ELEMENT ? id : null),
  load: (id) =>
    id === EVERY_ELEMENT
      ? modules()
          .map((path) => `import './${path}.js';\n`)
          .join('')
      : null,
});

/** What the bundle runs, in this order: feeds are on their way while the browser reads the elements. */
const modules = () => [
  'embed/request-feeds',
  ...ELEMENTS.map(({ folder }) => `${folder}/define`),
  'embed/loader',
];

/**
 * Replaces `every-widget` in `src/embed/ceal-widgets.css` by the tags of all widgets, and `every-placeholder` by what
 * names them in `data-ceal-widget`.
 */
export const forEveryWidget = (css) =>
  css
    .replace(/^( *(?:& )?)every-widget(:not\(:defined[^)]*\))(,| \{)$/gm, (_, start, state, end) =>
      WIDGETS.map(({ tag }) => start + tag + state)
        .join(',\n')
        .concat(end),
    )
    .replace(/every-placeholder/g, () =>
      WIDGETS.map(({ tag }) => `[data-ceal-widget*='${tag.slice('ceal-'.length)}' i]`).join(', '),
    );
