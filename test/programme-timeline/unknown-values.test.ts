/** The filters in the address: anybody may write there. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../src/programme-timeline/define.js';
import { FEED } from '../support/browser/feed.js';
import { mount, until } from '../support/browser/page.js';
import { all, textOf } from '../support/browser/tree.js';

const arriveAt = (fragment: string) =>
  history.replaceState(null, '', location.pathname + location.search + fragment);

const chips = (element: Element) => all(element, '[part~=chip]');

describe('the address of a timeline', () => {
  after(() => arriveAt(''));

  it('may name kinds and parts that do not exist: they are passed over', async () => {
    arriveAt(
      '#ceal-timeline.kind=field&ceal-timeline.kind=lunch&ceal-timeline.kind=toString&ceal-timeline.part=x',
    );
    const timeline = document.createElement('ceal-programme-timeline');
    Object.assign(timeline, { lang: 'nl', deepLink: true, data: FEED });
    (await mount(html`<div></div>`)).append(timeline);
    await until(timeline, () => all(timeline, '[part~=session]').length > 0);
    expect(chips(timeline).map(textOf)).to.deep.equal(['In de wijk']);
  });
});
