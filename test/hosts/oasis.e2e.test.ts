/** The Oasis guide on real pages: to read, to print, without a connection, and under the eye of axe. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { emulate } from '../support/node/browser.js';
import { FEED, focused, guideOn, inDutch, openSite, press, until } from '../support/node/visit.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const STEPS = FEED.oasis.steps.map(({ name }) => inDutch(name));
const headingOf = (index) => `Stap ${index + 1} van ${STEPS.length}: ${STEPS[index]}`;

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** Opens a page of which the guide matters. */
async function visit(path, options = {}) {
  const { page, seen, close } = await site.visit(path, {
    filled: false,
    waitUntil: 'networkidle0',
    ...options,
  });
  const guide = guideOn(page);
  await guide.at();
  return { page, seen, guide, close };
}

const quiet = ({ console: lines, errors, failed, foreign, violations }) =>
  assert.deepEqual(
    { lines, errors, failed, foreign, violations },
    { lines: [], errors: [], failed: [], foreign: [], violations: [] },
  );

/** Makes the guide of a page one to lead with. */
const lead = (guide) =>
  guide.within(async (element) => {
    element.setAttribute('mode', 'facilitator');
    await element.updateComplete;
  });

/** What a screen reader comes by, from top to bottom. */
const linesOf = ({ name = '', children = [] }) => [name, ...children.flatMap(linesOf)];

describe('reading, by keyboard alone', () => {
  it('goes through all steps, each with its address, and back by the browser', async () => {
    const { page, seen, guide, close } = await visit('/stichting/');
    await (await guide.part('step-link', 1)).focus();
    await press(page, 'Enter');
    await guide.at(headingOf(1));
    assert.equal((await focused(page)).name, `Stap 2 van 7 : ${STEPS[1]}`);
    for (let index = 2; index < STEPS.length; index++) {
      await press(page, 'Tab');
      while (!(await focused(page)).name.startsWith('Volgende')) await press(page, 'Tab');
      await press(page, 'Enter');
      await guide.at(headingOf(index));
    }
    assert.equal(await page.evaluate(() => location.hash), '#ceal-oasis.step=verder-groeien');
    await page.goBack();
    await guide.at(headingOf(STEPS.length - 2));
    quiet(seen);
    await close();
  });

  it('is read out in its order: list of steps, heading, what to do', async () => {
    const { page, close } = await visit('/stichting/', { viewport: { width: 390, height: 800 } });
    const told = linesOf(await page.accessibility.snapshot({ root: await page.$('#methode') }));
    const at = (words) => told.findIndex((line) => line.includes(words));
    const order = ['Een Oasis is een spel', 'Stap 1 van 7 : Kijken', 'Wat je doet', 'Wat je nodig hebt'];
    const places = [...order, 'Vragen om te stellen', 'Volgende: Verbinden', 'huidige stap'].map(at);
    assert.ok(!places.includes(-1), `${places}\n${told.join('\n')}`);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    await close();
  });
});

/** The pages of a PDF that the browser made. */
const pagesOf = (pdf) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g).length;

describe('without a connection', () => {
  it('can be read, led with and printed to the end, pictures too', async () => {
    const { page, seen, guide, close } = await visit('/stichting/begeleiden/');
    await page.setOfflineMode(true);
    const seenHeadings = [await guide.heading()];
    const drawings = [];
    for (;;) {
      const before = await guide.heading();
      try {
        await guide.press('Volgende');
      } catch {
        break;
      }
      seenHeadings.push(
        await until(async () => {
          const now = await guide.heading();
          return now !== before && now;
        }, 'the next screen'),
      );
      drawings.push(
        ...(await guide.within((element) =>
          Promise.all(
            [...element.shadowRoot.querySelectorAll('img')].map((it) =>
              it.decode().then(() => it.naturalWidth),
            ),
          ),
        )),
      );
    }
    assert.equal(drawings.filter((width) => width > 0).length, STEPS.length - 1);
    for (const [index] of STEPS.entries()) assert.ok(seenHeadings.includes(headingOf(index)), STEPS[index]);
    assert.equal(pagesOf(await page.pdf({ format: 'A4' })), 1 + STEPS.length);
    // The browser itself asks for the icon of the page at every new address.
    assert.deepEqual(
      seen.failed.filter((line) => !line.endsWith('/icon.svg')),
      [],
    );
    await close();
  });
});

describe('on paper', () => {
  it('gives every step a page of its own, after one with the introduction and the sources', async () => {
    const { page, close } = await visit('/stichting/begeleiden/');
    assert.equal(pagesOf(await page.pdf({ format: 'A4' })), 1 + STEPS.length);
    await close();
  });

  it('gives an overview of everything on two pages', async () => {
    const { page, guide, close } = await visit('/stichting/begeleiden/');
    await guide.within((element) => element.setAttribute('print-as', 'overview'));
    await page.$eval('footer', (footer) => footer.remove());
    assert.equal(pagesOf(await page.pdf({ format: 'A4' })), 1 + 2);
    await close();
  });

  it('is black on white, though the page is dark', async () => {
    const { page, guide, close } = await visit('/stichting/begeleiden/');
    await emulate(page, { media: 'print', scheme: 'dark' });
    await guide.within(() => dispatchEvent(new Event('beforeprint')));
    const look = await guide.within((element) => {
      const { color, backgroundColor } = getComputedStyle(element.shadowRoot.querySelector('[part~=root]'));
      return { color, backgroundColor };
    });
    assert.deepEqual(look, { color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
    await close();
  });
});

describe('under the eye of axe', () => {
  for (const path of ['/stichting/', '/gemeente/', '/vijandig/', '/rtl/'])
    it(`has nothing amiss on ${path}, light and dark, narrow and wide, read and led`, async () => {
      const { page, seen, guide, close } = await visit(path);
      await page.evaluate(AXE);
      const broken = async () => {
        const { violations } = await page.evaluate(
          (runOnly) => globalThis.axe.run('ceal-oasis-guide', { runOnly, resultTypes: ['violations'] }),
          AXE_TAGS,
        );
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      };
      for (const mode of ['reading', 'leading', 'a timer'])
        for (const viewport of [
          { width: 320, height: 640 },
          { width: 1280, height: 900 },
        ])
          for (const scheme of ['dark', 'light']) {
            if (mode === 'leading') await lead(guide);
            if (mode === 'a timer' && !(await guide.heading()).endsWith('Alleen op zoek'))
              await guide.press('Alleen op zoek');
            await page.setViewport(viewport);
            await emulate(page, { scheme });
            assert.deepEqual(await broken(), [], `${mode}, ${scheme}, ${viewport.width} px`);
          }
      quiet(seen);
      await close();
    });
});
