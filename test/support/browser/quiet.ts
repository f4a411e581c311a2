/**
 * Loaded with every browser test: what a test leaves in the console, an error nobody caught and a report of a broken
 * content policy all fail it. A test that expects output takes it with `collectConsole`.
 */
const LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const;

/**
 * The line to whoever keeps a feed in which something does not fit. Tests of such feeds are many; `debug.test.ts` holds
 * when it comes, once, and that a feed that fits has none.
 */
const KEEPER_LINE = /^warn: \[ceal-widgets\] .* put the attribute "debug" on a widget\.$/;

/** The line about several widgets that a link cannot tell apart; `deep-link.test.ts` holds when it comes. */
const TWINS_LINE = /^warn: \[ceal-widgets\] There are several <ceal-[\w-]+> with "deep-link" and /;

const noise: string[] = [];
let collected: string[] | undefined;

for (const level of LEVELS) {
  const write = console[level].bind(console);
  console[level] = (...args: unknown[]) => {
    const line = `${level}: ${args.map(String).join(' ')}`;
    if (collected) return void collected.push(line);
    if (KEEPER_LINE.test(line) || TWINS_LINE.test(line)) return;
    noise.push(line);
    write(...args);
  };
}

addEventListener('unhandledrejection', ({ reason }) => noise.push(`unhandled rejection: ${String(reason)}`));
addEventListener('error', ({ message }) => noise.push(`uncaught error: ${message}`));
document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
  noise.push(`policy violation: ${violatedDirective}`),
);

/** The runner writes out what was not equal, and of elements it comes to no end: the message has their tags. */
function spareElements(suite: Mocha.Suite): void {
  for (const test of suite.tests) {
    const run = test.fn as (this: unknown) => unknown;
    test.fn = async function (this: unknown) {
      try {
        await run.call(this);
      } catch (error) {
        const { actual, expected } = error as Chai.AssertionError & { actual: unknown; expected: unknown };
        if (holdsElement(actual) || holdsElement(expected)) throw new Error(String(error));
        throw error;
      }
    };
  }
  for (const inner of suite.suites) spareElements(inner);
}

const holdsElement = (value: unknown): boolean =>
  value instanceof Element || (Array.isArray(value) && value.some(holdsElement));

before(function () {
  spareElements(this.test!.parent!);
});

// Words for the site's owner come in chunks of their own: here they are at hand, so that none speaks after its test.
before(() =>
  Promise.all([
    import('../../../src/feed/warn-of-issues.js'),
    import('../../../src/feed/failure-words/failure-message.js'),
  ]),
);

afterEach(function () {
  collected = undefined;
  const heard = noise.splice(0);
  if (heard.length > 0)
    throw new Error(`"${this.currentTest?.fullTitle()}" was not silent:\n${heard.join('\n')}`);
});

/** From now to the end of the test the console is quiet; what it is told is in the array that comes back. */
export function collectConsole(): readonly string[] {
  collected = [];
  return collected;
}
