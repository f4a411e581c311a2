/// <reference types="mocha" />
/** A page whose widgets are there before <ceal-feed> is: its feed still comes. Once a page, so a file of its own. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { stopClock } from '../support/browser/clock.js';
import { placeOf } from '../support/browser/network.js';
import { mount } from '../support/browser/page.js';
import { feedOf, type TestReader } from '../support/browser/reader.js';

it('a <ceal-feed> that becomes one later brings its feed to the widgets that wait inside', async () => {
  const clock = stopClock();
  const place = placeOf(feedOf('later'));
  const page = await mount<HTMLElement>(
    html`<div>
      <ceal-feed src=${place.address}>
        <test-reader></test-reader>
        <section><test-reader></test-reader></section>
        <ceal-feed .data=${feedOf('binnen')}><test-reader></test-reader></ceal-feed>
      </ceal-feed>
      <test-reader></test-reader>
    </div>`,
  );
  const readers = [...page.querySelectorAll<TestReader>('test-reader')];
  const gone = readers[1]!;
  expect(readers.map(({ shows }) => shows)).to.deep.equal(['loading', 'loading', 'loading', 'idle']);
  gone.remove();
  // Who waits in vain is told so like anyone who waits.
  expect(readers[0]!.feed.status).to.deep.equal({ kind: 'loading', slow: false });
  await clock.pass(4_000);
  expect(readers[0]!.feed.status).to.deep.equal({ kind: 'loading', slow: true });

  let loaded = 0;
  page.addEventListener('ceal-feed-loaded', () => loaded++);
  await import('../../src/ceal-feed/define.js');
  await Promise.all([readers[0]!.isReady(), readers[2]!.isReady()]);
  expect(readers.map(({ shows }) => shows)).to.deep.equal(['later', 'loading', 'binnen', 'idle']);
  expect([place.asked, loaded]).to.deep.equal([1, 2]);
});
