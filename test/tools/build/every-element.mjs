/** Files made from the list of elements: the entry of the one-file bundle, and the style sheet for the head. */
import { resolve } from 'node:path';
import { ELEMENTS, WIDGETS } from '../elements.mjs';

/** The entry of `ceal-widgets.bundle.js`: a module that exists only while building. */
export const EVERY_ELEMENT = resolve('out/src/every-element.js');

/** A Rollup plugin that provides the entry: it registers every element. */
export const everyElement = () => ({
  name: 'every-element',
  resolveId: (id) => (id === EVERY_ELEMENT ? id : null),
  load: (id) =>
    id === EVERY_ELEMENT ? ELEMENTS.map(({ folder }) => `import './${folder}/define.js';\n`).join('') : null,
});

/** Replaces the placeholder `every-widget` in `src/embed/ceal-widgets.css` by the tags of all widgets. */
export const forEveryWidget = (css) =>
  css.replace(/^( *(?:& )?)every-widget(:not\(:defined[^)]*\)) \{$/gm, (_, start, state) =>
    WIDGETS.map(({ tag }) => start + tag + state)
      .join(',\n')
      .concat(' {'),
  );
