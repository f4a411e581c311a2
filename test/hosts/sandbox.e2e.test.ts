/** A timeline in frames, whose sandbox may keep the browser from saving anything. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { nl } from '../../src/programme-timeline/download/locales/nl.js';
import { openPage } from '../support/node/browser.js';
import { openSite, until, type Site } from '../support/node/visit.js';
import { EMPTY_PATH } from './server.js';

/** A time at which the programme of the sample feed is under way. */
const NOW = Date.parse('2027-10-30T12:00:00+02:00');

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** Opens a page with only a frame, which shows a partner page with a timeline. */
async function openFrame(sandbox: string | undefined) {
  const { page, seen } = await openPage(site.browser, site.url + EMPTY_PATH, {
    before: (opened) => opened.evaluateOnNewDocument((now) => void (Date.now = () => now), NOW),
  });
  await page.evaluate((value) => {
    const frame = document.createElement('iframe');
    if (value !== undefined) frame.setAttribute('sandbox', value);
    frame.src = '/universiteit/';
    document.body.append(frame);
  }, sandbox);
  return { page, seen };
}

/** Presses the first button for a calendar; gives what is said then, what is linked, and what the page was told. */
async function pressIn(page: Page) {
  const frame = await until(() => page.frames().find((one) => one.url().endsWith('/universiteit/')), 'frame');
  const press = () =>
    frame.evaluate(() => {
      const element = document.querySelector('ceal-programme-timeline');
      const button = element?.shadowRoot?.querySelector<HTMLElement>('[data-session]');
      const [root] = [document.documentElement];
      element?.addEventListener('ceal-timeline-downloaded', () => (root.dataset['told'] = 'true'));
      button?.click();
      return Boolean(button);
    });
  await until(press, 'a button for a calendar');
  return until(
    () =>
      frame.evaluate(() => {
        const root = document.querySelector('ceal-programme-timeline')?.shadowRoot;
        const note = root?.querySelector<HTMLElement>('[part~=calendar-note]');
        const link = note?.querySelector('a');
        return (
          note && {
            words: note.innerText,
            href: link?.href,
            target: link?.target,
            told: document.documentElement.dataset['told'],
          }
        );
      }),
    'words about the file',
  );
}

describe('a calendar file in a frame', () => {
  it('H4: that may save nothing is not said to be saved, and the page itself is beside it', async () => {
    const { page, seen } = await openFrame('allow-scripts allow-same-origin allow-popups');
    const { words, href, target, told } = await pressIn(page);
    assert.match(words, new RegExp(`^${nl.cannotSave.replace('.', '\\.')} ${nl.openPage}`));
    assert.deepEqual([href, target, told], [`${site.url}/universiteit/`, '_blank', undefined]);
    // Chromium tells of every download that it refuses.
    assert.doesNotMatch(seen.console.join('\n'), /Download is disallowed/);
    await page.browserContext().close();
  });

  for (const sandbox of [undefined, 'allow-scripts allow-same-origin allow-downloads'])
    it(`H4: that may save (sandbox: ${sandbox}) is handed to the browser, the page beside it`, async () => {
      const { page } = await openFrame(sandbox);
      const { words, href, told } = await pressIn(page);
      assert.match(
        words,
        new RegExp(`^${nl.saving} ${nl.doesNotFollow} ${nl.noFile.replace('?', '\\?')} ${nl.openPage}`),
      );
      assert.deepEqual([href, told], [`${site.url}/universiteit/`, 'true']);
      await page.browserContext().close();
    });
});
