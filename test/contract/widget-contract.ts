/**
 * Every promise that all widgets make. A further widget gets the whole suite with one line:
 *
 *     runWidgetContract({ tag: 'ceal-enterprise-gallery', feed: FEED, section: 'enterprises', shows: 'Repareertafel' });
 */
import { accessContract } from './access.js';
import { dataContract } from './data.js';
import { guardContract } from './guard.js';
import { headingContract } from './heading.js';
import { hostileContract } from './hostile.js';
import { hydratedContract } from './hydrated.js';
import { languageContract } from './language.js';
import { lifeContract } from './life.js';
import { statesContract } from './states.js';
import type { Subject } from './subject.js';
import { translatedContract } from './translated.js';

export function runWidgetContract(subject: Subject): void {
  // Nearly every test would wait for words that never come.
  if (!JSON.stringify(subject.feed).includes(subject.shows))
    throw new Error(
      `The feed for <${subject.tag}> does not hold "${subject.shows}", which \`shows\` promises.`,
    );
  describe(`<${subject.tag}> as a widget`, () => {
    statesContract(subject);
    dataContract(subject);
    headingContract(subject);
    languageContract(subject);
    accessContract(subject);
    lifeContract(subject);
    hostileContract(subject);
    guardContract(subject);
    translatedContract(subject);
    hydratedContract(subject);
  });
}
