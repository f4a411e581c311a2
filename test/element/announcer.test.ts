/** What the widgets say to screen readers, in the region of the page or of a dialog. */
import { expect, html } from '@open-wc/testing';
import { announce, prepareAnnouncer, takeOverAnnouncements } from '../../src/element/announcer.js';
import { stopClock } from '../support/browser/clock.js';
import { mount } from '../support/browser/page.js';

describe('announcements', () => {
  const said = () => prepareAnnouncer().textContent;

  it('A15: leave the page once they were spoken', async () => {
    const clock = stopClock();
    announce('Bezig met versturen…');
    await clock.pass(400);
    expect(said()).to.equal('Bezig met versturen…');
    await clock.pass(4_000);
    announce('Gelukt.');
    await clock.pass(400);
    expect(said()).to.equal('Gelukt.');
    await clock.pass(4_999);
    expect(said()).to.equal('Gelukt.');
    await clock.pass(1);
    expect(said()).to.equal('');
  });

  it('say in which language they are', async () => {
    const clock = stopClock();
    announce('Nothing found', 'en');
    await clock.pass(400);
    expect(prepareAnnouncer().lang).to.equal('en');
    announce('Niets gevonden', 'nl');
    await clock.pass(400);
    expect(prepareAnnouncer().lang).to.equal('nl');
  });

  it('are news when the same words come again, before they have left and after', async () => {
    const clock = stopClock();
    announce('37 ondernemingen');
    await clock.pass(400);
    const first = said();
    announce('37 ondernemingen');
    await clock.pass(400);
    expect(said()).to.not.equal(first);
    await clock.pass(5_000);
    announce('37 ondernemingen');
    await clock.pass(400);
    expect(said()).to.equal(first);
  });

  it('A15: leave the page when a dialog takes them over, and the dialog in their time', async () => {
    const clock = stopClock();
    const region = await mount<HTMLElement>(html`<p role="status"></p>`);
    announce('37 ondernemingen');
    await clock.pass(400);
    const release = takeOverAnnouncements(region);
    announce('Soep');
    await clock.pass(400);
    expect([said(), region.textContent]).to.deep.equal(['', 'Soep']);
    release();
    await clock.pass(5_000);
    expect([said(), region.textContent]).to.deep.equal(['', '']);
  });
});

describe('heard 4: an announcement that waits', () => {
  it('heard 4: comes in its own time, and not at all once it is taken back', async () => {
    const clock = stopClock();
    const said = () => prepareAnnouncer().textContent;
    announce('');
    await clock.pass(400);
    expect(said()).to.equal('');
    announce('Bezig met versturen…', 'nl', { delayMs: 1_000 });
    await clock.pass(999);
    expect(said()).to.equal('');
    announce('');
    await clock.pass(2_000);
    expect(said()).to.equal('');
    announce('Bezig met versturen…', 'nl', { delayMs: 1_000 });
    await clock.pass(1_000);
    expect(said()).to.equal('Bezig met versturen…');
    announce('');
    await clock.pass(400);
    expect(said()).to.equal('');
  });
});
