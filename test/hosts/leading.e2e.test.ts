/** Leading an Oasis on a telephone: through all steps, over a locked screen and a new start of the browser's tab. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import {
  FEED,
  focused,
  guideOn,
  inDutch,
  openSite,
  sessionOf,
  until,
  untilSaid,
} from '../support/node/visit.js';

const PHONE = { width: 390, height: 800, isMobile: true, hasTouch: true };
const STEPS = FEED.oasis.steps.map(({ name }) => inDutch(name));
const LOCKED_FOR = 3_000;

let site;
let page;
let seen;
let guide;
before(async () => {
  site = await openSite();
  ({ page, seen } = await site.visit('/stichting/begeleiden/', {
    filled: false,
    viewport: PHONE,
    waitUntil: 'networkidle0',
  }));
  guide = guideOn(page);
  await guide.at();
});
after(() => site?.close());

/** The time on the clock in sight, in seconds. */
const clock = async () => {
  const [face] = await guide.within((element) => [
    element.shadowRoot.querySelector('[role=timer]').innerText.replaceAll(/\s+/g, ' '),
  ]);
  const [, minutes, seconds] = /(\d+):(\d\d)$/.exec(face.trim());
  return Number(minutes) * 60 + Number(seconds);
};

const tick = async (name) => (await guide.named('checkbox', name)).tap();
const stored = () => page.evaluate(() => JSON.parse(localStorage.getItem('ceal-widgets/oasis/overvecht')));

describe('leading an Oasis on a telephone', () => {
  it('begins with the first step, in large type, as wide as the screen', async () => {
    assert.equal(await guide.heading(), `Stap 1 van ${STEPS.length}: ${STEPS[0]}`);
    const lead = await guide.within((element) =>
      parseFloat(getComputedStyle(element.shadowRoot.querySelector('.lead')).fontSize),
    );
    assert.ok(lead >= 20, `${lead} px`);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE.width);
  });

  it('takes the size of the group, and gives the hints for it', async () => {
    await (await guide.named('textbox', 'Met hoeveel mensen ben je?')).type('6');
    await guide.press('Samen lopen met een blinddoek');
    await guide.at('Stap 1 van 7, Kijken: Samen lopen met een blinddoek');
    const hints = await guide.within((element) =>
      [...element.shadowRoot.querySelectorAll('.hint')].map((it) => it.innerText),
    );
    assert.deepEqual(hints, ['Met jullie groep: Met een oneven aantal: maak één groepje van drie.']);
    await guide.press('Vorige');
  });

  it('ticks what is there', async () => {
    await guide.at('Stap 1 van 7, Kijken: Ligt alles klaar?');
    await tick('Kaartjes en pennen');
    await until(async () => (await guide.texts('materials'))[0] && (await stored()).steps.kijken, 'the tick');
    assert.deepEqual((await stored()).steps.kijken.materials, ['kaartjes']);
  });

  it('keeps time on a locked telephone', async () => {
    await guide.press('Volgende');
    await guide.press('Volgende');
    await guide.at('Stap 1 van 7, Kijken: Alleen op zoek');
    assert.equal(await clock(), 45 * 60);
    await guide.press('Start de klok');
    await until(async () => (await clock()) < 45 * 60, 'the clock to run');
    const other = await page.browserContext().newPage();
    await other.bringToFront();
    const session = await sessionOf(page);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await wait(LOCKED_FOR);
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await other.close();
    await page.bringToFront();
    await until(async () => (await clock()) <= 45 * 60 - LOCKED_FOR / 1_000, 'the time that went by');
  });

  it('goes on where it was when the page is loaded again, the clock running', async () => {
    const before = await clock();
    await page.reload({ waitUntil: 'networkidle0' });
    await guide.at('Stap 1 van 7, Kijken: Alleen op zoek');
    assert.ok((await clock()) <= before);
    await guide.press('Pauze');
    const { spent, since } = (await stored()).steps.kijken.timers['alleen-lopen'];
    assert.ok(spent >= LOCKED_FOR && since === undefined, `${spent}`);
  });

  it('leads through all steps by one button under the thumb, with a note for each', async () => {
    for (const [index, name] of STEPS.entries()) {
      while (!(await guide.heading()).endsWith('Aantekeningen')) {
        const before = await guide.heading();
        await guide.press('Volgende');
        await until(async () => (await guide.heading()) !== before, `what follows “${before}”`);
        const { role } = await focused(page);
        assert.equal(role, 'heading');
      }
      assert.equal(await guide.heading(), `Stap ${index + 1} van 7, ${name}: Aantekeningen`);
      await (await guide.named('textbox', `Aantekeningen bij ${name}`)).type(`Gedaan: ${name}`);
      if (index < STEPS.length - 1) {
        await guide.press('Volgende');
        await guide.at(`Stap ${index + 2} van 7: ${STEPS[index + 1]}`);
      }
    }
  });

  it('saves everything as a text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ceal-'));
    const session = await sessionOf(page);
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      browserContextId: page.browserContext().id,
    });
    await guide.press('Download als tekst');
    const [file] = await until(() => {
      const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
      return files.length > 0 && files;
    }, 'the file');
    const text = readFileSync(join(folder, file), 'utf8');
    rmSync(folder, { recursive: true });
    assert.equal(file, 'oasis-aantekeningen.txt');
    assert.ok(text.startsWith('De Oasis-methode\n\nGroep: 6 mensen\n'));
    assert.ok(text.includes('[x] Kaartjes en pennen'));
    for (const name of STEPS) assert.ok(text.includes(`Aantekeningen\nGedaan: ${name}`), name);
  });

  it('erases everything, after asking', async () => {
    await guide.press('Wis alles');
    assert.match((await guide.texts('keeping'))[0], /Weet je het zeker\?/);
    await guide.press('Ja, wis alles');
    await untilSaid(page, 'Alles is gewist.');
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.reload({ waitUntil: 'networkidle0' });
    await guide.at();
    assert.equal(await guide.named('button', 'Wis alles'), null);
  });

  it('did all this in silence, on its own origin', () => {
    const { console: lines, errors, failed, foreign } = seen;
    assert.deepEqual({ lines, errors, failed, foreign }, { lines: [], errors: [], failed: [], foreign: [] });
  });
});

it('works where the browser keeps nothing, and says so', async () => {
  const visit = await site.visit('/stichting/begeleiden/', {
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
  const forbidden = guideOn(visit.page);
  await forbidden.at();
  assert.match((await forbidden.texts('keeping'))[0], /kan niet onthouden wat je invult/);
  await forbidden.press('Ligt alles klaar?');
  await (await forbidden.named('checkbox', 'Kaartjes en pennen')).tap();
  await until(async () => (await forbidden.named('button', 'Wis alles')) !== null, 'something to erase');
  assert.deepEqual([visit.seen.errors, visit.seen.console], [[], []]);
  await visit.close();
});

it('reads on where the part for facilitators does not come, and can try again', async () => {
  let isLost = true;
  const visit = await site.visit('/stichting/begeleiden/', {
    filled: false,
    before: async (opened) => {
      await opened.setRequestInterception(true);
      opened.on('request', (request) =>
        isLost && /chunks\/facilitator/.test(request.url()) ? request.abort() : request.continue(),
      );
    },
  });
  const lost = guideOn(visit.page);
  await lost.at(`Stap 1 van 7: ${STEPS[0]}`);
  assert.match((await lost.texts('notice'))[0], /Het deel voor begeleiders is niet geladen/);
  assert.ok((await lost.texts('activities')).length > 0);
  isLost = false;
  await lost.press('Probeer opnieuw');
  await until(async () => (await lost.texts('contents')).length > 0, 'the part for facilitators');
  await visit.close();
});
