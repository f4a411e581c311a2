/** The helpers of the browser tests see what they are there to see. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { expectAccessible } from './accessible.js';
import { itWith } from './engine.js';
import { emulateForcedColors, mount, nextEvent } from './page.js';
import { collectConsole } from './quiet.js';

const messageOf = (promise: Promise<unknown>): Promise<string> => promise.then(() => '', String);

describe('the helpers', () => {
  it('find what is not accessible, and say where', async () => {
    const place = await mount<HTMLElement>(html`<div></div>`);
    place.append(document.createElement('button'));
    expect(await messageOf(expectAccessible(place))).to.match(/button-name: .+\n {2}button\n/);
  });

  it('find targets that are too small', async () => {
    const place = await mount(html`<div class="small"><button>a</button><button>b</button></div>`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '.small button { inline-size: 8px; block-size: 8px; padding: 0; border: 0; overflow: hidden }',
    );
    document.adoptedStyleSheets = [sheet];
    expect(await messageOf(expectAccessible(place))).to.contain('target-size');
    document.adoptedStyleSheets = [];
  });

  it('look into shadow trees', async () => {
    const place = await mount<HTMLElement>(html`<div></div>`);
    place.attachShadow({ mode: 'open' }).append(document.createElement('button'));
    expect(await messageOf(expectAccessible(place))).to.contain('button-name');
  });

  it('pass what is accessible', async () => {
    await expectAccessible(await mount(html`<button>Show more</button>`));
  });

  itWith('forced colours', 'emulate high contrast, and end it', async () => {
    const isForced = () => matchMedia('(forced-colors: active)').matches;
    await emulateForcedColors('active');
    expect(isForced()).to.equal(true);
    await emulateForcedColors('none');
    expect(isForced()).to.equal(false);
  });

  it('take what the console is told', () => {
    const told = collectConsole();
    console.warn('one', 2);
    expect(told).to.deep.equal(['warn: one 2']);
  });

  it('wait for an event', async () => {
    const place = await mount<HTMLElement>(html`<p></p>`);
    const coming = nextEvent(place, 'ceal-test');
    place.dispatchEvent(new Event('ceal-test'));
    expect((await coming).type).to.equal('ceal-test');
  });

  it('run in a window that is painted', async () => {
    await new Promise(requestAnimationFrame);
    expect(document.visibilityState).to.equal('visible');
  });
});
