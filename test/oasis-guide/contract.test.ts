import '../../src/oasis-guide/define.js';
import { runWidgetContract } from '../contract/widget-contract.js';
import { FEED } from '../support/browser/feed.js';

runWidgetContract({ tag: 'ceal-oasis-guide', feed: FEED, section: 'oasis', shows: 'Proefkijken' });
