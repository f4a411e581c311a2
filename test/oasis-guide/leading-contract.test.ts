import '../../src/oasis-guide/define.js';
import { runWidgetContract } from '../contract/widget-contract.js';
import { FEED } from '../support/browser/feed.js';

/** What every widget promises holds for the part for facilitators too. */
runWidgetContract({
  tag: 'ceal-oasis-guide',
  feed: FEED,
  section: 'oasis',
  shows: 'Proefkijken',
  attributes: { mode: 'facilitator', remember: '' },
});
