/** The places of every element of `src/registry.ts`. A failure says what to add, and where. */
import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { describe, it } from 'node:test';
import { BUDGET, sizeTable } from '#tools/build/size.mjs';
import { ELEMENTS, isWidget, readRegistry, type ElementEntry } from '#tools/elements.mjs';
import { filesUnder } from '#tools/files.mjs';
import { registry } from '../src/registry.js';
import { readElements, readJson, readText } from './support/node/published.js';

/** The texts of the files under a folder whose names end so, by path. */
const textsUnder = (folder: string, ending: string) =>
  new Map(filesUnder(folder, (path) => path.endsWith(ending)).map((path) => [path, readText(path)]));

const definitions = textsUnder('src', '/define.ts');
const tests = textsUnder('test', '.ts');
const stories = textsUnder('stories', '.ts');
const pages = textsUnder('test/hosts', '.html');
const loader = readText('dist/ceal-widgets.js');
const bundle = readText('dist/ceal-widgets.bundle.js');
const css = readText('dist/ceal-widgets.css');
const readme = readText('README.md');
/** The page of each folder of `src/` that has one, by its path. */
const folderPages = textsUnder('src', '/README.md');
const startHere = readText('stories/start-here.mdx');
const manifest = readElements();
const { tags: editorTags } = readJson('dist/editors/vscode.html-custom-data.json') as {
  tags: { name: string }[];
};

const className = (tag: string) => tag.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());

/** The address in Storybook of an element's own page: that of the shortest title beside the file that names it. */
function storyPage(tag: string): string | undefined {
  const own = [...stories].find(([, text]) => text.includes(`component: '${tag}'`));
  if (!own) return undefined;
  const titles = [...stories]
    .filter(([path]) => dirname(path) === dirname(own[0]))
    .flatMap(([, text]) => /^const meta\b[^;]*?\btitle: '([^']+)'/m.exec(text)?.[1] ?? []);
  const [shortest = ''] = titles.toSorted((a, b) => a.length - b.length);
  return `/docs/${shortest.toLowerCase().replace(/[^a-z0-9]+/g, '-')}--docs`;
}

interface Place {
  /** True if the element is in this place. */
  has(element: ElementEntry): boolean | undefined;
  /** The line to show where it is not: a file, a colon, and what to add to it. */
  add(element: ElementEntry): string;
}

const PLACES: readonly Place[] = [
  {
    has: ({ tag, folder }) =>
      definitions.get(`src/${folder}/define.ts`)?.includes(`defineElement('${tag}', `),
    add: ({ tag, folder }) => `src/${folder}/define.ts: add defineElement('${tag}', ${className(tag)});`,
  },
  {
    has: ({ tag, folder }) =>
      definitions.get(`src/${folder}/define.ts`)?.includes(`export type { ${className(tag)} };`),
    add: ({ tag, folder }) =>
      `src/${folder}/define.ts: end it with export type { ${className(tag)} }; so that ceal-widgets/${folder}/define has the type`,
  },
  {
    has: ({ tag }) => loader.includes(`"${tag}"`),
    add: ({ tag }) =>
      `dist/ceal-widgets.js: the loader does not know '${tag}' of src/registry.ts; build again`,
  },
  {
    has: ({ tag }) => bundle.includes(`"${tag}",`),
    add: ({ tag }) =>
      `dist/ceal-widgets.bundle.js: nothing registers '${tag}'; its entry is made in test/tools/build/every-element.mjs`,
  },
  {
    has: ({ tag }) => css.includes(`${tag}:not(:defined)`),
    add: ({ tag }) =>
      `src/embed/ceal-widgets.css: add a rule for ${tag}:not(:defined), as it is no widget of test/tools/elements.mjs`,
  },
  {
    has: ({ tag }) => Object.hasOwn(BUDGET, tag),
    add: ({ tag }) =>
      `test/tools/build/size.mjs: add a row to BUDGET, '${tag}': { own: …, bundle: …, shared: … }, with a little more than what \`npm test -- --only size\` shows under \`over\`: in the row of ${tag} for own, of bundle for bundle, of shared for shared; leave out a shared that is not over`,
  },
  {
    has: ({ tag }) => manifest.some(({ tagName, summary }) => tagName === tag && Boolean(summary)),
    add: ({ tag, folder }) =>
      `src/${folder}/: give the comment on class ${className(tag)} a line with @summary: README.md and Storybook show it`,
  },
  {
    has: ({ tag }) => editorTags.some(({ name }) => name === tag),
    add: ({ tag }) =>
      `dist/editors: <${tag}> is missing; they are made of dist/custom-elements.json in test/tools/docs/editors.mjs`,
  },
  {
    has: (element) =>
      !isWidget(element) ||
      tests.get(`test/${element.folder}/contract.test.ts`)?.includes(`tag: '${element.tag}'`),
    add: ({ tag, folder }) =>
      `test/${folder}/contract.test.ts: add runWidgetContract({ tag: '${tag}', … }), as in test/enterprise-gallery/`,
  },
  {
    has: ({ folder }) =>
      [...tests.keys()].some(
        (path) =>
          path.startsWith(`test/${folder}/`) &&
          path.endsWith('.test.ts') &&
          !path.endsWith('/contract.test.ts'),
      ),
    add: ({ tag, folder }) => `test/${folder}/${folder}.test.ts: add tests of what only <${tag}> does`,
  },
  {
    has: ({ tag }) => storyPage(tag) !== undefined,
    add: ({ tag, folder }) =>
      `stories/${folder}/${folder}.stories.ts: add its stories, with component: '${tag}'`,
  },
  {
    has: ({ tag }) => {
      const page = storyPage(tag);
      return page !== undefined && startHere.includes(page);
    },
    add: ({ tag }) =>
      `stories/start-here.mdx: add a link to ?path=${storyPage(tag) ?? '/docs/… (its title in Storybook)'}`,
  },
  {
    has: ({ tag }) => [...pages.values()].some((text) => text.includes(`<${tag}`)),
    add: ({ tag }) =>
      `test/hosts/: put <${tag}>, with a link or a few plain lines inside it for when no script runs, on a partner page, an old one or a new one with a line in PAGES of pages.ts`,
  },
  {
    has: ({ tag, folder }) => {
      const page = folderPages.get(`src/${folder}/README.md`);
      return page?.startsWith(`# \`<${tag}>\`\n`) && page.includes(`\n<!-- api:${tag} -->\n`);
    },
    add: ({ tag, folder }) =>
      `src/${folder}/README.md: write its page, with a heading # \`<${tag}>\`, an example, and a line <!-- api:${tag} -->; then \`npm run format\``,
  },
  {
    has: ({ tag, folder }) => readme.includes(`[\`<${tag}>\`](src/${folder}/README.md)`),
    add: ({ tag }) =>
      `README.md: its table of elements does not name <${tag}>: \`npm run format\` writes it after <!-- elements -->`,
  },
  {
    has: ({ tag }) => readText('CHANGELOG.md').includes(`\`<${tag}>\``),
    add: ({ tag }) => `CHANGELOG.md: say what \`<${tag}>\` does`,
  },
];

const missing = (element: ElementEntry) =>
  PLACES.filter(({ has }) => !has(element)).map(({ add }) => add(element));

describe('the list of elements', () => {
  for (const element of ELEMENTS)
    it(`<${element.tag}> is everywhere`, () => {
      const lacking = missing(element);
      assert.ok(lacking.length === 0, `<${element.tag}> is missing:\n${lacking.join('\n')}`);
    });

  it('of the build is that of the loader', () =>
    assert.deepEqual(
      ELEMENTS.map(({ tag }) => tag),
      Object.keys(registry),
    ));

  it('holds every element that is defined', () => {
    const listed = ELEMENTS.map(({ folder }) => `src/${folder}/define.ts`);
    const unlisted = [...definitions].filter(
      ([path, text]) => text.includes("defineElement('") && !listed.includes(path),
    );
    const lines = unlisted.map(([path, text]) => {
      const [, tag] = /defineElement\('([\w-]+)'/.exec(text)!;
      return `src/registry.ts: add '${tag}': () => import('./${path.split('/')[1]}/define.js'),`;
    });
    assert.ok(lines.length === 0, lines.join('\n'));
  });

  it('is refused where a line is written in another way', () =>
    assert.throws(
      () => readRegistry("  'ceal-map': async () => import('./map/define.js'),"),
      /src\/registry\.ts/,
    ));

  it('says of each place what to add, for an element that is nowhere', () => {
    const lines = missing({ tag: 'ceal-nowhere', folder: 'nowhere' });
    assert.equal(lines.length, PLACES.length);
    for (const line of lines) assert.match(line, /^[\w./-]+: \S.*(nowhere|\/docs\/)/i);
  });
});

describe('the size table', () => {
  const tableOf = (name: string, kB: number, limit: number) => sizeTable([{ name, kB, limit }]);

  it('shows by how much a size is over its limit, rounded up', () => {
    assert.match(tableOf('bundle', 70.281, 70), / \+0\.29 /);
    assert.match(tableOf('bundle', 69.9, 70), / -0\.10$/);
  });

  it('says which limit to raise', () => {
    assert.match(tableOf('ceal-feed', 1, 0.9), /raise `own` in its row of BUDGET/);
    for (const name of ['shared', 'bundle'])
      assert.match(tableOf(name, 1, 0.9), new RegExp(`raise \`${name}\` in the row of the element`));
  });

  it('asks for the row of a new element', () =>
    assert.match(tableOf('ceal-nowhere', 1, 0), /no row for it yet: add one to BUDGET/));
});
