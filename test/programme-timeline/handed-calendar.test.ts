/** Calendar files as a visitor gets them: what is offered, what is said, and what leads to a calendar that follows. */
import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import { nl as CALENDAR } from '../../src/programme-timeline/download/locales/nl.js';
import type { CealTimelineDownloadEvent } from '../../src/programme-timeline/events.js';
import { button, hasButton } from '../support/browser/actions.js';
import { setTime } from '../support/browser/clock.js';
import { eventually, nextEvent, until } from '../support/browser/page.js';
import { all, count, one, textOf } from '../support/browser/tree.js';
import { feedOf, NOW, row, session, timeline, WORDS, type Timeline } from '../support/browser/timeline.js';

beforeEach(() => setTime(NOW));

/** The files that links were pressed for; no test saves any. */
const saved: string[] = [];
const { click } = HTMLAnchorElement.prototype;
before(() => {
  HTMLAnchorElement.prototype.click = function () {
    saved.push(this.download);
  };
});
after(() => {
  HTMLAnchorElement.prototype.click = click;
});
beforeEach(() => {
  saved.length = 0;
});

const DATED = session('feest', { start: '2027-11-04T13:30+01:00', end: '2027-11-04T17:00+01:00' });
const PUT_OFF = session('later', {
  status: 'moved',
  movedFrom: { start: '2027-11-10T10:00+01:00', end: '2027-11-10T12:00+01:00' },
});

/** The event of the calendar file that a press gives, prevented so that nothing is saved. */
async function eventGivenBy(press: HTMLButtonElement): Promise<ICAL.Component> {
  const asked = nextEvent<CealTimelineDownloadEvent>(document, 'ceal-timeline-download');
  document.addEventListener('ceal-timeline-download', (event) => event.preventDefault(), { once: true });
  press.click();
  const { text } = await asked;
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!;
}

/** The words behind a button that was pressed. */
async function noteAfter(element: Timeline, press: HTMLButtonElement): Promise<HTMLElement> {
  press.click();
  await until(element, () => press.nextElementSibling?.part.contains('calendar-note') === true);
  return press.nextElementSibling as HTMLElement;
}

describe('a session that does not go on, or was put off', () => {
  it('H1: offers its own file, which takes it back', async () => {
    const off = session('weg', { start: '2027-11-05', status: 'cancelled' });
    const element = await timeline({ data: feedOf(DATED, off, PUT_OFF) });
    expect(textOf(one(row(element, 'feest'), 'button'))).to.equal(WORDS.addSession);
    for (const [id, day, said] of [
      ['weg', '2027-11-05', ', vrijdag 5 november 2027'],
      ['later', '2027-11-10T10:00:00', ''],
    ] as const) {
      const press = one<HTMLButtonElement>(row(element, id), 'button');
      expect([textOf(press), press.ariaLabel]).to.deep.equal([
        'Afzegging in agenda',
        `Afzegging in agenda: Sessie ${id}${said}`,
      ]);
      const event = await eventGivenBy(press);
      expect([
        event.getFirstPropertyValue('status'),
        String(event.getFirstPropertyValue('dtstart')),
      ]).to.deep.equal(['CANCELLED', day]);
    }
  });

  it('H1: offers nothing where the day to free is over, or was never known', async () => {
    const element = await timeline({
      data: feedOf(
        session('oud', { start: '2027-10-05', status: 'cancelled' }),
        session('was', { status: 'moved', movedFrom: { start: '2027-10-05' } }),
        session('ooit', { status: 'moved', movedFrom: { start: '2027-11' } }),
        session('zonder', { status: 'cancelled' }),
      ),
    });
    expect(hasButton(element, 'Afzegging in agenda')).to.equal(false);
  });

  it('H1: is in the file of all that is still to come', async () => {
    const data = feedOf(
      DATED,
      session('ook', { start: '2027-11-06' }),
      PUT_OFF,
      session('was', { status: 'moved', movedFrom: { start: '2027-10-05' } }),
    );
    const asked = nextEvent<CealTimelineDownloadEvent>(document, 'ceal-timeline-download');
    button(await timeline({ data }), WORDS.addEdition).click();
    expect((await asked).sessionIds).to.deep.equal(['feest', 'ook', 'later']);
  });
});

describe('what is said of a calendar file', () => {
  it('H1, H4: is that the browser is saving it, and that a calendar does not follow', async () => {
    const element = await timeline({ data: feedOf(DATED) });
    const note = await noteAfter(element, button(element, WORDS.addSession));
    expect(textOf(note)).to.equal(
      'Je browser bewaart nu een bestand voor je agenda. Verandert er iets, dan verandert je agenda niet mee.',
    );
    await eventually(() => document.querySelector('ceal-announcer')?.textContent === textOf(note));
    expect(saved).to.deep.equal(['feest.ics']);
  });

  it('H1: has the subscription beside it, where there is one; only the latest stays', async () => {
    const data = feedOf(DATED, session('ook', { start: '2027-11-06' }));
    const element = await timeline({ data, 'calendar-src': 'https://site.example/p.ics' });
    const note = await noteAfter(element, one<HTMLButtonElement>(row(element, 'feest'), 'button'));
    expect(one<HTMLAnchorElement>(note, 'a').href).to.equal('webcal://site.example/p.ics');
    expect(textOf(one(note, 'a'))).to.equal(WORDS.subscribe);
    await noteAfter(element, one<HTMLButtonElement>(row(element, 'ook'), 'button'));
    expect(count(element, '[part~=calendar-note]')).to.equal(1);
  });

  it('H4: is nothing where the page answers itself, and stays when the programme is drawn anew', async () => {
    const element = await timeline({ data: feedOf(DATED) });
    await eventGivenBy(button(element, WORDS.addSession));
    expect(count(element, '[part~=calendar-note]')).to.equal(0);
    await noteAfter(element, button(element, WORDS.addSession));
    element.data = feedOf({ ...DATED, title: 'Anders' });
    await until(element, () => textOf(row(element, 'feest')).includes('Anders'));
    expect(count(element, '[part~=calendar-note]')).to.equal(1);
    element.lang = 'en';
    await until(element, () => hasButton(element, 'Add to calendar'));
    expect(textOf(await noteAfter(element, button(element, 'Add to calendar')))).to.match(
      /^Your browser is now saving .* does not change with it\.$/,
    );
  });

  it('H4: can be said in other words', async () => {
    const element = await timeline({ data: feedOf(DATED), labels: { saving: 'Kijk bij je bestanden.' } });
    const note = await noteAfter(element, button(element, WORDS.addSession));
    expect(textOf(note)).to.match(/^Kijk bij je bestanden\./);
  });
});

describe('an entry of a calendar file', () => {
  const urlOf = async (element: Timeline) =>
    (await eventGivenBy(button(element, WORDS.addSession))).getFirstPropertyValue('url');

  it('H14: leads back to the session, where the page leads there', async () => {
    const data = feedOf({ ...DATED, online: 'https://meet.example/' });
    expect(await urlOf(await timeline({ data, 'deep-link': '' }))).to.equal(
      `${location.href.split('#')[0]}#ceal-timeline.session=feest`,
    );
    expect(await urlOf(await timeline({ data }))).to.equal('https://meet.example/');
  });
});

describe('the address of a calendar that follows', () => {
  const ADDRESS = 'https://site.example/programma.ics';
  const subscribed = (calendarSrc: string) => timeline({ data: feedOf(DATED), 'calendar-src': calendarSrc });

  it('H13: may be written as calendars write it', async () => {
    for (const written of ['webcal://site.example/programma.ics', ' WEBCALS://site.example/programma.ics ']) {
      const element = await subscribed(written);
      const part = one(element, '[part~=subscription]');
      expect(one<HTMLAnchorElement>(part, 'a').href).to.equal('webcal://site.example/programma.ics');
      expect(textOf(part)).to.contain(ADDRESS);
    }
    const element = await timeline({ data: feedOf(DATED) });
    element.calendarSrc = 'webcal://site.example/programma.ics';
    await element.updateComplete;
    expect(textOf(one(element, '[part~=subscription]'))).to.contain(ADDRESS);
  });

  it('H13: is told with `debug` where it is none of the web', async () => {
    const told = async (calendarSrc: string) => {
      const element = await timeline({ data: feedOf(DATED), 'calendar-src': calendarSrc, debug: '' });
      await until(element, () => all(element, '.debug').length > 0);
      return { panel: textOf(one(element, '.debug')), shown: count(element, '[part~=subscription]') };
    };
    for (const bad of ['ftp://site.example/p.ics', 'javascript:alert(1)', 'https://a:b@site.example/p.ics']) {
      const { panel, shown } = await told(bad);
      expect(panel).to.contain(`Het attribuut calendar-src kent “${bad}” niet.`);
      expect(shown).to.equal(0);
    }
    for (const good of ['webcal://site.example/p.ics', '/p.ics', 'p.ics', ADDRESS])
      expect((await told(good)).panel).to.not.contain('calendar-src');
  });

  it('H13: can be copied, and Google’s way stands beside it', async () => {
    const element = await subscribed(ADDRESS);
    expect(textOf(one(element, '[part~=subscription]'))).to.contain(
      'Google Agenda: Andere agenda’s, Via URL',
    );
    const copied: string[] = [];
    const clipboard = {
      writeText(text: string) {
        copied.push(text);
        return Promise.resolve();
      },
    };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    try {
      const note = await noteAfter(element, button(element, WORDS.copyAddress));
      expect(textOf(note)).to.equal(CALENDAR.copied);
      expect(copied).to.deep.equal([ADDRESS]);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('H13: is selected where it cannot be copied', async () => {
    const element = await subscribed(ADDRESS);
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    try {
      const note = await noteAfter(element, button(element, WORDS.copyAddress));
      expect(textOf(note)).to.equal(CALENDAR.copyYourself);
      expect(String(getSelection())).to.equal(ADDRESS);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });
});
