/** A frame in which nobody answers. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { en } from '../../../src/embed/frame/parent/locales/en.js';
import { nl } from '../../../src/embed/frame/parent/locales/nl.js';
import { EMPTY_PATH } from '../../hosts/server.js';
import { frameOf, heightOf, hurry, openFrames, type Frames } from '../../support/node/frames.js';
import { until } from '../../support/node/visit.js';

let frames: Frames;
before(async () => {
  frames = await openFrames();
});
after(() => frames?.close());

describe('a frame that does not answer', () => {
  for (const [lang, words] of [
    ['nl', nl.link],
    ['en-GB', en.link],
  ] as const)
    it(`gets a link after it (${lang})`, async () => {
      const address = frames.origins[0] + EMPTY_PATH;
      const visit = await frames.open(frameOf(address), { lang, first: hurry });
      const link = await until(
        () =>
          visit.page.evaluate(() => {
            const found = document.querySelector<HTMLAnchorElement>('iframe + p > a');
            return found && { text: found.textContent, href: found.href, target: found.target };
          }),
        'the link',
      );
      assert.deepEqual(link, { text: `${words} An example`, href: address, target: '_blank' });
      assert.deepEqual(await visit.trouble(), []);
      await visit.close();
    });

  it('loses it when it answers after all', async () => {
    const visit = await frames.open(frameOf(frames.origins[0] + EMPTY_PATH), { first: hurry });
    const links = () => visit.page.evaluate(() => document.querySelectorAll('iframe + p').length);
    await until(async () => (await links()) === 1, 'the link');
    await visit.page.evaluate((address) => {
      document.querySelector('iframe')!.src = address;
    }, frames.address('enterprise-gallery'));
    await until(
      async () => (await links()) === 0 && (await heightOf(visit.page)) > 1_000,
      'the gallery alone',
    );
    await visit.close();
  });
});
