/** What editors and type checkers are told of the elements: all of it, and so that they believe it. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { elementsOf } from '#tools/docs/manifest.mjs';
import { bin, node } from '#tools/process.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const elements = elementsOf(readJson('dist/custom-elements.json'));
const names = (things = []) => things.map(({ name }) => name).sort();

describe('data for editors', () => {
  const vscode = readJson('dist/editors/vscode.html-custom-data.json');
  const css = readJson('dist/editors/vscode.css-custom-data.json');
  const jetBrains = readJson('dist/editors/web-types.json');

  it('is named in package.json', () => {
    const { version, ...named } = readJson('package.json');
    assert.equal(named['web-types'], 'dist/editors/web-types.json');
    assert.equal(jetBrains.version, version);
  });

  for (const { tagName, attributes, slots, events, cssParts, cssProperties } of elements) {
    it(`tells VS Code of <${tagName}>`, () => {
      const tag = vscode.tags.find(({ name }) => name === tagName);
      assert.deepEqual(names(tag.attributes), names(attributes));
      assert.ok(tag.attributes.every(({ description }) => description.value.length > 0));
      const known = new Set(css.properties.concat(css.pseudoElements).map(({ name }) => name));
      for (const { name } of cssProperties ?? []) assert.ok(known.has(name), name);
      for (const { name } of cssParts ?? []) assert.ok(known.has(`::part(${name})`), name);
    });

    it(`tells JetBrains of <${tagName}>`, () => {
      const tag = jetBrains.contributions.html.elements.find(({ name }) => name === tagName);
      assert.deepEqual(names(tag.attributes), names(attributes));
      assert.deepEqual(names(tag.slots), names(slots));
      assert.deepEqual(names(tag.js.events), names(events));
      assert.deepEqual(names(tag.css.parts), names(cssParts));
    });
  }

  it('offers the words that an attribute may hold', () => {
    const { attributes } = vscode.tags.find(({ name }) => name === 'ceal-enterprise-gallery');
    const layout = attributes.find(({ name }) => name === 'layout');
    assert.deepEqual(names(layout.values), ['auto', 'grid', 'list']);
  });
});

/** As a project that has installed the package would write it. What is wrong on purpose must be found wrong. */
const PROJECTS = {
  'html.ts': `
import 'ceal-widgets/enterprise-gallery/define';
const gallery = document.querySelector('ceal-enterprise-gallery')!;
gallery.pageSize = 12;
gallery.addEventListener('ceal-gallery-opened', (event) => event.enterpriseId.toUpperCase());
gallery.addEventListener('ceal-feed-failed', (event) => event.reason === 'offline');
// @ts-expect-error: no such order
gallery.sort = 'random';
`,
  'react.tsx': `
import 'ceal-widgets/enterprise-gallery/define';
import type {} from 'ceal-widgets/react';
export const good = (
  <ceal-enterprise-gallery
    src="feed.json" facets="theme" page-size="12" search={false} sort="name" className="wide" slot="x"
    onceal-gallery-opened={(event) => event.enterpriseId.toUpperCase()}
  />
);
// @ts-expect-error: no such order
export const order = <ceal-enterprise-gallery sort="random" />;
// @ts-expect-error: not a number
export const number = <ceal-enterprise-gallery page-size="many" />;
`,
  'svelte.ts': `
import type {} from 'ceal-widgets/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
type Gallery = SvelteHTMLElements['ceal-enterprise-gallery'];
export const good: Gallery = {
  src: 'feed.json', 'page-size': 12, class: 'wide',
  'onceal-gallery-opened': (event) => event.enterpriseId.toUpperCase(),
};
// @ts-expect-error: no such order
export const order: Gallery = { sort: 'random' };
`,
  'vue.ts': `
import type {} from 'ceal-widgets/vue';
import type { GlobalComponents } from 'vue';
type Gallery = InstanceType<GlobalComponents['ceal-enterprise-gallery']>['$props'];
export const good: Gallery = {
  src: 'feed.json', 'page-size': '12', class: 'wide',
  onCealGalleryOpened: (event) => event.enterpriseId.toUpperCase(),
};
// @ts-expect-error: no such order
export const order: Gallery = { sort: 'random' };
`,
};

/** Names every attribute of every element: one that the types do not know is an error. */
const everything = (imports, typeOfElement) =>
  `${imports}\nexport type All = [${elements
    .flatMap(({ tagName, attributes }) =>
      attributes.map(({ name }) => `${typeOfElement(tagName)}['${name}']`),
    )
    .join(', ')}];\n`;

PROJECTS['react-all.ts'] = everything(
  `import type {} from 'ceal-widgets/react';\nimport type { JSX } from 'react';`,
  (tag) => `JSX.IntrinsicElements['${tag}']`,
);
PROJECTS['svelte-all.ts'] = everything(
  `import type {} from 'ceal-widgets/svelte';\nimport type { SvelteHTMLElements } from 'svelte/elements';`,
  (tag) => `SvelteHTMLElements['${tag}']`,
);
PROJECTS['vue-all.ts'] = everything(
  `import type {} from 'ceal-widgets/vue';\nimport type { GlobalComponents } from 'vue';`,
  (tag) => `InstanceType<GlobalComponents['${tag}']>['$props']`,
);

describe('types', () => {
  const folder = 'out/types-check';

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const [name, text] of Object.entries(PROJECTS))
    it(`hold for ${name}`, async () => {
      const place = `${folder}/${name}`;
      mkdirSync(place, { recursive: true });
      writeFileSync(`${place}/${name}`, text);
      const options = {
        target: 'es2022',
        module: 'nodenext',
        lib: ['es2023', 'dom', 'dom.iterable'],
        jsx: 'react-jsx',
        strict: true,
        noEmit: true,
        types: [],
      };
      writeFileSync(`${place}/tsconfig.json`, JSON.stringify({ compilerOptions: options, files: [name] }));
      const { code, output } = await node([
        bin('@typescript/native/bin/tsc'),
        '-p',
        place,
        '--pretty',
        'false',
      ]);
      assert.equal(code, 0, output);
    });
});
