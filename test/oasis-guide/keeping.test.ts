/** The progress of a facilitator: kept on the device or not, erased, and downloaded. */
import { expect } from '@open-wc/testing';
import type { CealOasisDownloadEvent } from '../../src/oasis-guide/facilitator/events.js';
import { expectAccessible } from '../support/browser/accessible.js';
import { stopClock } from '../support/browser/clock.js';
import { nextEvent } from '../support/browser/page.js';
import { hasButton, press } from '../support/browser/actions.js';
import {
  boxes,
  goBack,
  linkTo,
  oasisFeed,
  partOf,
  putLeading,
  STEPS,
  stepsShown,
  writeNote,
} from '../support/browser/guides.js';
import { all, focused, one, textOf } from '../support/browser/tree.js';
import { t } from '../support/guide-words.js';

const KEY = 'ceal-widgets/oasis/proef';
const REMEMBERED = { remember: '' };

afterEach(() => localStorage.clear());

/** Ticks the first thing of the checklist and writes a note. */
async function fillIn(guide: Awaited<ReturnType<typeof putLeading>>): Promise<void> {
  await press(guide, t('checklist'));
  boxes(guide)[0]!.click();
  await goBack(guide);
  await press(guide, t('notes'));
  await writeNote(guide, 'Mooi weer.');
}

describe('what a facilitator fills in', () => {
  it('is there to be gone on with after it was printed', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await press(guide, t('notes'));
    await writeNote(guide, 'Half ');
    one<HTMLTextAreaElement>(guide, 'textarea').focus();
    dispatchEvent(new Event('beforeprint'));
    dispatchEvent(new Event('afterprint'));
    const note = one<HTMLTextAreaElement>(guide, 'textarea');
    expect(focused() === note).to.equal(true);
    expect(note.value).to.equal('Half ');
  });

  it('leaves nothing on the device unless the page asks for that', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await fillIn(guide);
    expect(localStorage.length).to.equal(0);
    expect(partOf(guide, 'keeping')).to.contain('verdwijnt als je deze pagina sluit');
  });

  it('is there again, and so is the place, where the page asks for that', async () => {
    const first = await putLeading(oasisFeed(STEPS), REMEMBERED);
    await fillIn(first);
    expect(partOf(first, 'keeping')).to.contain('blijft op dit apparaat staan');
    expect(Object.keys(localStorage)).to.deep.equal([KEY]);
    first.remove();
    const second = await putLeading(oasisFeed(STEPS), REMEMBERED);
    expect(stepsShown(second)).to.deep.equal(['Stap 1 van 3, Proefkijken: Aantekeningen']);
    expect(one<HTMLTextAreaElement>(second, '[part~=note]').value).to.equal('Mooi weer.');
    second.goTo('kijken');
    await second.updateComplete;
    expect(textOf(one(second, '[part~=contents]'))).to.contain('1 van 2 klaar');
  });

  it('is kept by id: another order, another number or another name changes nothing', async () => {
    const first = await putLeading(oasisFeed(STEPS), REMEMBERED);
    await fillIn(first);
    first.remove();
    const [kijken, ...rest] = STEPS;
    const materials = [
      { id: 'nieuw', label: 'Iets nieuws' },
      { id: 'papier', label: 'Veel papier' },
    ];
    const changed = [...rest, { ...kijken, number: 9, name: 'Anders', materials }];
    const second = await putLeading(oasisFeed(changed), REMEMBERED);
    expect(stepsShown(second)).to.deep.equal(['Stap 3 van 3, Anders: Aantekeningen']);
    second.goTo('kijken');
    await second.updateComplete;
    await press(second, t('checklist'));
    expect(boxes(second).map(({ checked }) => checked)).to.deep.equal([false, true]);
  });

  it('goes on at the place that the address asks for, not where it was', async () => {
    const first = await putLeading(oasisFeed(STEPS), REMEMBERED);
    await fillIn(first);
    first.remove();
    history.replaceState(null, '', '#ceal-oasis.step=vieren');
    const second = await putLeading(oasisFeed(STEPS), { ...REMEMBERED, 'deep-link': '' });
    history.replaceState(null, '', location.pathname + location.search);
    expect(stepsShown(second)).to.deep.equal(['Stap 3 van 3: Proefvieren']);
  });

  it('is another for every feed', async () => {
    await fillIn(await putLeading(oasisFeed(STEPS), REMEMBERED));
    const other = await putLeading({ ...oasisFeed(STEPS), id: 'elders' }, REMEMBERED);
    expect(stepsShown(other)).to.deep.equal(['Stap 1 van 3: Proefkijken']);
    expect(textOf(one(other, '[part~=contents]'))).to.contain('0 van 2 klaar');
  });

  it('is kept at once when the page asks for it later', async () => {
    const guide = await putLeading(oasisFeed(STEPS));
    await fillIn(guide);
    guide.remember = true;
    await guide.updateComplete;
    expect(localStorage.getItem(KEY)).to.contain('Mooi weer.');
  });

  it('is the same in two tabs', async () => {
    const guide = await putLeading(oasisFeed(STEPS), REMEMBERED);
    await press(guide, t('notes'));
    const other = { version: 1, feed: 'proef', steps: { kijken: { note: 'Uit een ander tabblad.' } } };
    localStorage.setItem(KEY, JSON.stringify(other));
    dispatchEvent(new StorageEvent('storage', { key: KEY }));
    await guide.updateComplete;
    expect(one<HTMLTextAreaElement>(guide, '[part~=note]').value).to.equal('Uit een ander tabblad.');
    localStorage.clear();
    dispatchEvent(new StorageEvent('storage', { key: null }));
    await guide.updateComplete;
    expect(one<HTMLTextAreaElement>(guide, '[part~=note]').value).to.equal('');
  });

  for (const [what, text] of [
    ['no JSON', '{"version":1,'],
    ['of another version', '{"version":7,"feed":"proef","steps":{}}'],
    ['of another feed', '{"version":1,"feed":"elders","steps":{"kijken":{"note":"Niet van hier."}}}'],
    ['something else', '[1,2,3]'],
  ] as const)
    it(`begins anew and says so where what was kept is ${what}`, async () => {
      localStorage.setItem(KEY, text);
      const guide = await putLeading(oasisFeed(STEPS), REMEMBERED);
      expect(stepsShown(guide)).to.deep.equal(['Stap 1 van 3: Proefkijken']);
      expect(partOf(guide, 'keeping')).to.contain('kunnen we niet lezen. Je begint opnieuw.');
      await fillIn(guide);
      expect(localStorage.getItem(KEY)).to.contain('Mooi weer.');
    });

  it('takes what fits of what was spoiled by hand', async () => {
    const steps = {
      kijken: { materials: ['papier', 7, 'weg'], note: { nl: 'x' }, timers: 'y' },
      dromen: null,
    };
    localStorage.setItem(KEY, JSON.stringify({ version: 1, feed: 'proef', group: 'veel', at: 3, steps }));
    const guide = await putLeading(oasisFeed(STEPS), REMEMBERED);
    expect(textOf(one(guide, '[part~=contents]'))).to.contain('1 van 2 klaar');
    expect(partOf(guide, 'keeping')).not.to.contain('kunnen we niet lezen');
  });

  it('takes the timer along that was running', async () => {
    const since = Date.now() - 65_000;
    const timers = { rondje: { spent: 0, since } };
    localStorage.setItem(KEY, JSON.stringify({ version: 1, feed: 'proef', steps: { kijken: { timers } } }));
    const guide = await putLeading(oasisFeed(STEPS), REMEMBERED);
    expect(partOf(guide, 'timers')).to.match(/Een rondje nog 28:5\d$/);
  });
});

describe('a device that keeps nothing', () => {
  const { localStorage: real } = window;
  afterEach(() => Object.defineProperty(window, 'localStorage', { configurable: true, value: real }));
  const replace = (get: () => Storage) =>
    Object.defineProperty(window, 'localStorage', { configurable: true, get });

  it('forbidden: the guide works, and says that it cannot remember', async () => {
    replace(() => {
      throw new DOMException('Not here', 'SecurityError');
    });
    const guide = await putLeading(oasisFeed(STEPS), REMEMBERED);
    expect(partOf(guide, 'keeping')).to.contain('kan niet onthouden wat je invult');
    await fillIn(guide);
    expect(one<HTMLTextAreaElement>(guide, '[part~=note]').value).to.equal('Mooi weer.');
    await press(guide, t('erase'));
    await press(guide, t('eraseYes'));
    expect(one<HTMLTextAreaElement>(guide, '[part~=note]').value).to.equal('');
  });

  it('full: it says so as soon as it turns out', async () => {
    const full = {
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new DOMException('Full', 'QuotaExceededError');
      },
    };
    replace(() => full as unknown as Storage);
    const guide = await putLeading(oasisFeed(STEPS), REMEMBERED);
    expect(partOf(guide, 'keeping')).to.contain('blijft op dit apparaat staan');
    const clock = stopClock();
    await fillIn(guide);
    expect(partOf(guide, 'keeping')).to.contain('kan niet onthouden wat je invult');
    await clock.pass(1_000);
    expect(document.querySelector('ceal-announcer')!.textContent).to.contain('kan niet onthouden');
  });

  it('has no id to know the feed by: nothing is kept', async () => {
    const { id: _none, ...feed } = oasisFeed(STEPS);
    const guide = await putLeading(feed, REMEMBERED);
    await fillIn(guide);
    expect(localStorage.length).to.equal(0);
    expect(partOf(guide, 'keeping')).to.contain('kan niet onthouden');
  });
});

describe('erasing', () => {
  it('is not offered where there is nothing', async () => {
    const guide = await putLeading(oasisFeed(STEPS), REMEMBERED);
    expect(hasButton(guide, t('erase'))).to.equal(false);
  });

  it('asks first, and can be thought better of', async () => {
    const guide = await putLeading(oasisFeed(STEPS), REMEMBERED);
    await fillIn(guide);
    await press(guide, t('erase'));
    expect(textOf(focused()!)).to.contain('Weet je het zeker?');
    await expectAccessible(guide);
    await press(guide, t('eraseNo'));
    expect(textOf(focused()!)).to.equal('Wis mijn aantekeningen');
    expect(localStorage.getItem(KEY)).to.contain('Mooi weer.');
  });

  it('takes everything away, here and on the device, and says so', async () => {
    const guide = await putLeading(oasisFeed(STEPS), REMEMBERED);
    await fillIn(guide);
    const clock = stopClock();
    await press(guide, t('erase'));
    const erased = nextEvent(guide, 'ceal-oasis-erased');
    await press(guide, t('eraseYes'));
    await erased;
    await clock.pass(500);
    expect(document.querySelector('ceal-announcer')!.textContent).to.equal('Alles is gewist.');
    expect(localStorage.length).to.equal(0);
    expect(textOf(focused()!)).to.equal('Download als tekst');
    expect(one<HTMLTextAreaElement>(guide, '[part~=note]').value).to.equal('');
    linkTo(guide, 'Proefkijken').click();
    await guide.updateComplete;
    expect(textOf(one(guide, '[part~=contents]'))).to.contain('0 van 2 klaar');
  });
});

describe('downloading', () => {
  /** Collects the files that would be saved, without one for every test. */
  function watchFiles() {
    const files: { name: string; blob: Blob }[] = [];
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let blob: Blob;
    URL.createObjectURL = (object) => createObjectURL.call(URL, (blob = object as Blob));
    HTMLAnchorElement.prototype.click = function () {
      if (this.download) files.push({ name: this.download, blob });
      else click.call(this);
    };
    restore = () => {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    };
    return files;
  }
  let restore = () => {};
  afterEach(() => restore());

  it('gives a text of everything', async () => {
    const files = watchFiles();
    const guide = await putLeading(oasisFeed(STEPS));
    await fillIn(guide);
    await press(guide, t('download'));
    const [file] = files;
    expect(file!.name).to.equal('oasis-aantekeningen.txt');
    const text = await file!.blob.text();
    expect(text).to.contain('[x] Papier\n[ ] Pen');
    expect(text).to.contain('Aantekeningen\nMooi weer.');
  });

  it('can be taken over by the page', async () => {
    const files = watchFiles();
    const guide = await putLeading(oasisFeed(STEPS));
    await fillIn(guide);
    let text = '';
    guide.addEventListener('ceal-oasis-download', (event: CealOasisDownloadEvent) => {
      event.preventDefault();
      ({ text } = event);
    });
    await press(guide, t('download'));
    expect(text).to.contain('Mooi weer.');
    expect(files).to.be.empty;
    expect(all(document.body, 'a[download]')).to.be.empty;
  });
});
