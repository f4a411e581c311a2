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
