/** The widgets on pages with keyboard shortcuts and modals of their own. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nl as galleryWords } from '../../../src/enterprise-gallery/locales/nl.js';
import { visitorOf } from '../../support/node/form-visits.js';
import { galleryOn, until } from '../../support/node/visit.js';
import { FORM, GALLERY, LOADER, servePages } from './site-pages.js';

/** A site's shortcuts, an outer modal that Escape closes, and a slide show that the space bar and arrows turn. */
function listenForKeys(): void {
  const page = window as unknown as { pressed: string[]; escaped: string[] };
  page.pressed = [];
  page.escaped = [];
  for (const type of ['keydown', 'keypress', 'keyup'])
    document.addEventListener(type, (event) => {
      const { key, target } = event as KeyboardEvent;
      if (key === 'Escape') page.escaped.push(type);
      else if (key !== 'Tab' && !(target as Element).matches('input, textarea, select')) {
        page.pressed.push(key);
        event.preventDefault();
      }
    });
}

const site = servePages({
  '/shortcuts': `<script>(${String(listenForKeys)})()</script>${LOADER}${GALLERY}${FORM}`,
});

describe('E7: a site with keyboard shortcuts', () => {
  const visit = site.opened('/shortcuts');
  const heard = () =>
    visit.page.evaluate(() =>
      (window as unknown as { pressed: string[]; escaped: string[] }).pressed.splice(0),
    );
  const escaped = () =>
    visit.page.evaluate(() =>
      (window as unknown as { pressed: string[]; escaped: string[] }).escaped.splice(0),
    );

  it('has what is typed in a field stay in it', async () => {
    const gallery = galleryOn(visit.page);
    await gallery.filled();
    const search = await gallery.part('search');
    await search.type('soep van ons?');
    await visit.page.keyboard.press('ArrowLeft');
    await visit.page.keyboard.press('Backspace');
    const value = () => search.evaluate((field) => (field as HTMLInputElement).value);
    assert.equal(await value(), 'soep van on?');
    // By the word.
    await visit.page.keyboard.down('Control');
    await visit.page.keyboard.press('ArrowLeft');
    await visit.page.keyboard.press('Backspace');
    await visit.page.keyboard.up('Control');
    assert.equal(await value(), 'soep on?');
    const form = visitorOf(visit.page);
    await form.ready();
    await form.type('name', 'Noor van s');
    assert.equal(await form.value('name'), 'Noor van s');
    assert.deepEqual(await heard(), []);
  });

  it('ticks a box and presses a button with the space bar', async () => {
    const roles = await visitorOf(visit.page).part('[name=roles]');
    await roles.focus();
    await visit.page.keyboard.press('Space');
    assert.equal(await roles.evaluate((box) => (box as HTMLInputElement).checked), true);
    const gallery = galleryOn(visit.page);
    await (await gallery.named('button', galleryWords.clear)).focus();
    await visit.page.keyboard.press('Space');
    await gallery.filled();
    assert.deepEqual(await heard(), []);
  });

  it('hears its shortcuts from our links and buttons, with a modifier from our fields, and Escape', async () => {
    const gallery = galleryOn(visit.page);
    const [name = ''] = await gallery.names();
    await (await gallery.named('link', name)).focus();
    await visit.page.keyboard.press('s');
    assert.ok((await heard()).includes('s'));
    await (await gallery.part('search')).focus();
    await visit.page.keyboard.down('Control');
    await visit.page.keyboard.press('k');
    await visit.page.keyboard.up('Control');
    assert.ok((await heard()).includes('k'));
    await visit.page.keyboard.press('Escape');
    assert.deepEqual(await escaped(), ['keydown', 'keyup']);
  });

  it('E8: does not hear the Escape that closes a dialog or the options of ours', async () => {
    const gallery = galleryOn(visit.page);
    const [name = ''] = await gallery.names();
    await (await gallery.named('link', name)).click();
    await until(async () => (await gallery.title()) === name, 'the dialog');
    await visit.page.keyboard.press('Escape');
    await until(async () => (await gallery.texts('detail')).length === 0, 'the dialog to close');
    await gallery.press(galleryWords.status);
    await visit.page.keyboard.press('Escape');
    assert.deepEqual(await escaped(), []);
    await visit.page.keyboard.press('Escape');
    assert.deepEqual(await escaped(), ['keydown', 'keyup']);
  });
});
