/** Walks through the partner pages by keys and mouse, the same in every engine: Chromium, Firefox and WebKit. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { node } from '#tools/process.mjs';
import type {} from '../../src/ceal-feed/ceal-feed.js';
import { nl as detailWords } from '../../src/enterprise-gallery/detail/locales/nl.js';
import { nl } from '../../src/enterprise-gallery/locales/nl.js';
import { nl as timelineWords } from '../../src/programme-timeline/locales/nl.js';
import { nl as formWords } from '../../src/signup-form/submission/locales/nl.js';
import { t } from '../support/guide-words.js';
import { fillFolder } from '../support/node/pglite.js';
import { ENTERPRISES, FEED, inDutch, sayCount, spokenName, until } from '../support/node/visit.js';
import { openWalk, type Walk } from '../support/node/walk.js';
import { PAGES } from './pages.js';
import { startDemoReceiver } from './receiver.js';

const PROGRAM = 'dist/modules/cli/ceal-widgets.js';
const WIDE = 1280;
const NARROW = [390, 320];
/** Autumn, between two sessions of the programme. */
const DURING = `?at=${encodeURIComponent('2027-10-30T12:00:00+02:00')}`;
const THEME = inDutch(FEED.themes[0]!.label);
const HAVING = ENTERPRISES.filter(({ themes = [] }) => themes.includes(FEED.themes[0]!.id));
const REMOVING = nl.removeFilter.replace('{filter}', THEME);
const [FIRST, SECOND] = ENTERPRISES.map(({ name }) => inDutch(name)) as [string, string];
const STEPS = FEED.oasis.steps.map(({ name }) => inDutch(name));
const placeOf = (index: number) => t('stepOf', { at: index + 1, n: STEPS.length });

let folder: string;
let receiver: ReturnType<typeof startDemoReceiver>;
let walk: Walk;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ceal-walks-'));
  await cp('stories/feeds', join(folder, 'feeds'), { recursive: true });
  receiver = startDemoReceiver(await fillFolder(join(folder, 'data')));
  walk = await openWalk({ feeds: join(folder, 'feeds'), receiver: receiver.handle });
});
after(async () => {
  await Promise.all([walk?.close(), receiver?.stop()]);
  await rm(folder, { recursive: true, force: true });
});

const inSilence = async () => assert.deepEqual(await walk.trouble(), []);
const hash = () => walk.ask(({ all }) => all('main')[0]!.ownerDocument.location.hash);
const untilHash = (wanted: string) =>
  walk.wait(`the address ${wanted}`, (_, expected) => location.hash === expected, wanted);
const counted = (n: number) => walk.says('count', sayCount(n));
const announced = (words: string) =>
  walk.wait(
    `the announcement “${words}”`,
    (_, wanted) => document.querySelector('ceal-announcer')?.textContent.trim() === wanted,
    words,
  );
/** Waits until no part of this name is in sight. */
const gone = (part: string) => walk.wait(`no ${part}`, ({ texts }, name) => texts(name).length === 0, part);

describe('every page', () => {
  const widest = () => walk.ask(({ all }) => all('main')[0]!.ownerDocument.documentElement.scrollWidth);

  for (const { path } of PAGES)
    it(`${path} stands in silence, wide and narrow`, async () => {
      await walk.open(path);
      assert.ok((await widest()) <= WIDE);
      await inSilence();
      for (const width of NARROW) {
        await walk.narrowTo(width);
        const actual = await widest();
        assert.ok(actual <= width, `${actual} px at ${width}`);
      }
      await inSilence();
    });
});

describe('the gallery', () => {
  it('is searched, filtered and cleared by keys', async () => {
    await walk.open('/universiteit/');
    await walk.press('Tab');
    assert.equal((await walk.focused()).name, 'Naar de inhoud');
    await walk.press('Enter');
    assert.deepEqual(await walk.tabTo(nl.search), []);
    await walk.page.keyboard.type('soep');
    await walk.says('chip', nl.searchChip.replace('{text}', 'soep'));
    const found = await walk.wait('the soup', ({ texts }) => {
      const names = texts('name');
      return names[0]?.startsWith('Soep van overschot') && names;
    });
    await announced(sayCount(found.length));
    assert.equal((await walk.focused()).name, nl.search);
    await walk.press('Backspace', 'soep'.length);
    await counted(ENTERPRISES.length);

    await walk.tabTo(nl.theme);
    await walk.press('Enter');
    await walk.press('Tab');
    assert.deepEqual(await walk.focused(), {
      role: 'checkbox',
      name: `${THEME}, ${sayCount(HAVING.length)}`,
    });
    await walk.press(' ');
    await counted(HAVING.length);
    await announced(sayCount(HAVING.length));
    await walk.press('Escape');
    await walk.atName(`${nl.theme}: 1 gekozen`);
    await walk.tabTo(REMOVING);
    await walk.press('Enter');
    await counted(ENTERPRISES.length);
    await walk.atName(sayCount(ENTERPRISES.length));
    await inSilence();
  });

  it('opens an enterprise by keys: Tab reaches every control of the dialog and nothing behind it', async () => {
    await walk.open('/universiteit/');
    await walk.click('searchbox', nl.search);
    await walk.tabTo(FIRST);
    await walk.press('Enter');
    await walk.says('detail-name', FIRST);
    await walk.atName(spokenName(FIRST));
    const controls = await walk.ask(({ all, inSight, accessible }) =>
      all('dialog :is(a, button)')
        .filter(inSight)
        .map((control) => accessible(control).name),
    );
    assert.ok(controls.includes(nl.close) && controls.includes(detailWords.next), controls.join());
    for (const isBack of [false, true]) {
      const reached = new Set<string>();
      if (isBack) await walk.page.keyboard.down('Shift');
      for (const _ of [...controls, ...controls]) {
        await walk.press('Tab');
        const at = await walk.ask(({ active, accessible }) => ({
          isInside: active().closest('dialog') !== null,
          isOnPage: document.hasFocus() && active() !== document.body,
          ...accessible(active()),
        }));
        assert.ok(at.isInside || !at.isOnPage, `“${at.name}” behind the dialog`);
        if (at.isInside) reached.add(at.name);
      }
      if (isBack) await walk.page.keyboard.up('Shift');
      assert.deepEqual(
        controls.filter((name) => !reached.has(name)),
        [],
        isBack ? 'backwards' : 'forwards',
      );
    }
    await walk.press('Escape');
    await gone('detail');
    await walk.atName(FIRST);
    await inSilence();
  });

  it('is filtered, and walked through, by the mouse', async () => {
    await walk.open('/universiteit/');
    await walk.click('button', nl.theme);
    await walk.click('checkbox', `${THEME}, `, true);
    await counted(HAVING.length);
    await walk.click('button', REMOVING);
    await counted(ENTERPRISES.length);
    await walk.click('link', FIRST);
    await walk.says('detail-name', FIRST);
    await walk.click('button', detailWords.next);
    await walk.says('detail-name', SECOND);
    await walk.click('button', nl.close);
    await gone('detail');
    await walk.atName(SECOND);
    await inSilence();
  });

  it('follows the back button, and a link to what is open', async () => {
    await walk.open('/universiteit/');
    const link = `#ceal-gallery.open=${ENTERPRISES[0]!.id}`;
    await walk.click('link', FIRST);
    await untilHash(link);
    await walk.goBack();
    await gone('detail');
    await untilHash('');
    await walk.goForward();
    await walk.says('detail-name', FIRST);
    await walk.page.reload();
    await walk.says('detail-name', FIRST);
    await walk.press('Escape');
    await gone('detail');
    await untilHash('');

    await walk.open(
      `/universiteit/#ceal-gallery.theme=${FEED.themes[0]!.id}&ceal-gallery.open=${HAVING[0]!.id}`,
    );
    await walk.says('detail-name', inDutch(HAVING[0]!.name));
    await walk.press('Escape');
    await counted(HAVING.length);
    assert.equal(await hash(), `#ceal-gallery.theme=${FEED.themes[0]!.id}`);
    await inSilence();
  });

  it('keeps the reader’s place, and opens what was read, when another order of the list arrives', async () => {
    const path = join(folder, 'feeds/overvecht.json');
    const text = await readFile(path, 'utf8');
    await walk.open('/universiteit/');
    await walk.click('searchbox', nl.search);
    await walk.tabTo(SECOND);
    const feed = JSON.parse(text) as { enterprises: unknown[] };
    const [first, ...others] = feed.enterprises;
    await writeFile(path, JSON.stringify({ ...feed, enterprises: [...others, first] }));
    await walk.ask(async ({ all }) => {
      const feeds = all('ceal-feed') as HTMLElementTagNameMap['ceal-feed'][];
      await Promise.all(feeds.map((it) => it.refresh()));
    });
    await walk.wait('the new order', ({ texts }, name) => texts('name')[0]?.startsWith(name), SECOND);
    assert.equal((await walk.focused()).name, SECOND);
    await walk.press('Enter');
    await walk.says('detail-name', SECOND);
    await writeFile(path, text);
    await inSilence();
  });
});

describe('the timeline', () => {
  it('leads to today and, by its overview, to a session, by keys', async () => {
    await walk.open(`/universiteit/${DURING}`);
    await walk.ask(({ named }, name) => named('button', name)?.focus(), timelineWords.toToday);
    await walk.press('Enter');
    await walk.atName('Nu: zaterdag 30 oktober 2027');
    // The leap to today may still be under way: it would pass an overview that is brought into sight once.
    await walk.wait('the overview', ({ all }) => {
      all('[part~=overview]')[0]!.scrollIntoView({ behavior: 'instant' });
      return all('[part~=overview] button').length > 0;
    });
    await walk.ask(({ all }) => all('[part~=overview] button[tabindex="0"]')[0]!.focus());
    const before = (await walk.focused()).name;
    await walk.press('ArrowRight');
    assert.notEqual((await walk.focused()).name, before);
    await walk.press('ArrowLeft');
    assert.equal((await walk.focused()).name, before);
    await walk.press('Enter');
    await walk.wait('a session', ({ active }) => active().closest('[part~=session]') !== null);
    await inSilence();
  });

  it('gives a calendar file under the strictest policy', async () => {
    await walk.open(`/gemeente-tt/${DURING}`);
    const session = FEED.sessions.find(({ title }) => inDutch(title) === 'Aannames testen')!;
    const button = `${timelineWords.addSession}: ${inDutch(session.title)}`;
    await walk.ask(({ named }, name) => named('button', name, true)?.focus(), button);
    await walk.press('Enter');
    const name = `${session.id}.ics`;
    await until(async () => (await readdir(walk.downloads)).includes(name), name);
    const calendar = await until(() => readFile(join(walk.downloads, name), 'utf8'), 'the calendar');
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
    assert.match(calendar, /\r\nSUMMARY:.*Aannames testen\r\n/);
    await inSilence();
  });
});

describe('the form', () => {
  /** The sign-ups that the receiver has stored. */
  const stored = async () => {
    const { output } = await node([PROGRAM, 'export', '--format', 'json', '--data', join(folder, 'data')]);
    return (
      JSON.parse(output) as { readonly entry: { readonly name: string; readonly email: string } }[]
    ).map(({ entry: { name, email } }) => ({ name, email }));
  };

  it('says what is wrong, keeps a draft, and sends once to the real receiver', async () => {
    await walk.open('/gemeente/');
    await walk.click('button', formWords.send);
    await walk.wait('the errors', ({ focused }) => /^Kijk nog naar/.test(focused().name));
    await walk.press('Tab');
    await walk.press('Enter');
    await walk.atName(formWords.nameLabel);
    await walk.page.keyboard.type('Noor Voorbeeld');
    await walk.click('textbox', formWords.emailLabel);
    await walk.page.keyboard.type('noor@example');
    await walk.click('button', formWords.send);
    await walk.says('error-text', formWords.email);

    await walk.page.reload();
    await walk.says('notice', formWords.restored);
    const value = (name: string) =>
      walk.ask(({ named }, label) => (named('textbox', label) as HTMLInputElement | undefined)?.value, name);
    assert.equal(await value(formWords.nameLabel), 'Noor Voorbeeld');
    await walk.click('textbox', formWords.emailLabel);
    await walk.press('End');
    await walk.page.keyboard.type('.org');
    for (const name of ['roles', 'oldEnough']) {
      const { x, y } = await walk.ask(({ all, spot }, field) => spot(all(`[name="${field}"]`)[0]!), name);
      await walk.page.mouse.click(x, y);
    }
    await walk.click('button', formWords.send);
    await walk.says('confirmation', formWords.done);
    await walk.atName(formWords.done);
    assert.deepEqual(await stored(), [{ name: 'Noor Voorbeeld', email: 'noor@example.org' }]);
    await inSilence();
  });
});

describe('the guide', () => {
  it('goes from step to step, and back by the browser', async () => {
    await walk.open('/stichting/');
    await walk.click('button', t('nextStep', { name: STEPS[1]! }));
    await walk.atName(`${placeOf(1)}: ${STEPS[1]}`);
    await walk.tabTo(t('nextStep', { name: STEPS[2]! }));
    await walk.press('Enter');
    await walk.atName(`${placeOf(2)}: ${STEPS[2]}`);
    await walk.goBack();
    await walk.says('step-heading', STEPS[1]!);
    await inSilence();
  });

  it('keeps the time of whoever leads, and the focus on the button of the clock', async () => {
    await walk.open('/stichting/begeleiden/');
    await walk.click('button', 'Alleen op zoek', true);
    await walk.says('step-heading', 'Alleen op zoek');
    await walk.click('button', t('timeStart'));
    await walk.atName(t('timePause'));
    await walk.wait('the clock to run', ({ all }) => !all('[role=timer]')[0]!.innerText.includes('45:00'));
    await walk.press(' ');
    await walk.atName(t('timeResume'));
    await walk.page.reload();
    await walk.says('step-heading', 'Alleen op zoek');
    assert.ok(!(await walk.ask(({ all }) => all('[role=timer]')[0]!.innerText)).includes('45:00'));
    await inSilence();
  });
});

describe('a page from right to left', () => {
  it('has its gallery and its dialog, by keys', async () => {
    await walk.open('/rtl/');
    await walk.click('link', FIRST);
    await walk.says('detail-name', FIRST);
    await walk.tabTo(detailWords.next);
    await walk.press('Enter');
    await walk.says('detail-name', SECOND);
    const box = await walk.ask(({ all }) => {
      const { left, right } = all('dialog[open]')[0]!.getBoundingClientRect();
      return { left, right };
    });
    assert.ok(box.left >= 0 && box.right <= WIDE, JSON.stringify(box));
    await walk.press('Escape');
    await walk.atName(SECOND);
    await inSilence();
  });

  it('has its words beside their lines and marks, not across them', async () => {
    await walk.open('/rtl/');
    const across = await walk.ask(({ all, inSight }) =>
      all('p, li, dd, dt, h3, h4')
        .filter(inSight)
        .flatMap((element) => {
          const { paddingRight, borderRightWidth } = getComputedStyle(element);
          const edge =
            element.getBoundingClientRect().right - parseFloat(paddingRight) - parseFloat(borderRightWidth);
          return [...element.childNodes]
            .filter(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && /\w/.test(nodeValue ?? ''))
            .map((text) => {
              const words = document.createRange();
              words.selectNode(text);
              return { beyond: words.getBoundingClientRect().right - edge, text: text.nodeValue };
            });
        })
        // WebKit shifts them by a border, which is thinner than the room beside it.
        .filter(({ beyond }) => beyond > 4),
    );
    assert.deepEqual(across, []);
    const marks = await walk.ask(({ all }) =>
      all('.materials li').map((item) => parseFloat(getComputedStyle(item, '::before').right)),
    );
    assert.ok(marks.length > 0 && marks.every((right) => right < 0), marks.join());
  });
});
