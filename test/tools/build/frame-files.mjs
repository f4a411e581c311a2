/**
 * Writes the frame pages into `dist/embed`, one for each widget of the registry, with the style sheet, the list of what
 * they may show, and `widgets.json`: the widgets and the parameters of their pages, for whoever makes such pages of a site.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { OWN_ORIGIN } from '../../../out/src/embed/frame/files/allowed.js';
import { framedAttributes } from '../../../out/src/embed/frame/page/parameters.js';
import { framePage } from '../../../out/src/embed/frame/files/frame-page-markup.js';
import { frameName } from '../../../out/src/embed/frame/files/frame-widget.js';
import { registry } from '../../../out/src/registry.js';
import { WIDGETS } from '../elements.mjs';

const [dist] = process.argv.slice(2);
const folder = `${dist}/embed`;
const write = (name, text) => writeFileSync(`${folder}/${name}`, text);
const writeJson = (name, value) => write(name, `${JSON.stringify(value, null, 2)}\n`);

async function widgetOf({ tag }) {
  await registry[tag]();
  return { tag, attributes: framedAttributes(customElements.get(tag).observedAttributes).toSorted() };
}

mkdirSync(folder, { recursive: true });
const widgets = await Promise.all(WIDGETS.map(widgetOf));
for (const widget of widgets) write(`${frameName(widget)}.html`, framePage({ widget }));
writeJson('widgets.json', widgets);
writeJson('allowed.json', OWN_ORIGIN);
cpSync('src/embed/frame/page/frame-page.css', `${folder}/frame-page.css`);
