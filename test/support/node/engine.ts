/** The engine in which the end-to-end tests run: Chromium, or the one named in ENGINE. */
import { limitOf, type Ability, type Engine } from '../engine-limits.js';

const ENGINES: Readonly<Record<string, Engine>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
};

export const ENGINE = ENGINES[process.env['ENGINE'] ?? 'chromium'];

/** The reason to skip a test that needs these abilities, as `node:test` takes it; `false` where there is none. */
export const lacking = (...abilities: readonly Ability[]): string | false =>
  abilities.map((ability) => limitOf(ENGINE!, ability)).find((reason) => reason !== undefined) ?? false;
