import '../../src/programme-timeline/define.js';
import { runWidgetContract } from '../contract/widget-contract.js';
import { FEED } from '../support/browser/feed.js';

runWidgetContract({
  tag: 'ceal-programme-timeline',
  feed: FEED,
  section: 'sessions',
  shows: 'Kennismaken in de proefzaal',
});
