/** The widgets on pages whose libraries have replaced built-ins, or whose names hide members of `document`. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nl as galleryWords } from '../../../src/enterprise-gallery/locales/nl.js';
import { nl as detailWords } from '../../../src/enterprise-gallery/detail/locales/nl.js';
import { nl as formWords } from '../../../src/signup-form/submission/locales/nl.js';
import { visitorOf } from '../../support/node/form-visits.js';
import { galleryOn, guideOn, until, widgetOn } from '../../support/node/visit.js';
import { FORM, GALLERY, GUIDE, LOADER, partOf, servePages, TIMELINE } from './site-pages.js';

/**
 * What old libraries put in the place of built-ins, or what would come of it: Prototype, MooTools, Sugar, Datejs, and
 * functions that sites copied.
 */
function likeOldLibraries(): void {
  const refuse = (name: string) => () => {
    throw new TypeError(`${name} is the page's`);
  };
  const realNow = Date.now;
  const serialise = JSON.stringify;
  Object.assign(Array, { from: (list?: ArrayLike<unknown>) => (list?.length ? [list] : []) });
  for (const name of ['entries', 'find', 'findIndex', 'flatMap', 'reduce', 'reduceRight'])
    Object.assign(Array.prototype, { [name]: refuse(name) });
  // Goes to the bottom, whatever it is asked.
  const { flat } = Array.prototype;
  Object.assign(Array.prototype, {
    flat(this: unknown[]) {
      return flat.call(this, Infinity);
    },
  });
  Object.assign(String.prototype, { replaceAll: refuse('replaceAll') });
  Object.assign(HTMLElement.prototype, { scrollTo: refuse('scrollTo') });
  Object.assign(Date, { parse: () => null, now: () => new Date(realNow()) });
  // MooTools has types of its own by these names.
  class Type {
    constructor() {
      refuse('Event')();
    }
  }
  Object.assign(window, { Event: Type, Document: Type });
  for (const { prototype } of [Array, Date, String, Map, Set])
    Object.assign(prototype, {
      toJSON(this: unknown) {
        return serialise(String(this));
      },
    });
  Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'an object', configurable: true });
}

const HIDING_NAMES = [
  'activeElement',
  'baseURI',
  'body',
  'cookie',
  'currentScript',
  'defaultView',
  'documentElement',
  'head',
  'hidden',
  'location',
  'readyState',
  'title',
  'visibilityState',
];

const site = servePages({
  '/old-libraries': `<script>(${String(likeOldLibraries)})()</script>${LOADER}${GALLERY}${FORM}${TIMELINE}${GUIDE}`,
  '/hiding-names': `${HIDING_NAMES.map((name) => `<img name="${name}" alt="">`).join('')}${LOADER}${GALLERY}${FORM}`,
});

describe('E14: old libraries have replaced built-ins', () => {
  const visit = site.opened('/old-libraries');

  it('searches, filters, opens and walks on in the gallery', async () => {
    const gallery = galleryOn(visit.page);
    await gallery.filled();
    await (await gallery.part('search')).type('soep');
    await until(async () => (await gallery.names())[0] === 'Soep van overschot', 'the soup');
    await gallery.press(galleryWords.clear);
    await gallery.press(galleryWords.status);
    await (await (await gallery.part('facets')).$('input'))!.click();
    await until(async () => (await gallery.texts('chip')).length === 1, 'a chip');
    await gallery.press(galleryWords.clear);
    await gallery.filled();
    const [name = ''] = await gallery.names();
    await (await gallery.named('link', name)).click();
    await until(async () => (await gallery.title()) === name, 'the dialog');
    const onward = await gallery.part('dialog');
    await onward.evaluate((dialog, words) => {
      for (const button of dialog.querySelectorAll('button'))
        if (button.innerText.trim() === words) button.click();
    }, detailWords.next);
    await until(async () => (await gallery.title()) !== name, 'the next one');
    await visit.page.keyboard.press('Escape');
    await until(async () => (await gallery.texts('detail')).length === 0, 'the dialog to close');
  });

  it('shows the programme with its dates, and the guide around its circle, read and led', async () => {
    const timeline = widgetOn(visit.page, 'ceal-programme-timeline');
    await until(async () => (await timeline.texts('session')).length > 5, 'sessions');
    assert.ok((await timeline.texts('date')).some((date) => /\d{1,2} \w+/.test(date)));
    const guide = { ...guideOn(visit.page), press: widgetOn(visit.page, 'ceal-oasis-guide').press };
    await guide.at();
    await guide.press('Volgende: Verbinden');
    await guide.at('Stap 2 van 7: Verbinden');
    await guide.within((element) => {
      element.setAttribute('mode', 'facilitator');
      element.setAttribute('remember', '');
      return element.updateComplete;
    });
    await guide.press('Ligt alles klaar?');
    await (await guide.part('step')).evaluate((step) => step.querySelector('input')!.click());
    const kept = await until(
      () => visit.page.evaluate(() => Object.values({ ...localStorage }).join()),
      'what was ticked',
    );
    assert.match(kept, /"materials":\["/);
  });

  it('E15: sends lists as lists, whatever toJSON says', async () => {
    const visitor = visitorOf(visit.page);
    await visitor.ready();
    await visitor.fill();
    await visitor.send();
    await visitor.says(formWords.done);
    const { roles, consents, name, answers } = JSON.parse(site.signups.splice(0)[0] ?? '') as Record<
      string,
      unknown
    >;
    assert.ok(Array.isArray(roles) && roles.length === 1 && Array.isArray(consents));
    assert.equal(name, 'Noor Voorbeeld');
    assert.equal(typeof answers, 'object');
  });
});

describe('W6: names that hide members of the document', () => {
  const visit = site.opened('/hiding-names');

  it('leave the gallery and its dialog whole', async () => {
    const gallery = galleryOn(visit.page);
    await gallery.filled();
    const [name = ''] = await gallery.names();
    await (await gallery.named('link', name)).click();
    await until(async () => (await gallery.title()) === name, 'the dialog');
    const dialog = await partOf(visit.page, 'ceal-enterprise-gallery', 'dialog');
    assert.notEqual(await dialog.evaluate((element) => getComputedStyle(element).borderRadius), '0px');
    await visit.page.keyboard.press('Escape');
    assert.equal((await visit.page.$$('ceal-announcer')).length, 1);
  });

  it('leave the form able to send', async () => {
    const visitor = visitorOf(visit.page);
    await visitor.ready();
    await visitor.fill();
    await visitor.send();
    await visitor.says(formWords.done);
    assert.equal(site.signups.splice(0).length, 1);
  });
});
