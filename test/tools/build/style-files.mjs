/** Writes `styles/<widget>.css` into a folder: the style sheets of each widget, for its prerendered HTML to link to. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { generate, parse } from 'css-tree';
import { WIDGETS } from '../elements.mjs';

/** Parts that a widget loads later, and that a prerendered one may show, by its folder. */
const LATER_PARTS = {
  'enterprise-gallery': ['controls/controls.js'],
  'programme-timeline': ['controls/controls.js', 'history/history-view.js'],
};

const OUT = '../../../out/src';

/** Shorter, without a change: values stay as they are written, for some are newer than the parser. */
const minified = (css) => generate(parse(css, { parseValue: false }));

async function stylesOf({ tag, folder }) {
  await import(`${OUT}/${folder}/define.js`);
  const { elementStyles } = customElements.get(tag);
  const later = await Promise.all(
    (LATER_PARTS[folder] ?? []).map((part) => import(`${OUT}/${folder}/${part}`)),
  );
  return [...elementStyles, ...later.flatMap(({ styles }) => styles)].map(({ cssText }) => cssText);
}

const [dist] = process.argv.slice(2);
const prerendered = ['arriving', 'without-script'].map((name) =>
  readFileSync(`src/prerender/${name}.css`, 'utf8'),
);
mkdirSync(`${dist}/styles`);
for (const widget of WIDGETS) {
  const sheets = [...(await stylesOf(widget)), ...prerendered];
  writeFileSync(`${dist}/styles/${widget.folder}.css`, `${sheets.map(minified).join('\n')}\n`);
}
