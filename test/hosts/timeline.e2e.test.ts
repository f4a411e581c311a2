/** The timeline on the partner pages: every width, time zone and policy, by keyboard, in a calendar and on paper. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { FEED, focused, inDutch, openSite, press, sessionOf, until } from '../support/node/visit.js';

const TIMELINE = 'ceal-programme-timeline';
const AUTUMN = FEED.sessions.filter(({ edition }) => edition === 'ex-najaar-2027');
/** One before and one after the night in which the clock goes back. */
const [BEFORE, AFTER] = ['Eerste prototype maken', 'Aannames testen'].map((title) =>
  AUTUMN.find((session) => inDutch(session.title) === title),
);
const NOW = Date.parse('2027-10-30T12:00:00+02:00');

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** A page on which the programme is under way, and its timeline. */
async function visit(path, { zone = 'Europe/Amsterdam', ...options } = {}) {
  const opened = await site.visit(path, {
    ...options,
    filled: false,
    before: async (page) => {
      await page.emulateTimezone(zone);
      await page.evaluateOnNewDocument((now) => {
        const start = Date.now();
        const real = Date.now;
        Date.now = () => now + real() - start;
      }, NOW);
    },
  });
  const { page } = opened;
  const within = async (act, ...rest) => (await page.$(TIMELINE)).evaluate(act, ...rest);
  const texts = (selector) =>
    within(
      (element, wanted) =>
        [...(element.shadowRoot?.querySelectorAll(wanted) ?? [])]
          .filter((it) => it.checkVisibility())
          .map((it) => it.innerText.replaceAll(/\s+/g, ' ').trim()),
      selector,
    );
  const named = async (role, name) =>
    (await page.$(TIMELINE)).$(`::-p-aria([role="${role}"][name="${name}"])`);
  await until(async () => (await texts('[part~=session]')).length > 0, 'the sessions');
  return { ...opened, within, texts, named };
}

const NOTHING = { console: [], errors: [], failed: [], foreign: [], violations: [] };
const trouble = ({ console, errors, failed, foreign, violations }) => ({
  console,
  errors,
  failed,
  foreign,
  violations,
});

describe('the programme on partner pages', () => {
  for (const path of [
    '/universiteit/',
    '/universiteit/en/',
    '/gemeente/',
    '/gemeente-tt/',
    '/vijandig/',
    '/rtl/',
  ])
    it(`stands on ${path}, wide and narrow, in silence`, async () => {
      const { page, seen, texts, close } = await visit(path);
      const isEnglish = path.endsWith('/en/');
      assert.ok((await texts('[part~=now]'))[0].startsWith(isEnglish ? 'Now: ' : 'Nu: '));
      const titles = await texts('[part~=title]');
      assert.ok(
        titles.some((title) => title.startsWith(isEnglish ? 'Next: ' : 'Eerstvolgende: ')),
        titles,
      );
      for (const width of [1280, 768, 320]) {
        await page.setViewport({ width, height: 900 });
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(widest <= width, `${widest} px at ${width}`);
      }
      assert.deepEqual(trouble(seen), NOTHING);
      await close();
    });

  it('is the history on /stichting/, with its sources', async () => {
    const { seen, texts, close } = await visit('/stichting/');
    assert.ok((await texts('[part~=year]')).some((year) => year.startsWith('2016')));
    assert.ok((await texts('[part~=sources]')).length >= FEED.history.length - 1);
    assert.deepEqual(trouble(seen), NOTHING);
    await close();
  });
});

describe('the times of a programme', () => {
  for (const [zone, notes] of [
    ['Europe/Amsterdam', 0],
    ['America/Paramaribo', 1],
    ['Pacific/Auckland', 1],
  ])
    it(`are Amsterdam's in ${zone}`, async () => {
      const { within, texts, close } = await visit('/gemeente/', { zone });
      const dateOf = (id) =>
        within(
          (element, it) => element.shadowRoot.querySelector(`[data-id=${it}] [part~=date]`).innerText,
          id,
        );
      for (const { id } of [BEFORE, AFTER]) assert.match(await dateOf(id), /13:30 tot 17:00/);
      assert.equal((await texts('[part~=zone-note]')).length, notes);
      await close();
    });
});

describe('a calendar file', () => {
  it('comes under a strict policy, with the right hours on both sides of the change of the clock', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ceal-calendar-'));
    const { page, seen, named, close } = await visit('/gemeente-tt/', { zone: 'Pacific/Auckland' });
    await (
      await sessionOf(page)
    ).send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await (await named('button', `In agenda: ${inDutch(AFTER.title)}`)).click();
    const name = `${AFTER.id}.ics`;
    await until(async () => (await readdir(folder)).includes(name), name);
    const component = new ICAL.Component(ICAL.parse(await readFile(join(folder, name), 'utf8')));
    const zone = new ICAL.Timezone(component.getFirstSubcomponent('vtimezone'));
    ICAL.TimezoneService.register(zone, zone.tzid);
    const event = new ICAL.Event(component.getFirstSubcomponent('vevent'));
    assert.equal(event.startDate.toUnixTime() * 1000, Date.parse(AFTER.start));
    assert.match(event.summary, /^Voorbeeld: Aannames testen$/);
    assert.deepEqual(trouble(seen), NOTHING);
    await close();
    await rm(folder, { recursive: true });
  });
});

describe('by keyboard', () => {
  it('today is one press away, and a week of the overview leads to its sessions', async () => {
    const { page, named, within, close } = await visit('/universiteit/');
    await (await named('button', 'Naar vandaag')).focus();
    await press(page, 'Enter');
    await until(async () => (await focused(page)).name === 'Nu: zaterdag 30 oktober 2027', 'today');
    const strip = () =>
      within((element) => element.shadowRoot.querySelector('[part~=overview] button') !== null);
    await until(strip, 'the overview');
    await within((element) =>
      element.shadowRoot.querySelector('[part~=overview] button[tabindex="0"]').focus(),
    );
    await press(page, 'ArrowRight');
    await press(page, 'ArrowLeft');
    assert.match((await focused(page)).name, /^november 2027: \d+ bijeenkomsten$/);
    await press(page, 'Enter');
    await until(async () => /Aannames testen/.test((await focused(page)).name), 'the session');
    await close();
  });
});

describe('a session', () => {
  it('is found again by its address, after a reload too', async () => {
    const { page, within, close } = await visit(`/universiteit/#ceal-timeline.session=${AFTER.id}`);
    const inSight = () =>
      within((element, id) => {
        const { top } = element.shadowRoot.querySelector(`[data-id=${id}]`)?.getBoundingClientRect() ?? {};
        return top >= -1 && top < innerHeight;
      }, AFTER.id);
    await until(inSight, 'the session in sight');
    await page.reload();
    await until(inSight, 'the session in sight again');
    await close();
  });
});

describe('on paper', () => {
  it('the programme of a year is two sheets of A4 at most, without a button', async () => {
    const { page, within, close } = await visit('/gemeente/');
    await within((element) => document.body.replaceChildren(element.parentElement));
    const pdf = Buffer.from(await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g).length;
    assert.ok(pages <= 2, `${pages} pages`);
    await page.emulateMediaType('print');
    const buttons = await within(
      (element) =>
        [...element.shadowRoot.querySelectorAll('button:not([aria-expanded])')].filter((it) =>
          it.checkVisibility(),
        ).length,
    );
    assert.equal(buttons, 0);
    await close();
  });
});
