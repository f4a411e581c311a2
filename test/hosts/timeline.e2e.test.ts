/** The timeline on the partner pages: every width, time zone and policy, by keyboard, in a calendar and on paper. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ICAL from 'ical.js';
import { createTranslator } from '../../src/i18n/translate.js';
import { languages } from '../../src/programme-timeline/locales/index.js';
import { reopenPage, type Seen } from '../support/node/browser.js';
import { lacking } from '../support/node/engine.js';
import { sheetsOf } from '../support/node/sheets.js';
import {
  FEED,
  focused,
  inDutch,
  openSite,
  press,
  sessionOf,
  until,
  widgetOn,
  type SampleSession,
  type Site,
  type Visit,
} from '../support/node/visit.js';

const AUTUMN = FEED.sessions.filter(({ edition }) => edition === 'ex-najaar-2027');
/** One before and one after the night in which the clock goes back. */
const [BEFORE, AFTER] = [sessionCalled('Eerste prototype maken'), sessionCalled('Aannames testen')];
const NOW = Date.parse('2027-10-30T12:00:00+02:00');
const [dutch, english] = [createTranslator(languages, 'nl'), createTranslator(languages, 'en')];

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

function sessionCalled(title: string): SampleSession {
  const session = AUTUMN.find((candidate) => inDutch(candidate.title) === title);
  assert.ok(session, title);
  return session;
}

/** Opens a page on which the programme is under way. */
const openAtNow = (path: string) =>
  site.visit(path, {
    filled: false,
    before: (page) =>
      page.evaluateOnNewDocument((now) => {
        const start = Date.now();
        const real = Date.now;
        Date.now = () => now + real() - start;
      }, NOW),
  });

/** The page of a visit that has ended, for the next one. */
let free: Visit | undefined;

/** A page on which the programme is under way, and its timeline; `texts` gives what is in sight, each in one line. */
async function visit(path: string, zone = 'Europe/Amsterdam') {
  const opened = free ?? (await openAtNow('/'));
  free = undefined;
  await opened.page.emulateTimezone(zone);
  await opened.page.setViewport({ width: 1280, height: 900 });
  await reopenPage(opened, site.url + path);
  const timeline = widgetOn(opened.page, 'ceal-programme-timeline');
  const texts = async (part: string) =>
    (await timeline.texts(part)).map((text) => text.replaceAll(/\s+/g, ' '));
  await until(async () => (await texts('session')).length > 0, 'the sessions');
  // The first sessions come before the others.
  await timeline.within((element) => element.updateComplete);
  return { ...opened, ...timeline, texts, close: () => void (free = opened) };
}

const NOTHING = { console: [], errors: [], failed: [], foreign: [], violations: [] };
const trouble = ({ console, errors, failed, foreign, violations }: Omit<Seen, 'requests'>) => ({
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
      const t = path.endsWith('/en/') ? english : dutch;
      assert.ok((await texts('now'))[0]?.startsWith(t('nowLine', { date: '' })));
      const titles = await texts('title');
      assert.ok(
        titles.some((title) => title.startsWith(`${t('next')}: `)),
        titles.join(),
      );
      for (const width of [1280, 768, 320]) {
        await page.setViewport({ width, height: 900 });
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(widest <= width, `${widest} px at ${width}`);
      }
      assert.deepEqual(trouble(seen), NOTHING);
      close();
    });

  it('is the history on /stichting/, with its sources', async () => {
    const { seen, texts, close } = await visit('/stichting/');
    assert.ok((await texts('year')).some((year) => year.startsWith('2016')));
    assert.ok((await texts('sources')).length >= FEED.history.length - 1);
    assert.deepEqual(trouble(seen), NOTHING);
    close();
  });
});

describe('the times of a programme', () => {
  for (const [zone, notes] of [
    ['Europe/Amsterdam', 0],
    ['America/Paramaribo', 1],
    ['Pacific/Auckland', 1],
  ] as const)
    it(`are Amsterdam's in ${zone}`, async () => {
      const { within, texts, close } = await visit('/gemeente/', zone);
      const dateOf = (session: SampleSession) =>
        within(
          (element, id) =>
            element.shadowRoot.querySelector<HTMLElement>(`[data-id=${id}] [part~=date]`)?.innerText ?? '',
          session.id,
        );
      for (const session of [BEFORE, AFTER]) assert.match(await dateOf(session), /13:30 tot 17:00/);
      assert.equal((await texts('zone-note')).length, notes);
      close();
    });
});

describe('a calendar file', () => {
  const skip = lacking('folder for downloads');
  it(
    'comes under a strict policy, with the right hours on both sides of the change of the clock',
    { skip },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'ceal-calendar-'));
      const { page, seen, named, close } = await visit('/gemeente-tt/', 'Pacific/Auckland');
      await (
        await sessionOf(page)
      ).send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
      const when = 'donderdag 4 november 2027, 13:30 tot 17:00';
      await (await named('button', `${dutch('addSession')}: ${inDutch(AFTER.title)}, ${when}`)).click();
      const name = `${AFTER.id}.ics`;
      await until(async () => (await readdir(folder)).includes(name), name);
      const component = new ICAL.Component(
        ICAL.parse(await readFile(join(folder, name), 'utf8')) as unknown[],
      );
      const subcomponent = (type: string) => {
        const found = component.getFirstSubcomponent(type);
        assert.ok(found, type);
        return found;
      };
      const zone = new ICAL.Timezone(subcomponent('vtimezone'));
      ICAL.TimezoneService.register(zone, zone.tzid);
      const event = new ICAL.Event(subcomponent('vevent'));
      assert.equal(event.startDate.toUnixTime() * 1000, Date.parse(AFTER.start ?? ''));
      assert.match(event.summary, /^Voorbeeld: Aannames testen$/);
      assert.deepEqual(trouble(seen), NOTHING);
      close();
      await rm(folder, { recursive: true });
    },
  );
});

describe('by keyboard', () => {
  it('today is one press away, and a week of the overview leads to its sessions', async () => {
    const { page, named, within, close } = await visit('/universiteit/');
    await (await named('button', dutch('toToday'))).focus();
    await press(page, 'Enter');
    await until(async () => (await focused(page)).name === 'Nu: zaterdag 30 oktober 2027', 'today');
    // An overview is drawn when it comes near the viewport; the leap to today may have passed it before that.
    await within((element) => element.shadowRoot.querySelector('[part~=overview]')?.scrollIntoView());
    const strip = () =>
      within((element) => element.shadowRoot.querySelector('[part~=overview] button') !== null);
    await until(strip, 'the overview');
    await within((element) =>
      element.shadowRoot.querySelector<HTMLElement>('[part~=overview] button[tabindex="0"]')?.focus(),
    );
    await press(page, 'ArrowRight');
    await press(page, 'ArrowLeft');
    assert.match((await focused(page)).name, /^november 2027: \d+ bijeenkomsten$/);
    await press(page, 'Enter');
    await until(async () => /Aannames testen/.test((await focused(page)).name), 'the session');
    close();
  });
});

describe('a session', () => {
  it('is found again by its address, after a reload too', async () => {
    const { page, within, close } = await visit(`/universiteit/#ceal-timeline.session=${AFTER.id}`);
    const inSight = () =>
      within((element, id) => {
        const top = element.shadowRoot?.querySelector(`[data-id=${id}]`)?.getBoundingClientRect().top;
        return top !== undefined && top >= -1 && top < innerHeight;
      }, AFTER.id);
    await until(inSight, 'the session in sight');
    await page.reload();
    await until(inSight, 'the session in sight again');
    close();
  });
});

describe('on paper', () => {
  it(
    'the programme of a year is two sheets of A4 at most, without a button',
    { skip: lacking('print media') },
    async () => {
      const { page, within } = await visit('/gemeente/');
      await within((element) => document.body.replaceChildren(element.parentElement!));
      const pages = sheetsOf(await page.pdf({ format: 'A4' }));
      assert.ok(pages > 0 && pages <= 2, `${pages} pages`);
      await page.emulateMediaType('print');
      const buttons = await within(
        (element) =>
          [...element.shadowRoot.querySelectorAll('button:not([aria-expanded])')].filter((button) =>
            button.checkVisibility(),
          ).length,
      );
      assert.equal(buttons, 0);
      // Not for another visit: the page is on paper now.
      await page.browserContext().close();
    },
  );
});
