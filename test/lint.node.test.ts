/** The rules of our own: each refuses the code that it forbids, and accepts the code beside it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { checkImport } from '#tools/run/eslint-rooms.mjs';
import { lintTypes } from '#tools/run/lint.mjs';

const eslint = new ESLint();

async function rulesBroken(code: string, filePath: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap(({ messages }) => messages).map(({ ruleId, message }) => ruleId ?? message);
}

const FORBIDDEN: Record<string, [code: string, rule: string]> = {
  'markup from a feed': [
    "import { unsafeHTML } from 'lit/directives/unsafe-html.js';",
    'no-restricted-syntax',
  ],
  'style sheets from text': ["import { unsafeCSS } from 'lit';", 'no-restricted-syntax'],
  'the directive styleMap': [
    "import { styleMap } from 'lit/directives/style-map.js';",
    'no-restricted-syntax',
  ],
  'an assignment to innerHTML': ["document.body.innerHTML = '<p>';", 'no-restricted-syntax'],
  insertAdjacentHTML: ["document.body.insertAdjacentHTML('beforeend', '<p>');", 'no-restricted-syntax'],
  'a style attribute in a template': [
    'import { html } from \'lit\';\nexport const it = html`<p style="color: red"></p>`;',
    'no-restricted-syntax',
  ],
  'a bound style attribute': [
    "import { html } from 'lit';\nexport const it = (x: string) => html`<p style=${x}></p>`;",
    'no-restricted-syntax',
  ],
  'a style attribute set by code': [
    "document.body.setAttribute('style', 'color: red');",
    'no-restricted-syntax',
  ],
  any: ['export const it: any = 1;', '@typescript-eslint/no-explicit-any'],
  'console.log': ["console.log('hello');", 'no-console'],
  'zod in what browsers load': ["import * as z from 'zod';\nexport const it = z.string();", 'ceal/rooms'],
  eval: ["export const it = eval('1');", 'no-eval'],
  'a note to self': ['// TODO: later\nexport {};', 'no-warning-comments'],
  'words beside a value': [
    "import { html } from 'lit';\nexport const it = (x: string) => html`<p>${x}: <b>${x}</b></p>`;",
    'ceal/template-words',
  ],
  'an image without text': [
    'import { html } from \'lit\';\nexport const it = html`<img src="x.svg" />`;',
    'lit-a11y/alt-text',
  ],
};

/** Built-ins that old libraries replace, and members of the document that names in a page hide. */
const REPLACED = [
  'Array.from([1])',
  '[1].find((n) => n > 0)',
  '[1].findIndex((n) => n > 0)',
  '[1].flatMap((n) => [n, n])',
  '[1].flat()',
  '[1].reduce((sum, n) => sum + n)',
  '[1].entries()',
  '[1].at(2)',
  "'ab'.startsWith('b', 1)",
  "'ab'.replaceAll('a', 'b')",
  'element.scrollTo(0, 0)',
  "Date.parse('2027')",
  'Date.now()',
  'JSON.stringify({})',
  'document.body',
  'document.defaultView',
  'element.ownerDocument.activeElement',
];
const KEPT = [
  '[1].filter((n) => n > 0)[0]',
  '[1].at(-1)',
  "'ab'.startsWith('b')",
  'Number(Date.now())',
  '5 - Date.now()',
  'Number(new Date(2027))',
  "document.querySelector('p')",
  'element.ownerDocument',
];

describe('E14: lint of what runs on the pages of others', () => {
  const broken = (code: string, path: string) =>
    rulesBroken(`export const element = new HTMLElement();\nexport const it = ${code};\n`, path);

  for (const code of REPLACED)
    it(`refuses ${code}`, async () => {
      assert.deepEqual(await broken(code, 'src/element/snippet.ts'), ['no-restricted-syntax']);
      assert.deepEqual(await broken(code, 'src/receiver/snippet.ts'), []);
    });

  for (const code of KEPT)
    it(`lets ${code} pass`, async () => assert.deepEqual(await broken(code, 'src/element/snippet.ts'), []));
});

describe('lint in src', () => {
  for (const [name, [code, rule]] of Object.entries(FORBIDDEN))
    it(`refuses ${name}`, async () => {
      const broken = await rulesBroken(`${code}\n`, 'src/oasis-guide/snippet.ts');
      assert.ok(broken.includes(rule), broken.join(', '));
    });

  it('lets a plain element pass', async () => {
    const code =
      'import { html } from \'lit\';\n\nexport const it = (text: string) => html`<p class="it">${text}</p>`;\n';
    assert.deepEqual(await rulesBroken(code, 'src/oasis-guide/snippet.ts'), []);
  });

  it('keeps the rooms apart, in every kind of import', async () => {
    for (const code of [
      "import { it } from '../signup-form/it.js';\nexport default it;\n",
      "export { it } from '../signup-form/it.js';\n",
      "export * from '../signup-form/it.js';\n",
      "export default import('../signup-form/it.js');\n",
    ])
      assert.deepEqual(await rulesBroken(code, 'src/oasis-guide/snippet.ts'), ['ceal/rooms'], code);
  });
});

describe('the rooms of src', () => {
  const APART: readonly [file: string, target: string][] = [
    ['element/widget.ts', '../enterprise-gallery/search.js'],
    ['element/locales/nl.ts', '../../enterprise-gallery/locales/nl.js'],
    ['element/widget.ts', '../registry.js'],
    ['feed/store.ts', 'lit'],
    ['feed/sections/editions.ts', 'lit/decorators.js'],
    ['feed/store.ts', '../element/controllers/locale-controller.js'],
    ['dates/edtf.ts', '../feed/section.js'],
    ['i18n/text.ts', '../dates/format.js'],
    ['signup/rules.ts', '../signup-form/field.js'],
    ['signup/rules.ts', 'lit'],
    ['ceal-feed/ceal-feed.ts', '../enterprise-gallery/search.js'],
    ['enterprise-gallery/enterprise-gallery.ts', '../oasis-guide/steps.js'],
    ['enterprise-gallery/locales/nl.ts', '../../oasis-guide/locales/nl.js'],
    ['enterprise-gallery/enterprise-gallery.ts', '../registry.js'],
    ['enterprise-gallery/enterprise-gallery.ts', '../embed/loader.js'],
    ['enterprise-gallery/enterprise-gallery.ts', 'zod'],
    ['feed/sections/editions.ts', 'zod'],
    ['feed/reading-fields.ts', 'zod'],
    ['feed/format/describing-fields.ts', 'zod/mini'],
    ['styles/tokens.ts', '../element/widget.js'],
    ['enterprise-gallery/enterprise-gallery.ts', '../receiver/receiver.js'],
    ['receiver/receiver.ts', 'lit'],
    ['receiver/receiver.ts', '../element/widget.js'],
    ['receiver/receiver.ts', '../signup-form/field.js'],
    ['receiver/receiver.ts', '../cli/ceal-widgets.js'],
    ['cli/ceal-widgets.ts', 'pg'],
    ['cli/ceal-widgets.ts', '../signup-form/draft.js'],
  ];
  const TOGETHER: readonly [file: string, target: string][] = [
    ['enterprise-gallery/enterprise-gallery.ts', '../element/widget.js'],
    ['enterprise-gallery/enterprise-gallery.ts', '../feed/sections/enterprises.js'],
    ['enterprise-gallery/enterprise-gallery.ts', '../styles/tokens.js'],
    ['enterprise-gallery/enterprise-gallery.ts', './search.js'],
    ['enterprise-gallery/locales/nl.ts', '../search.js'],
    ['enterprise-gallery/enterprise-gallery.ts', 'lit/directives/repeat.js'],
    ['ceal-feed/ceal-feed.ts', 'lit'],
    ['feed/format/describing-fields.ts', 'zod'],
    ['receiver/entry.ts', 'zod'],
    ['element/widget.ts', '../feed/document.js'],
    ['registry.ts', './enterprise-gallery/define.js'],
    ['embed/loader.ts', '../enterprise-gallery/define.js'],
    ['embed/loader.ts', '../registry.js'],
    ['receiver/storage/postgres.ts', 'pg'],
    ['receiver/validate-entry.ts', '../signup/rules.js'],
    ['receiver/storage/pglite.ts', 'node:net'],
    ['cli/ceal-widgets.ts', '../receiver/receiver.js'],
    ['cli/conformance.ts', '../signup/contract.js'],
  ];
  for (const [file, target] of APART)
    it(`${file} may not import ${target}`, () => assert.ok(checkImport(file, target)));
  for (const [file, target] of TOGETHER)
    it(`${file} may import ${target}`, () => assert.equal(checkImport(file, target), undefined));
});

describe('lint with types', () => {
  const SNIPPET = `export const wait = async (): Promise<void> => { await Promise.resolve(); };
export const begin = (): void => { wait(); };
export const parse = (text: string): number => JSON.parse(text);
`;

  async function lintSnippet(code: string) {
    const folder = await mkdtemp(join(tmpdir(), 'ceal-lint-'));
    try {
      await writeFile(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "types": [] } }');
      await writeFile(join(folder, 'snippet.ts'), code);
      return await lintTypes([folder]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  it('refuses promises without a handler and values of any type', async () => {
    const { code, output } = await lintSnippet(SNIPPET);
    assert.equal(code, 1);
    assert.match(output, /snippet\.ts:2:.*no-floating-promises/);
    assert.match(output, /snippet\.ts:3:.*no-unsafe-return/);
  });

  it('lets what is awaited pass', async () => {
    const { code, output } = await lintSnippet(
      'export const wait = () => Promise.resolve();\nawait wait();\n',
    );
    assert.equal(code, 0, output);
  });
});
