/** The engine that a browser test runs in, and tests that not every engine can run. */
import { limitOf, type Ability, type Engine } from '../engine-limits.js';

/** Firefox names itself; every browser of Chromium names Chrome, and WebKit names neither. */
const engineOf = (userAgent: string): Engine =>
  /Firefox\//.test(userAgent) ? 'Firefox' : /Chrome\//.test(userAgent) ? 'Chromium' : 'WebKit';

export const ENGINE = engineOf(navigator.userAgent);

/** A test that needs an ability of the driver; where the engine cannot, it is skipped, with the reason in its name. */
export function itWith(ability: Ability, name: string, test: () => void | Promise<void>): void {
  const limit = limitOf(ENGINE, ability);
  if (limit === undefined) it(name, test);
  else it.skip(`${name} (${limit})`, test);
}
