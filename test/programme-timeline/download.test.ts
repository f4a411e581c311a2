import { expect } from '@open-wc/testing';
import ICAL from 'ical.js';
import type {
  CealTimelineDownloadEvent,
  CealTimelineDownloadedEvent,
} from '../../src/programme-timeline/events.js';
import { button, hasButton } from '../support/browser/actions.js';
import { setTime } from '../support/browser/clock.js';
import { eventually, nextEvent } from '../support/browser/page.js';
import { count, one, textOf } from '../support/browser/tree.js';
import { feedOf, FIVE, NOW, row, session, timeline, WORDS } from '../support/browser/timeline.js';

beforeEach(() => setTime(NOW));

/** The event that a press brings, prevented so that the test's own browser saves nothing. */
async function given(press: HTMLButtonElement) {
  const asked = nextEvent<CealTimelineDownloadEvent>(document, 'ceal-timeline-download');
  document.addEventListener('ceal-timeline-download', (event) => event.preventDefault(), { once: true });
  press.click();
  const { sessionIds, fileName, text } = await asked;
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return { sessionIds, fileName, name: calendar.getFirstPropertyValue('x-wr-calname'), events };
}

describe('the calendar of a timeline', () => {
  it('takes one session', async () => {
    const element = await timeline();
    const press = one<HTMLButtonElement>(row(element, 'testen'), 'button');
    expect(press.ariaLabel).to.equal('Zet in agenda: Sessie testen, donderdag 4 november 2027');
    const { sessionIds, fileName, events, name } = await given(press);
    expect([sessionIds, fileName, name]).to.deep.equal([['testen'], 'testen.ics', 'Groep najaar']);
    expect(events.map(({ uid, summary }) => [uid, summary])).to.deep.equal([
      ['testen@proef.ceal-widgets', 'Sessie testen'],
    ]);
  });

  it('takes what is still to come of a part or of an edition', async () => {
    const element = await timeline({
      data: feedOf(
        session('oud', { part: 'een', start: '2027-10-01' }),
        session('a', { part: 'een', start: '2027-11-04' }),
        session('b', { part: 'een', start: '2027-11-11', status: 'cancelled' }),
        session('c', { part: 'twee', start: '2027-12-01' }),
        session('ooit', { part: 'twee' }),
      ),
    });
    const part = await given(button(element, WORDS.addPart));
    expect([part.sessionIds, part.fileName]).to.deep.equal([['a', 'b'], 'najaar-een.ics']);
    const whole = await given(button(element, WORDS.addEdition));
    expect([whole.sessionIds, whole.fileName]).to.deep.equal([['a', 'b', 'c'], 'najaar.ics']);
  });

  it('11: has what is perhaps on a day, with an edition that is taken whole', async () => {
    const element = await timeline({
      data: feedOf(
        session('zeker', { start: '2027-11-01' }),
        session('ook-zeker', { start: '2027-11-02' }),
        session('misschien', { start: '2027-11-03?' }),
        session('ooit', { start: '2027-12' }),
      ),
    });
    const { sessionIds } = await given(button(element, WORDS.addEdition));
    expect(sessionIds).to.deep.equal(['zeker', 'ook-zeker', 'misschien']);
  });

  it('is not offered for what is over, does not go on or has no day', async () => {
    const element = await timeline({
      data: feedOf(
        session('oud', { start: '2027-10-01' }),
        session('weg', { start: '2027-11-04', status: 'cancelled' }),
        session('ooit'),
        session('maand', { start: '2027-11' }),
      ),
    });
    expect(hasButton(element, WORDS.addSession)).to.equal(false);
  });

  it('says that the file is there, and tells the page', async () => {
    const element = await timeline();
    const saved: string[] = [];
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download, this.href.slice(0, 5));
    };
    const told = nextEvent<CealTimelineDownloadedEvent>(element, 'ceal-timeline-downloaded');
    one<HTMLButtonElement>(row(element, 'testen'), 'button').click();
    expect((await told).fileName).to.equal('testen.ics');
    HTMLAnchorElement.prototype.click = click;
    expect(saved).to.deep.equal(['testen.ics', 'blob:']);
  });

  it('gives an address to subscribe to, when the page has one', async () => {
    const element = await timeline({ 'calendar-src': '/programma.ics' });
    const link = one<HTMLAnchorElement>(element, '[part~=subscription] a');
    expect(link.href).to.equal(`webcal://${location.host}/programma.ics`);
    expect(textOf(one(element, '[part~=subscription]'))).to.contain(`${location.origin}/programma.ics`);
    const bad = await timeline({ 'calendar-src': 'javascript:alert(1)' });
    expect(count(bad, '[part~=subscription]')).to.equal(0);
  });
});

describe('structured data', () => {
  const scriptOf = ({ ownerDocument }: Element) =>
    ownerDocument.querySelector<HTMLScriptElement>('head > script[type="application/ld+json"]');
  const REAL = {
    ...FIVE,
    programme: { title: '&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;' },
    sessions: [
      session('echt', {
        start: '2027-11-04T13:30+01:00',
        place: { name: 'Zaal' },
        title: 'A &amp; &lt;b&gt;',
      }),
      session('weg', { start: '2027-11-05', status: 'cancelled', online: 'https://example.org/' }),
      session('nep', { start: '2027-11-06', example: true }),
      session('ooit'),
    ],
  };

  async function data(setting: object) {
    const element = await timeline(setting as Record<string, unknown>);
    const put = new Promise<void>((resolve) =>
      new MutationObserver((_, observer) => {
        observer.disconnect();
        resolve();
      }).observe(document.head, { childList: true }),
    );
    element.setAttribute('structured-data', '');
    await put;
    return element;
  }

  it('is there on request only, and goes again', async () => {
    expect(scriptOf(await timeline({ data: REAL }))).to.equal(null);
    const element = await data({ data: REAL });
    element.removeAttribute('structured-data');
    await element.updateComplete;
    expect(scriptOf(element)).to.equal(null);
  });

  it('E18: stands in the head of the page, goes with the element and comes back with it', async () => {
    const element = await data({ data: REAL });
    expect(element.childNodes.length).to.equal(0);
    const { parentElement } = element;
    const text = scriptOf(element)!.text;
    element.remove();
    expect(scriptOf(element)).to.equal(null);
    parentElement!.append(element);
    await eventually(() => scriptOf(element)?.text === text);
  });

  it('tells of the course and of sessions on known days, made-up ones left out', async () => {
    const { textContent } = scriptOf(await data({ data: REAL }))!;
    const { '@graph': graph } = JSON.parse(textContent) as { '@graph': Record<string, unknown>[] };
    expect(graph.map((node) => [node['@type'], node['name']])).to.deep.equal([
      ['Course', '</script><img src=x onerror=alert(1)>'],
      ['Event', 'A & <b>'],
      ['Event', 'Sessie weg'],
    ]);
    expect(graph[1]!['startDate']).to.equal('2027-11-04T13:30:00+01:00');
    expect(graph[2]!['eventStatus']).to.equal('https://schema.org/EventCancelled');
  });

  it('cannot be broken out of', async () => {
    const { textContent } = scriptOf(await data({ data: REAL }))!;
    expect(textContent).to.not.match(/[<>&\u2028\u2029]/);
  });
});
