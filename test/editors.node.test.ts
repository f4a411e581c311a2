/** Data for editors and type checkers: it names everything that the elements have, and catches mistakes. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { bin, node } from '#tools/process.mjs';
import { readElements, readJson, readPackageFile, readText } from './support/node/published.js';

interface Named {
  name: string;
}

/** https://github.com/microsoft/vscode-custom-data */
interface HtmlData {
  tags: (Named & {
    attributes: (Named & { description: { value: string }; values?: Named[]; valueSet?: string })[];
  })[];
}

interface CssData {
  properties: Named[];
  pseudoElements: Named[];
}

/** https://github.com/JetBrains/web-types */
interface WebTypes {
  version: string;
  contributions: {
    html: {
      elements: (Named & {
        attributes: (Named & { value: object })[];
        slots: Named[];
        js: { events: Named[] };
        css: { parts: Named[] };
      })[];
    };
  };
}

const elements = readElements();
const names = (things: readonly Named[] = []) => things.map(({ name }) => name).sort();

function byName<T extends Named>(things: readonly T[], name: string): T {
  const found = things.find((thing) => thing.name === name);
  assert.ok(found, name);
  return found;
}

describe('data for editors', () => {
  const vscode = readJson('dist/editors/vscode.html-custom-data.json') as HtmlData;
  const css = readJson('dist/editors/vscode.css-custom-data.json') as CssData;
  const jetBrains = readJson('dist/editors/web-types.json') as WebTypes;

  it('is named in package.json', () => {
    const { version, 'web-types': webTypes } = readPackageFile();
    assert.equal(webTypes, 'dist/editors/web-types.json');
    assert.equal(jetBrains.version, version);
  });

  for (const { tagName, attributes, slots, events, cssParts, cssProperties } of elements) {
    it(`tells VS Code of <${tagName}>`, () => {
      const tag = byName(vscode.tags, tagName);
      assert.deepEqual(names(tag.attributes), names(attributes));
      assert.ok(tag.attributes.every(({ description }) => description.value.length > 0));
      const known = new Set(css.properties.concat(css.pseudoElements).map(({ name }) => name));
      for (const { name } of cssProperties ?? []) assert.ok(known.has(name), name);
      for (const { name } of cssParts ?? []) assert.ok(known.has(`::part(${name})`), name);
    });

    it(`tells JetBrains of <${tagName}>`, () => {
      const tag = byName(jetBrains.contributions.html.elements, tagName);
      assert.deepEqual(names(tag.attributes), names(attributes));
      assert.deepEqual(names(tag.slots), names(slots));
      assert.deepEqual(names(tag.js.events), names(events));
      assert.deepEqual(names(tag.css.parts), names(cssParts));
    });
  }

  it('offers the words that an attribute may hold', () => {
    const { attributes } = byName(vscode.tags, 'ceal-enterprise-gallery');
    const layout = byName(attributes, 'layout');
    assert.deepEqual(names(layout.values), ['auto', 'grid', 'list']);
  });

  for (const [tag, name] of [
    ['ceal-enterprise-gallery', 'search'],
    ['ceal-programme-timeline', 'calendar'],
  ] as const)
    it(`completes ${name}, which is on by itself, with a value`, () => {
      const attribute = byName(byName(vscode.tags, tag).attributes, name);
      assert.equal(attribute.valueSet, undefined);
      assert.deepEqual(names(attribute.values), ['false', 'true']);
    });

  it('completes a switch that is off without a value, and offers both', () => {
    const { attributes } = byName(vscode.tags, 'ceal-enterprise-gallery');
    const attribute = byName(attributes, 'deep-link');
    assert.equal(attribute.valueSet, 'v');
    assert.deepEqual(names(attribute.values), ['false', 'true']);
  });

  it('tells JetBrains that switches may have a value, and need none', () => {
    const { attributes } = byName(jetBrains.contributions.html.elements, 'ceal-enterprise-gallery');
    for (const name of ['search', 'deep-link'])
      assert.deepEqual(byName(attributes, name).value, {
        kind: 'plain',
        type: "'true' | 'false'",
        required: false,
      });
  });
});

/** Files of projects that have installed the package. A mistake made on purpose must be an error. */
const FILES: Record<string, string> = {
  'html-effect.ts': `
import 'ceal-widgets';
import 'ceal-widgets/ceal-widgets.js';
import 'ceal-widgets/ceal-frame.js';
import 'ceal-widgets/ceal-widgets.bundle.js';
import 'ceal-widgets/ceal-widgets.css';
import type { CealSignupForm } from 'ceal-widgets';
export const form: CealSignupForm = document.createElement('ceal-signup-form');
`,
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

/** The snippet for a calendar of the timeline's page, as somebody pastes it into a file of TypeScript. */
const [, CALENDAR = ''] =
  /^```js\n((?:(?!^```)[^])*?feedCalendar[^]*?)^```$/m.exec(readText('src/programme-timeline/README.md')) ??
  [];
FILES['html-calendar.ts'] = `/// <reference types="node" />\n${CALENDAR}`;

/** A file that names every attribute of every element: one that the types do not know is an error. */
const everything = (imports: string, typeOfElement: (tag: string) => string) =>
  `${imports}\nexport type All = [${elements
    .flatMap(({ tagName, attributes = [] }) =>
      attributes.map(({ name }) => `${typeOfElement(tagName)}['${name}']`),
    )
    .join(', ')}];\n`;

FILES['react-all.ts'] = everything(
  `import type {} from 'ceal-widgets/react';\nimport type { JSX } from 'react';`,
  (tag) => `JSX.IntrinsicElements['${tag}']`,
);
FILES['svelte-all.ts'] = everything(
  `import type {} from 'ceal-widgets/svelte';\nimport type { SvelteHTMLElements } from 'svelte/elements';`,
  (tag) => `SvelteHTMLElements['${tag}']`,
);
FILES['vue-all.ts'] = everything(
  `import type {} from 'ceal-widgets/vue';\nimport type { GlobalComponents } from 'vue';`,
  (tag) => `InstanceType<GlobalComponents['${tag}']>['$props']`,
);

/** What the package is used with, with which the names of its files begin: a project each. */
const USES = ['html', 'react', 'svelte', 'vue'];
const filesOf = (use: string) => Object.keys(FILES).filter((name) => name.startsWith(use));

describe('types', () => {
  const folder = 'out/types-check';

  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const use of USES)
    describe(`with ${use}`, () => {
      let output: string;
      before(async () => {
        output = await compileProject(`${folder}/${use}`, filesOf(use));
      });

      for (const name of filesOf(use))
        it(`hold for ${name}`, () => {
          const errors = output.split(/\n(?!\s)/).filter((error) => error.includes(`${name}(`));
          assert.deepEqual(errors, []);
        });

      it('hold everywhere', () => assert.equal(output, ''));
    });
});

/** Writes and checks a project. @returns its errors */
async function compileProject(folder: string, names: readonly string[]): Promise<string> {
  mkdirSync(folder, { recursive: true });
  for (const name of names) writeFileSync(`${folder}/${name}`, FILES[name]!);
  const options = {
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2023', 'dom', 'dom.iterable'],
    jsx: 'react-jsx',
    strict: true,
    noEmit: true,
    types: [],
    noUncheckedSideEffectImports: true,
  };
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ compilerOptions: options, files: names }));
  const compiler = bin('@typescript/native/bin/tsc');
  const { code, output } = await node([compiler, '-p', folder, '--pretty', 'false']);
  assert.ok(code === 0 || output !== '', `The compiler ended with ${code}.`);
  return output;
}
