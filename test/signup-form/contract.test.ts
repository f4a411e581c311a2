import '../../src/signup-form/define.js';
import { runWidgetContract } from '../contract/widget-contract.js';
import { FEED } from '../support/browser/feed.js';

runWidgetContract({
  tag: 'ceal-signup-form',
  feed: FEED,
  section: 'signups',
  shows: 'Laat weten dat je meedoet.',
});
