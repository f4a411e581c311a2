import '../../src/oasis-guide/define.js';
import { runWidgetContract } from '../contract/widget-contract.js';
import { FEED } from '../support/browser/feed.js';

// A browser grants the lock of the screen in its own time, and the words tell of it.
before(() => Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: undefined }));
after(() => Reflect.deleteProperty(navigator, 'wakeLock'));

/** The promises of every widget, kept by the part for facilitators too. */
runWidgetContract({
  tag: 'ceal-oasis-guide',
  feed: FEED,
  section: 'oasis',
  shows: 'Proefkijken',
  attributes: { mode: 'facilitator', remember: '' },
});
