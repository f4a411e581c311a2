/**
 * The stages of `npm test`. Each names the stages that it needs, and returns the numbers of checks or tests that passed,
 * failed and were skipped (default 0), with its output where that was not shown at once. One that runs the tests of
 * another stage in a further engine names that stage and that engine; without the engine it is not run.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../build/build.mjs';
import { compile } from '../build/compile.mjs';
import { measureSizes, sizeTable } from '../build/size.mjs';
import { readManifest, undescribed } from '../docs/manifest.mjs';
import { stalePages } from '../docs/readme.mjs';
import { filesUnder } from '../files.mjs';
import { bin, node } from '../process.mjs';
import { findBrowser } from './browser.mjs';
import { hasEngine } from './engines.mjs';
import { lint } from './lint.mjs';
import { forgetHeard, missingPackages, writeHeard } from './spoken.mjs';
import { runStorybook } from './storybook.mjs';

/** One named check: it holds or it does not. */
const check = (holds, output = '') =>
  holds ? { passed: 1, failed: 0, output: '' } : { passed: 0, failed: 1, output };

const isNodeTest = (path) => path.endsWith('.node.test.ts');
const isEndToEndTest = (path) => path.endsWith('.e2e.test.ts');
/** These need the built stories, which nobody else waits for. */
const isStoryTest = (path) => isEndToEndTest(path) && path.split(/[\\/]/)[1] === 'stories';
/** A stage of its own, as it takes minutes and waits for most of them; `npm run test:kill` runs it without the others. */
const isKillTest = (path) => path.endsWith('.kill.test.ts');
/** Tests of ten minutes each, for whoever asks for them. */
const isEnduranceTest = (path) => path.endsWith('.endurance.test.ts');
/** These need the systems themselves: `npm run test:kits` installs those. */
const isKitsTest = (path) => path.endsWith('.kits.test.ts');
const isSpokenTest = (path) => path.endsWith('.spoken.test.ts');
const isBrowserTest = (path) =>
  path.endsWith('.test.ts') && !/\.(node|e2e|kill|endurance|kits|spoken)\.test\.ts$/.test(path);
/** The file that `tsc` makes of a source file. */
const compiled = (path) => `out/${path.replace(/\.ts$/, '.js')}`;

/** The test files of each runner, by stage. */
const TESTS = {
  node: () => filesUnder('test', isNodeTest),
  kill: () => filesUnder('test', isKillTest),
  endurance: () => filesUnder('test', isEnduranceTest),
  browser: () => filesUnder('test', isBrowserTest),
  e2e: () => filesUnder('test', (path) => isEndToEndTest(path) && !isStoryTest(path)),
  stories: () => filesUnder('test', isStoryTest),
  kits: () => filesUnder('test', isKitsTest),
  spoken: () => filesUnder('test', isSpokenTest),
};

/**
 * The end-to-end tests that run in the other engines too, as far as their drivers go: what visitors do on the partner
 * pages, and frames. WebKit's driver has no more in common with puppeteer than the walks and the frames need.
 */
const WALKS = {
  firefox: /hosts\/(walks|keyboard|gallery)\.e2e|embed\/frame\//,
  webkit: /hosts\/walks\.e2e|embed\/frame\/(?!frame-page)/,
};

/** In the order in which they begin: what others wait for, then what takes longest. */
export const STAGES = [
  { name: 'types', group: 'check', needs: [], run: checkTypes },
  { name: 'build', needs: ['types'], run: checkBuild },
  {
    name: 'node',
    isRunner: true,
    needs: ['types', 'build'],
    run: (options) => runNode(TESTS.node(), options),
  },
  { name: 'e2e', isRunner: true, needs: ['build'], run: (options) => runNode(TESTS.e2e(), options) },
  ...['webkit', 'firefox'].map((engine) => ({
    name: engine,
    isRunner: true,
    repeats: 'browser',
    isAbsent: () => !hasEngine(engine),
    needs: ['types'],
    run: (options) => runBrowser(engine, options),
  })),
  ...Object.keys(WALKS).map((engine) => ({
    name: `${engine} e2e`,
    group: engine,
    isRunner: true,
    repeats: 'e2e',
    isAbsent: () => !hasEngine(engine),
    needs: ['build'],
    run: (options) => runNode(walksIn(engine), options, { ENGINE: engine }),
  })),
  { name: 'browser', isRunner: true, needs: ['types'], run: (options) => runBrowser('chromium', options) },
  { name: 'storybook', needs: ['build'], run: checkStorybook },
  {
    name: 'stories',
    isRunner: true,
    needs: ['storybook'],
    run: (options) => runNode(TESTS.stories(), options),
  },
  { name: 'kill', isRunner: true, needs: ['types'], run: (options) => runNode(TESTS.kill(), options) },
  { name: 'lint', group: 'check', needs: [], run: checkLint },
  { name: 'format', group: 'check', needs: [], run: checkFormat },
  { name: 'size', needs: ['build'], run: checkSizes },
  { name: 'manifest', group: 'docs', needs: [], run: checkManifest },
  { name: 'readme', group: 'docs', needs: [], run: checkReadme },
  {
    name: 'endurance',
    isRunner: true,
    isApart: true,
    needs: ['types'],
    run: (options) => runNode(TESTS.endurance(), options),
  },
  {
    name: 'kits',
    isRunner: true,
    isApart: true,
    needs: ['build'],
    run: (options) => runNode(TESTS.kits(), options),
  },
  // A screen reader takes its time, and programs that few have: only who asks for it by name gets it.
  { name: 'spoken', isRunner: true, isApart: true, needs: ['build'], run: runSpoken },
];

/** The stages that run where none is named. */
export const USUAL_STAGES = STAGES.filter(({ isApart }) => !isApart).map(({ name }) => name);

/** The stage, or group of stages, that runs the tests in an engine. */
export const ENGINE_STAGES = { chromium: 'browser', firefox: 'firefox', webkit: 'webkit' };

/** The runners that have a test file under a path. */
export const runnersOf = (filter) =>
  USUAL_STAGES.filter((name) => TESTS[name]?.().some((path) => path.includes(filter)));

async function checkFormat() {
  const { code, output } = await node([bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']);
  return check(code === 0, output);
}

async function checkLint() {
  const { ok, output } = await lint();
  return check(ok, output);
}

async function checkTypes() {
  const { ok, output } = await compile();
  return check(ok, output);
}

async function checkBuild() {
  try {
    await bundle();
    return check(true);
  } catch (error) {
    return check(false, error.stack);
  }
}

/** One check per row of the budget. */
function checkSizes() {
  const sizes = measureSizes();
  const failed = sizes.filter(({ kB, limit }) => kB > limit).length;
  return { passed: sizes.length - failed, failed, output: sizeTable(sizes) };
}

function checkManifest() {
  const missing = undescribed(readManifest());
  return check(missing.length === 0, missing.join('\n'));
}

async function checkReadme() {
  const stale = await stalePages();
  return check(
    stale.length === 0,
    stale.map((problem) => `${problem}; \`npm run format\` writes it.`).join('\n'),
  );
}

/** Builds the stories. */
async function checkStorybook() {
  const { code, output } = await runStorybook('build');
  return check(code === 0, output);
}

function runNode(files, { filter, show }, variables) {
  const wanted = files.filter((path) => path.includes(filter));
  return runCounted(
    wanted,
    show,
    [
      '--enable-source-maps',
      '--import=./test/tools/run/test-limit.mjs',
      '--test',
      // Half of what a browser test does is wait.
      `--test-concurrency=${Math.max(2, availableParallelism() - 1)}`,
      '--test-reporter=./test/tools/run/node-reporter.mjs',
      '--test-reporter-destination=stdout',
      ...wanted.map(compiled),
    ],
    variables,
  );
}

/** The end-to-end tests of an engine beside Chromium. */
const walksIn = (engine) => TESTS.e2e().filter((path) => WALKS[engine].test(path.replaceAll('\\', '/')));

async function runSpoken(options) {
  const missing = missingPackages();
  if (missing) return { passed: 0, failed: 1, output: missing };
  forgetHeard();
  const counts = await runNode(TESTS.spoken(), options);
  writeHeard();
  return counts;
}

async function runBrowser(engine, { filter, show }) {
  const wanted = TESTS.browser().filter((path) => path.includes(filter));
  const files = wanted.map(compiled);
  if (files.length > 0 && engine === 'chromium') await findBrowser();
  return runCounted(
    files,
    show,
    [
      bin('@web/test-runner/dist/bin.js'),
      '--config',
      'test/web-test-runner.config.js',
      '--static-logging',
      '--files',
      ...files,
    ],
    { ENGINE: engine },
  );
}

/** Runs a test runner whose reporter writes how many tests it ran. One that ends without them counts as one failure. */
async function runCounted(files, show, args, variables) {
  if (files.length === 0) return { passed: 0, failed: 0, output: '' };
  const folder = mkdtempSync(join(tmpdir(), 'ceal-'));
  const file = join(folder, 'counts.json');
  try {
    const { code, output } = await node(args, { show, env: { ...process.env, ...variables, COUNTS: file } });
    const counts = readCounts(file);
    const failed = code !== 0 && counts.failed === 0 ? 1 : counts.failed;
    return { ...counts, failed, output: show ? '' : output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}
