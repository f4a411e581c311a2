import { expect } from '@open-wc/testing';
import { stopClock } from '../support/browser/clock.js';
import { count, one, textOf } from '../support/browser/tree.js';
import { feedOf, row, session, timeline, titleOf } from '../support/browser/timeline.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const at = (text: string) => Date.parse(text);
const nowLine = (element: Element) => textOf(one(element, '[part~=now]'));

describe('the clock of a timeline', () => {
  const data = feedOf(
    session('gisteren', { start: '2027-10-29' }),
    session('vandaag', { start: '2027-10-30' }),
    session('morgen', { start: '2027-10-31T10:00+01:00', end: '2027-10-31T12:00+01:00' }),
  );

  it('goes to the next day at midnight in Amsterdam, and not at midnight elsewhere', async () => {
    // Ten minutes to midnight in Amsterdam: 21:50 in Greenwich.
    const clock = stopClock(at('2027-10-30T23:50:00+02:00'));
    const element = await timeline({ data });
    expect(titleOf(element, 'vandaag')).to.equal('Vandaag: Sessie vandaag');
    await clock.pass(9 * MINUTE);
    expect(nowLine(element)).to.equal('Nu: zaterdag 30 oktober 2027');
    await clock.pass(MINUTE + 1_000);
    expect(nowLine(element)).to.equal('Nu: zondag 31 oktober 2027');
    expect(textOf(row(element, 'vandaag'))).to.contain('Voorbij');
    expect(titleOf(element, 'morgen')).to.equal('Vandaag: Sessie morgen');
    // Midnight in Greenwich, and in New York, changes nothing.
    const before = textOf(element);
    await clock.pass(2 * HOUR);
    expect(textOf(element)).to.equal(before);
  });

  it('tells a session when it begins and when it ends, on the day the clock goes back', async () => {
    const clock = stopClock(at('2027-10-31T09:59:00+01:00'));
    const element = await timeline({ data });
    expect(titleOf(element, 'morgen')).to.equal('Vandaag: Sessie morgen');
    await clock.pass(MINUTE + 1_000);
    expect(titleOf(element, 'morgen')).to.equal('Nu bezig: Sessie morgen');
    await clock.pass(2 * HOUR);
    expect(titleOf(element, 'morgen')).to.equal('Sessie morgen');
    expect(textOf(row(element, 'morgen'))).to.contain('Voorbij');
    expect(count(element, '[part~=now]')).to.equal(0);
  });

  it('catches up when the timeline comes back to the page', async () => {
    const clock = stopClock(at('2027-10-30T23:59:00+02:00'));
    const element = await timeline({ data });
    const place = element.parentElement!;
    element.remove();
    await clock.pass(HOUR);
    place.append(element);
    await clock.pass(0);
    await element.updateComplete;
    expect(nowLine(element)).to.equal('Nu: zondag 31 oktober 2027');
  });

  it('leaves the edition open that a visitor is reading', async () => {
    const clock = stopClock(at('2027-10-30T23:59:00+02:00'));
    const element = await timeline({
      data: {
        ...feedOf(
          session('laatste', { edition: 'een', start: '2027-10-30' }),
          session('eerste', { edition: 'twee', start: '2027-12-01' }),
        ),
        editions: [
          { id: 'een', title: 'Een' },
          { id: 'twee', title: 'Twee' },
        ],
      },
    });
    await clock.pass(HOUR);
    expect(textOf(element)).to.contain('Sessie laatste');
  });
});
