import '../../src/enterprise-gallery/define.js';
import { runWidgetContract } from '../contract/widget-contract.js';
import { FEED } from '../support/browser/feed.js';

runWidgetContract({
  tag: 'ceal-enterprise-gallery',
  feed: FEED,
  section: 'enterprises',
  shows: 'Repareertafel',
});
