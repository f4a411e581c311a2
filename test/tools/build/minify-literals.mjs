/** Minifies the markup and styles in our template literals, which terser leaves as they are. */
import { relative } from 'node:path';
import { minifyHTMLLiterals } from 'minify-literals';

/** A Rollup plugin for the modules under a folder. */
export const minifyLiterals = (folder) => ({
  name: 'minify-literals',
  transform(code, id) {
    if (relative(folder, id).startsWith('..')) return null;
    // Without its slash an SVG element would contain what follows it; of quotes those go that no value needs.
    return minifyHTMLLiterals(code, {
      fileName: id,
      html: { keepClosingSlash: true, removeAttributeQuotes: true },
    });
  },
});
