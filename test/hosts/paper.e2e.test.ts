/** Paper, as it comes out of the browser: the text of its PDFs, by `pdftotext` of poppler-utils, and what stands where. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import type { Page, PDFOptions } from 'puppeteer-core';
import { needs } from '../support/node/needs.js';
import { emulate } from '../support/node/browser.js';
import { ENTERPRISES, inDutch, openSite, until, widgetOn, type Site } from '../support/node/visit.js';

/** Reads a PDF; of poppler-utils. */
const READER = needs('pdftotext', '-v');

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** Prints a page. @returns its words, with one blank between them, a page to each */
async function printed(page: Page, options: PDFOptions = { format: 'A4' }): Promise<readonly string[]> {
  const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], {
    input: await page.pdf(options),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  // Firefox and Chromium join letters such as f and i. Each page ends in a form feed.
  return stdout
    .normalize('NFKC')
    .split('\f')
    .slice(0, -1)
    .map((words) => words.replace(/\s+/g, ' '));
}

const wordsOf = async (page: Page) => (await printed(page)).join(' ');

/** Leaves nothing on a page but one of its widgets. */
const leaveOnly = (page: Page, tag: string) =>
  page.evaluate((name) => document.body.replaceChildren(document.querySelector(name)!.parentElement!), tag);

const shadowWords = (page: Page, tag: string) =>
  page.evaluate((name) => document.querySelector(name)?.shadowRoot?.textContent ?? '', tag);

describe('on paper', () => {
  it('a gallery has nothing to press', READER, async () => {
    const { page, close } = await site.visit('/universiteit/');
    await leaveOnly(page, 'ceal-enterprise-gallery');
    const words = await wordsOf(page);
    assert.match(words, /37 ondernemingen Fietswerkplaats/);
    assert.doesNotMatch(words, /Volgorde|Gewone volgorde|Zoek een onderneming/);
    await close();
  });

  it('a gallery is whole again when what was open in it was closed', READER, async () => {
    const { page, gallery, close } = await site.visit('/buurt/');
    const isOpen = () => gallery.hasPart('detail');
    await gallery.within((element) => element.open('ex-fiets'));
    await until(isOpen, 'the enterprise');
    await gallery.within((element) => {
      element.close();
      return element.updateComplete;
    });
    await leaveOnly(page, 'ceal-enterprise-gallery');
    assert.match(await wordsOf(page), /37 ondernemingen .+ Fietswerkplaats .+ Soep van overschot /);
    await close();
  });

  it('a page may leave a widget out', READER, async () => {
    const { page, close } = await site.visit('/universiteit/');
    await leaveOnly(page, 'ceal-enterprise-gallery');
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('@media print { ceal-enterprise-gallery { display: none } }');
      document.adoptedStyleSheets = [sheet];
    });
    assert.doesNotMatch(await wordsOf(page), /ondernemingen/);
    await close();
  });

  it('H5: an open enterprise is what is printed, with all its facts, and stays open', READER, async () => {
    const { page, close } = await site.visit('/universiteit/#ceal-gallery.open=ex-fiets');
    const gallery = widgetOn(page, 'ceal-enterprise-gallery');
    const isOpen = () =>
      gallery.within(({ shadowRoot }) => shadowRoot.querySelector('dialog')?.open ?? false);
    await until(isOpen, 'the dialog');
    await leaveOnly(page, 'ceal-enterprise-gallery');
    await until(isOpen, 'the dialog where it was moved to');
    const focused = () => gallery.within(({ shadowRoot }) => shadowRoot.activeElement?.id ?? '');
    const focus = await focused();
    const words = await wordsOf(page);
    for (const fact of [
      'Bandenplakclub',
      '11 april 2026',
      'Zambesidreef',
      'Een berging onder de flat',
      'Op zaterdag gaat de berging open.',
      'https://example.org/fietswerkplaats',
    ])
      assert.ok(words.includes(fact), `${fact} in ${words}`);
    const others = ENTERPRISES.filter(({ id }) => id !== 'ex-fiets').map(({ name }) => inDutch(name));
    assert.deepEqual(
      others.filter((name) => words.includes(name)),
      [],
    );
    assert.deepEqual([await isOpen(), await focused()], [true, focus]);
    await close();
  });

  it(
    'H6: each group has its heading, its facts and its sessions or their number, and so have the pillars',
    READER,
    async () => {
      const { page, close } = await site.visit('/universiteit/');
      await leaveOnly(page, 'ceal-programme-timeline');
      await until(
        async () => /\d+ bijeenkomsten/.test(await shadowWords(page, 'ceal-programme-timeline')),
        'a count',
      );
      const words = await wordsOf(page);
      const [, count] = /(\d+) bijeenkomsten/.exec(words)!;
      const left = [...words.matchAll(/Nog (\d+) bijeenkomst(en)? sta(at|an) niet op dit blad\./g)];
      const onPaper =
        words.match(/(^| )(ma|di|wo|do|vr|za|zo) \d+ \w+( \d{4})?,? [^.]*?\d+:\d\d/g)?.length ?? 0;
      const unprinted = left.reduce((sum, [, n]) => sum + Number(n), 0);
      assert.ok(
        left.length > 2 && unprinted < Number(count) && onPaper > 15,
        `${count}, ${unprinted}, ${onPaper}`,
      );
      for (const group of [
        'Eerste groep (winter 2015–2016)',
        'Korte zomergroep',
        'Gaat niet door',
        'De groep daarna',
        'Datum volgt',
        'Thema’s',
      ])
        assert.ok(words.includes(group), `${group} in ${words}`);
      assert.ok(
        words.includes('Online (https://example.org/vragenuur)'),
        'H17: the address of an online session',
      );
      await close();
    },
  );

  for (const [path, word, chosen] of [
    ['/universiteit/', 'soep', 'Gekozen: Eten, “soep”. 1 van 37 ondernemingen'],
    ['/universiteit/en/', 'soup', 'Chosen: Food, “soup”. 1 of 37 enterprises'],
  ] as const)
    it(`H7: a selection says what was chosen, and of how many, on ${path}`, async () => {
      const { page, close } = await site.visit(
        `${path}#ceal-gallery.theme=eten&ceal-gallery.q=${word}&ceal-timeline.kind=field`,
      );
      await until(async () => /^1 /.test(await galleryCount(page)), 'what was found');
      const words = await wordsOf(page);
      assert.ok(words.includes(chosen), `${chosen} in ${words}`);
      if (word === 'soep') assert.ok(words.includes('Gekozen: In de wijk. 9 van 34 bijeenkomsten'), words);
      await close();
    });

  it('H8: a long answer is on paper to its end, and so are names, choices and ticks', READER, async () => {
    const { page, close } = await site.visit('/gemeente/');
    await until(
      async () => (await shadowWords(page, 'ceal-signup-form')).includes('Hoe heet je?'),
      'the form',
    );
    await leaveOnly(page, 'ceal-signup-form');
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('ceal-signup-form')!;
      const [name] = shadowRoot!.querySelectorAll<HTMLInputElement>('[name=name]');
      const [long] = shadowRoot!.querySelectorAll('textarea');
      name!.value = 'Noor van der Meer';
      long!.value = `${'Een zin over de buurt en de soep. '.repeat(90)}Tot hier.`;
      shadowRoot!.querySelector<HTMLInputElement>('[type=checkbox]')!.click();
    });
    // Beside the feed the form loads what it sends, keeps and prints with.
    await page.evaluate(
      () =>
        (document.querySelector('ceal-signup-form') as unknown as { updateComplete: Promise<unknown> })
          .updateComplete,
    );
    const words = await wordsOf(page);
    assert.equal(words.match(/Een zin over de buurt en de soep\./g)?.length, 90);
    for (const answer of ['Tot hier.', 'Noor van der Meer', '✓ Ik studeer'])
      assert.ok(words.includes(answer), `${answer} in ${words}`);
    await close();
  });

  it(
    'H8: the notes and ticks of a facilitator are on the worksheet, and lines where there are none',
    READER,
    async () => {
      const { page, close } = await site.visit('/stichting/begeleiden/', {
        waitUntil: 'networkidle0',
        filled: false,
      });
      const guide = widgetOn(page, 'ceal-oasis-guide');
      await until(() => guide.hasPart('contents'), 'the facilitator’s part');
      await guide.press('Ligt alles klaar?');
      await until(() => guide.hasPart('note'), 'the checklist');
      await guide.within(({ shadowRoot }) => {
        shadowRoot.querySelector<HTMLInputElement>('[part~=materials] input')!.click();
        const note = shadowRoot.querySelector<HTMLTextAreaElement>('[part~=note]')!;
        note.value = 'GESPROKEN met mevrouw Yilmaz.\nZe belt terug.';
        note.dispatchEvent(new InputEvent('input'));
      });
      const words = await wordsOf(page);
      assert.match(words, /GESPROKEN met mevrouw Yilmaz\. Ze belt terug\./);
      assert.equal(words.match(/✓/g)?.length, 1);
      await close();
    },
  );

  it('H17: the overview is two pages of A5 too, with whole words in its headings', READER, async () => {
    const { page, close } = await site.visit('/gemeente/', { waitUntil: 'networkidle0' });
    await leaveOnly(page, 'ceal-oasis-guide');
    const pages = await printed(page, { format: 'A5' });
    // After what the page itself says of the method.
    assert.equal(pages.length, 1 + 2);
    for (const name of ['Verbinden', 'Verder groeien']) assert.ok(pages.join(' ').includes(name), name);
    await close();
  });
});

const galleryCount = async (page: Page): Promise<string> =>
  (await widgetOn(page, 'ceal-enterprise-gallery').texts('count'))[0] ?? '';

describe('in print', () => {
  it('H16: every widget of a dark page is black on white, its badges too', READER, async () => {
    const { page, close } = await site.visit('/stichting/', { scheme: 'dark' });
    await until(
      async () => (await shadowWords(page, 'ceal-programme-timeline')).includes('2016'),
      'the history',
    );
    await emulate(page, { media: 'print', scheme: 'dark' });
    const colors = await page.evaluate(() => {
      const roots = [...document.querySelectorAll<HTMLElement>('*')].flatMap(
        ({ shadowRoot }) => shadowRoot ?? [],
      );
      const ink = roots.flatMap((root) => [
        ...root.querySelectorAll('[part~=root], [part~=badge], a, p, h3'),
      ]);
      return [...new Set(ink.map((element) => getComputedStyle(element).color))];
    });
    assert.deepEqual(colors, ['rgb(0, 0, 0)']);
    await close();
  });

  it('H17: a picture of a list has room beside it', READER, async () => {
    const { page, close } = await site.visit('/buurt/');
    await emulate(page, { media: 'print' });
    const gap = await widgetOn(page, 'ceal-enterprise-gallery').within(({ shadowRoot }) => {
      const side = (part: string) => shadowRoot.querySelector(`[part~=${part}]`)!.getBoundingClientRect();
      return side('name').left - side('card').left - shadowRoot.querySelector('.picture')!.clientWidth;
    });
    assert.ok(gap >= 8, `${gap} px`);
    await close();
  });
});
