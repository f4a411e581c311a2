/** Rollup plugin: takes the white space out of our templates and styles, which no other minifier looks into. */
import { relative } from 'node:path';
import { minifyHTMLLiterals } from 'minify-literals';

export const minifyLiterals = (folder) => ({
  name: 'minify-literals',
  transform(code, id) {
    if (relative(folder, id).startsWith('..')) return null;
    // An element of SVG closes itself: without its slash it would hold what follows.
    return minifyHTMLLiterals(code, { fileName: id, html: { keepClosingSlash: true } });
  },
});
