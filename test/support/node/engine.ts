/** The engine in which the end-to-end tests run, named in ENGINE, and what its driver cannot do. */

export type Engine = 'chromium' | 'firefox' | 'webkit';

export const ENGINE = (process.env['ENGINE'] ?? 'chromium') as Engine;

/** What some tests ask of a driver, beyond a page, its keys and its mouse. */
export type Ability =
  | 'emulate media'
  | 'switch script off'
  | 'read the accessibility tree'
  | 'freeze a page'
  | 'choose a folder for downloads'
  | 'count the sheets of a print';

/** What each driver cannot do, and why. A test that asks for it is skipped there by name, and counted as skipped. */
const LACKS: Readonly<Record<Engine, Partial<Record<Ability, string>>>> = {
  chromium: {},
  firefox: {
    'emulate media': 'WebDriver BiDi has no command for colour schemes, forced colours or print',
    'switch script off': 'this Firefox does not know emulation.setScriptingEnabled',
    'read the accessibility tree': 'WebDriver BiDi finds by role and name, but tells of neither',
    'freeze a page': 'WebDriver BiDi has no life cycle',
    'choose a folder for downloads': 'this Firefox does not know browser.setDownloadBehavior',
    'count the sheets of a print': 'its PDF names its pages within compressed streams',
  },
  webkit: {},
};

/** The reason to skip a test that needs these abilities, as `node:test` takes it; `false` where there is none. */
export function lacking(...abilities: readonly Ability[]): string | false {
  const ability = abilities.find((name) => LACKS[ENGINE][name] !== undefined);
  return ability ? `cannot ${ability}: ${LACKS[ENGINE][ability]}` : false;
}
