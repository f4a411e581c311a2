/**
 * The one table of what the driver of an engine cannot do. A test that needs it is skipped in that engine by name, and
 * counted as such in the summary of `npm test`; it runs in the others.
 */
export type Engine = 'Chromium' | 'Firefox' | 'WebKit';
export type Ability =
  | 'accessibility tree'
  | 'colour schemes'
  | 'forced colours'
  | 'print media'
  | 'page without script'
  | 'folder for downloads'
  | 'touch screen'
  | 'module asked for again'
  | 'frame without origin'
  | 'message in another name';

const NO_CDP = 'puppeteer has it by the Chrome DevTools Protocol only';
const NO_BIDI = 'this Firefox has no command of WebDriver BiDi for it';
const NOT_IN_WEBDRIVER = 'WebDriver has no command for it';

/** Why an engine cannot do what is named. */
export const ENGINE_LIMITS: Readonly<Record<Engine, Readonly<Partial<Record<Ability, string>>>>> = {
  Chromium: {},
  Firefox: {
    'accessibility tree': NO_CDP,
    'colour schemes': NO_CDP,
    'forced colours': NO_CDP,
    'print media': NO_CDP,
    'page without script': NO_BIDI,
    'folder for downloads': NO_BIDI,
    'touch screen': 'its touch has a fine pointer',
    'module asked for again': 'it keeps the failure of a module for as long as the page stands',
    'message in another name': 'it lets no script name a window of another origin as the source',
  },
  WebKit: {
    'accessibility tree': NOT_IN_WEBDRIVER,
    'forced colours': NOT_IN_WEBDRIVER,
    'print media': NOT_IN_WEBDRIVER,
    'frame without origin': "'self' in a policy stands for nothing there",
  },
};

/** The reason to skip what needs an ability, in the words by which the reporters know it; nothing where it can run. */
export function limitOf(engine: Engine, ability: Ability): string | undefined {
  const why = ENGINE_LIMITS[engine][ability];
  return why && `${engine} cannot: ${ability}, as ${why}`;
}
