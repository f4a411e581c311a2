import '../../src/oasis-guide/define.js';
import { runWidgetContract } from '../contract/widget-contract.js';
import { FEED } from '../support/browser/feed.js';

/** The promises of every widget, kept by the part for facilitators too. */
runWidgetContract({
  tag: 'ceal-oasis-guide',
  feed: FEED,
  section: 'oasis',
  shows: 'Proefkijken',
  attributes: { mode: 'facilitator', remember: '' },
});
