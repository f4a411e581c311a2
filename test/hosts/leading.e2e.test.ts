/** Leading an Oasis on a telephone: through all steps, over a locked screen and a new start of the browser's tab. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Seen } from '../support/node/browser.js';
import { t } from '../support/guide-words.js';
import {
  FEED,
  focused,
  guideOn,
  inDutch,
  openSite,
  sessionOf,
  until,
  untilSaid,
  type GuideVisit,
  type Site,
} from '../support/node/visit.js';

const PATH = '/stichting/begeleiden/';
const PHONE = { width: 390, height: 800, isMobile: true, hasTouch: true };
const STEPS = FEED.oasis.steps.map(({ name }) => inDutch(name));
const FIRST_STEP = STEPS[0]!;
const LOCKED_FOR_MS = 3_000;
const ACTIVITY = 'Alleen op zoek';
const ACTIVITY_SECONDS = 45 * 60;
const MATERIAL = 'Kaartjes en pennen';

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const placeOf = (index: number) => t('stepOf', { at: index + 1, n: STEPS.length });
/** The heading of the start of a step. */
const headingOf = (index: number) => `${placeOf(index)}: ${STEPS[index]}`;
/** The heading of another screen of a step. */
const screenHeading = (index: number, screen: string) => `${placeOf(index)}, ${STEPS[index]}: ${screen}`;

/** The progress as the page has stored it, as far as the tests look at it. */
interface StoredProgress {
  readonly steps: Readonly<
    Record<
      string,
      {
        readonly materials: readonly string[];
        readonly timers: Readonly<Record<string, { readonly spent: number; readonly since?: number }>>;
      }
    >
  >;
}

describe('leading an Oasis on a telephone', () => {
  let page: Page;
  let seen: Seen;
  let guide: GuideVisit;
  before(async () => {
    ({ page, seen } = await site.visit(PATH, { filled: false, viewport: PHONE }));
    guide = guideOn(page);
    await guide.at();
  });

  /** The time on the clock in sight, in seconds. */
  const clock = async () => {
    const face = await guide.within(
      (element) => element.shadowRoot.querySelector<HTMLElement>('[role=timer]')?.innerText ?? '',
    );
    const [, minutes, seconds] = /(\d+):(\d\d)\s*$/.exec(face) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  };
  const stored = () =>
    page.evaluate(
      () => JSON.parse(localStorage.getItem('ceal-widgets/oasis/overvecht') ?? '') as StoredProgress,
    );

  it('begins with the first step, in large type, as wide as the screen', async () => {
    assert.equal(await guide.heading(), headingOf(0));
    const size = await guide.within((element) =>
      parseFloat(getComputedStyle(element.shadowRoot.querySelector('[part~=step] p:not([part])')!).fontSize),
    );
    assert.ok(size >= 20, `${size} px`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
  });

  it('takes the size of the group, and gives the hints for it', async () => {
    await (await guide.named('textbox', t('group'))).type('6');
    await guide.press('Samen lopen met een blinddoek');
    await guide.at(screenHeading(0, 'Samen lopen met een blinddoek'));
    const paragraphs = await guide.within((element) =>
      [...element.shadowRoot.querySelectorAll<HTMLElement>('[part~=activities] p')].map(
        ({ innerText }) => innerText,
      ),
    );
    assert.deepEqual(paragraphs.slice(1), [
      `${t('forYourGroup')} Met een oneven aantal: maak één groepje van drie.`,
    ]);
    await guide.press(t('previous'));
  });

  it('ticks what is there', async () => {
    await guide.at(screenHeading(0, t('checklist')));
    await (await guide.named('checkbox', MATERIAL)).tap();
    const kijken = await until(async () => (await stored()).steps['kijken'], 'the tick');
    assert.deepEqual(kijken.materials, ['kaartjes']);
  });

  it('keeps time on a locked telephone', async () => {
    await guide.press(t('next'));
    await guide.press(t('next'));
    await guide.at(screenHeading(0, ACTIVITY));
    assert.equal(await clock(), ACTIVITY_SECONDS);
    await guide.press(t('timeStart'));
    await until(async () => (await clock()) < ACTIVITY_SECONDS, 'the clock to run');
    const other = await page.browserContext().newPage();
    await other.bringToFront();
    const session = await sessionOf(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await wait(LOCKED_FOR_MS);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await other.close();
    await page.bringToFront();
    const left = ACTIVITY_SECONDS - LOCKED_FOR_MS / 1_000;
    await until(async () => (await clock()) <= left, 'the time that went by');
  });

  it('goes on where it was when the page is loaded again, the clock running', async () => {
    const left = await clock();
    await page.reload();
    await guide.at(screenHeading(0, ACTIVITY));
    assert.ok((await clock()) <= left);
    await guide.press(t('timePause'));
    const { spent, since } = (await stored()).steps['kijken']!.timers['alleen-lopen']!;
    assert.ok(spent >= LOCKED_FOR_MS && since === undefined, `${spent}`);
  });

  it('leads through all steps by one button under the thumb, with a note for each', async () => {
    for (const [index, name] of STEPS.entries()) {
      for (;;) {
        const heading = await guide.heading();
        if (heading?.endsWith(t('notes'))) break;
        await guide.press(t('next'));
        await until(async () => (await guide.heading()) !== heading, `what follows “${heading}”`);
        const { role } = await focused(page);
        assert.equal(role, 'heading');
      }
      assert.equal(await guide.heading(), screenHeading(index, t('notes')));
      await (await guide.named('textbox', t('note', { name }))).type(`Gedaan: ${name}`);
      if (index < STEPS.length - 1) {
        await guide.press(t('next'));
        await guide.at(headingOf(index + 1));
      }
    }
  });

  it('saves everything as a text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ceal-'));
    const session = await sessionOf(page);
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      browserContextId: page.browserContext().id!,
    });
    await guide.press(t('download'));
    const file = await until(() => readdirSync(folder).find((name) => name.endsWith('.txt')), 'the file');
    const text = readFileSync(join(folder, file), 'utf8');
    rmSync(folder, { recursive: true });
    assert.equal(file, `${t('fileName')}.txt`);
    assert.ok(text.startsWith(`De Oasis-methode\n\n${t('groupSaid', { n: 6 })}\n`));
    assert.ok(text.includes(`[x] ${MATERIAL}`));
    for (const name of STEPS) assert.ok(text.includes(`${t('notes')}\nGedaan: ${name}`), name);
  });

  it('erases everything, after asking', async () => {
    await guide.press(t('erase'));
    assert.ok((await guide.texts('keeping'))[0]?.includes(t('eraseSure')));
    await guide.press(t('eraseYes'));
    await untilSaid(page, t('erased'));
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.reload();
    await guide.at();
    assert.equal(await guide.hasNamed('button', t('erase')), false);
  });

  it('does all this in silence, on its own origin', () => {
    const { console: lines, errors, failed, foreign } = seen;
    assert.deepEqual({ lines, errors, failed, foreign }, { lines: [], errors: [], failed: [], foreign: [] });
  });
});

describe('leading an Oasis where something is missing', () => {
  it('works where the browser keeps nothing, and says so', async () => {
    const { page, seen, close } = await site.visit(PATH, {
      filled: false,
      viewport: PHONE,
      before: (opened) =>
        opened.evaluateOnNewDocument(() =>
          Object.defineProperty(globalThis, 'localStorage', {
            get() {
              throw new DOMException('Access is denied for this document.', 'SecurityError');
            },
          }),
        ),
    });
    const guide = guideOn(page);
    await guide.at();
    assert.ok((await guide.texts('keeping'))[0]?.includes(t('cannotKeep')));
    await guide.press(t('checklist'));
    await (await guide.named('checkbox', MATERIAL)).tap();
    await until(() => guide.hasNamed('button', t('erase')), 'something to erase');
    assert.deepEqual([seen.errors, seen.console], [[], []]);
    await close();
  });

  it('can be read where the part for facilitators does not come, and tries again', async () => {
    let isLost = true;
    const { page, close } = await site.visit(PATH, {
      filled: false,
      before: async (opened) => {
        await opened.setRequestInterception(true);
        opened.on('request', (request) => {
          const isAborted = isLost && /chunks\/facilitator/.test(request.url());
          void (isAborted ? request.abort() : request.continue());
        });
      },
    });
    const guide = guideOn(page);
    await guide.at(`${placeOf(0)}: ${FIRST_STEP}`);
    assert.ok((await guide.texts('notice'))[0]?.includes(t('leadingFailed')));
    assert.ok((await guide.texts('activities')).length > 0);
    isLost = false;
    await guide.press(t('retry'));
    await until(() => guide.hasPart('contents'), 'the part for facilitators');
    await close();
  });
});
