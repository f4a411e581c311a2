/// <reference types="mocha" />
/** Placeholders: what becomes of them, of their attributes, and of the page around them. */
import { expect } from '@open-wc/testing';
import { FEED } from '../support/browser/feed.js';
import { nowhere, placeOf } from '../support/browser/network.js';
import { eventually, mount } from '../support/browser/page.js';
import { elementIn, filled, shows } from '../support/browser/placeholders.js';
import { collectConsole } from '../support/browser/quiet.js';

const FALLBACK = '<p>Zie <a href="https://example.org/">de lijst</a>.</p>';
const ENTERPRISES = FEED.enterprises.length;

const gallery = (attributes = '', fallback = FALLBACK): string =>
  `<div data-ceal-widget="enterprise-gallery" data-src="${placeOf(FEED).address}" ${attributes}>${fallback}</div>`;

/** Comes back when the loader has looked at everything that is on the page now. */
async function looked(): Promise<void> {
  const after = await mount(gallery());
  await filled(after);
  after.remove();
}

const isSeen = (placeholder: Element): boolean => placeholder.querySelector('a')!.checkVisibility();

describe('a placeholder', () => {
  it('is filled with the widget, and stays as it was itself', async () => {
    const placeholder = await mount<HTMLElement>(gallery('data-page-size="2" class="breed"'));
    const before = placeholder.outerHTML;
    const link = placeholder.querySelector('a');
    const widget = await filled(placeholder);
    await shows(widget, 'card', 2);
    expect(placeholder.outerHTML).to.equal(before);
    expect(placeholder.querySelector('a') === link).to.equal(true);
    expect(isSeen(placeholder)).to.equal(false);
    expect(widget.localName).to.equal('ceal-enterprise-gallery');
  });

  for (const name of ['ceal-enterprise-gallery', ' Enterprise-Gallery\n', 'CEAL-ENTERPRISE-GALLERY'])
    it(`is known by the name ${JSON.stringify(name)}`, async () => {
      const placeholder = await mount(gallery().replace('enterprise-gallery', name));
      expect((await filled(placeholder)).localName).to.equal('ceal-enterprise-gallery');
    });

  for (const name of ['agenda', '', '__proto__', 'constructor', 'toString', 'x'.repeat(10_000)])
    it(`keeps its children where nothing has the name ${JSON.stringify(name.slice(0, 20))}, and says so once`, async () => {
      const told = collectConsole();
      const page = await mount<HTMLElement>(`<div>${gallery('', FALLBACK).repeat(2)}</div>`);
      for (const placeholder of page.children) placeholder.setAttribute('data-ceal-widget', name);
      const again = page.cloneNode(true) as HTMLElement;
      page.after(again);
      await looked();
      for (const placeholder of [...page.children, ...again.children]) {
        expect(placeholder.shadowRoot?.querySelector(':not(slot)') ?? null).to.equal(null);
        expect(isSeen(placeholder)).to.equal(true);
      }
      again.remove();
      expect(told.length).to.equal(1);
      expect(told[0]).to.match(
        /^warn: \[ceal-widgets\] There is no widget ".*" for data-ceal-widget; there are feed, enterprise-gallery, /,
      );
      expect(told[0]!.length).to.be.lessThan(300);
    });

  for (const tag of ['a', 'ul', 'my-card'])
    it(`is no <${tag}>, which is left as it is`, async () => {
      const told = collectConsole();
      const placeholder = await mount(gallery().replaceAll('div', tag));
      await looked();
      await looked();
      expect(placeholder.shadowRoot).to.equal(null);
      expect(told).to.deep.equal([
        `warn: [ceal-widgets] <${tag}> cannot hold a widget: put data-ceal-widget on a <div>.`,
      ]);
    });

  it('leaves a shadow root of the page alone', async () => {
    const placeholder = document.createElement('div');
    placeholder.attachShadow({ mode: 'open' }).append('Van de pagina');
    placeholder.dataset['cealWidget'] = 'enterprise-gallery';
    (await mount('<div></div>')).append(placeholder);
    await looked();
    expect(placeholder.shadowRoot!.textContent).to.equal('Van de pagina');
  });

  it('is found when it is added later, named later, and in open shadow roots', async () => {
    const page = await mount('<div><div id="host"></div><div id="late"><p><a>x</a></p></div></div>');
    const root = page.querySelector('#host')!.attachShadow({ mode: 'open' });
    root.append(document.createRange().createContextualFragment(gallery()));
    page.append(document.createRange().createContextualFragment(gallery()));
    const late = page.querySelector<HTMLElement>('#late')!;
    late.dataset['cealWidget'] = 'oasis-guide';
    for (const placeholder of [root.firstElementChild!, page.lastElementChild!, late])
      await filled(placeholder);
    expect(elementIn(late)!.localName).to.equal('ceal-oasis-guide');
  });

  it('takes no notice of a form whose fields have the names of members', async () => {
    const form = await mount(
      `<form data-ceal-widget="enterprise-gallery"><input name="dataset"><input name="getAttribute">${gallery()}</form>`,
    );
    await filled(form.lastElementChild!);
    expect(form.shadowRoot).to.equal(null);
  });

  it('shows its children where the feed does not come', async () => {
    const told = collectConsole();
    const placeholder = await mount(gallery().replace(/data-src="[^"]*"/, `data-src="${nowhere().address}"`));
    const widget = await filled(placeholder);
    await shows(widget, 'state', 1);
    expect(isSeen(placeholder)).to.equal(true);
    await eventually(() => told.length > 0);
  });
});

describe('the attributes of a placeholder', () => {
  it('are those of the widget, under data-; nothing that runs or styles is passed on', async () => {
    const placeholder = await mount(
      gallery(
        'data-Page-Size="3" data-lang="en" data-dir="ltr" data-exportparts="card" data-onclick="alert(1)" data-style="color: red" data-class="x" data-slot="x" data-hidden data-x="y" title="x"',
      ),
    );
    const widget = await filled(placeholder);
    const passed = Object.fromEntries([...widget.attributes].map(({ name, value }) => [name, value]));
    expect(passed['src']).to.equal(placeholder.getAttribute('data-src'));
    delete passed['src'];
    expect(passed).to.deep.equal({ 'page-size': '3', lang: 'en', dir: 'ltr', exportparts: 'card' });
  });

  it('send to the own site only, as no sanitiser knows of them', async () => {
    const told = collectConsole();
    const form = (endpoint: string) =>
      `<div data-ceal-widget="signup-form" data-src="${placeOf(FEED).address}" data-endpoint="${endpoint}">${FALLBACK}</div>`;
    const [own, other] = await Promise.all([
      mount(form('/signups')),
      mount(form('https://elsewhere.invalid/x')),
    ]);
    expect((await filled(own)).getAttribute('endpoint')).to.equal('/signups');
    expect((await filled(other)).hasAttribute('endpoint')).to.equal(false);
    expect(told).to.deep.equal([
      'warn: [ceal-widgets] data-endpoint of a placeholder leads to another site and is not used: write the element itself.',
    ]);
  });

  it('lend the widget the id for links, or another one', async () => {
    const page = await mount(
      `<div>${gallery('id="galerij"')}${gallery('id="a" data-id="b"')}${gallery()}</div>`,
    );
    const ids: string[] = [];
    for (const placeholder of page.children) ids.push((await filled(placeholder)).id);
    expect(ids).to.deep.equal(['galerij', 'b', '']);
    expect(document.getElementById('galerij') === page.firstElementChild).to.equal(true);
  });

  it('are followed when they change or go', async () => {
    const placeholder = await mount<HTMLElement>(gallery('data-page-size="2" data-heading="Eerst"'));
    const widget = await filled(placeholder);
    await shows(widget, 'card', 2);
    placeholder.dataset['pageSize'] = '1';
    delete placeholder.dataset['heading'];
    await shows(widget, 'card', 1);
    expect(widget.hasAttribute('heading')).to.equal(false);
    expect(elementIn(placeholder) === widget).to.equal(true);
  });

  it('may be long', async () => {
    const heading = 'x'.repeat(10_000);
    const widget = await filled(await mount(gallery(`data-heading="${heading}"`)));
    expect(widget.getAttribute('heading')).to.equal(heading);
  });

  it('bring another widget with another name, and none without a name', async () => {
    const placeholder = await mount<HTMLElement>(gallery());
    await filled(placeholder);
    placeholder.dataset['cealWidget'] = 'programme-timeline';
    await eventually(() => elementIn(placeholder)?.localName === 'ceal-programme-timeline');
    expect(elementIn(placeholder)!.getAttribute('src')).to.equal(placeholder.dataset['src']);
    placeholder.removeAttribute('data-ceal-widget');
    await eventually(() => !elementIn(placeholder));
    expect(isSeen(placeholder)).to.equal(true);
    placeholder.dataset['cealWidget'] = 'enterprise-gallery';
    await shows(await filled(placeholder), 'card', ENTERPRISES);
  });
});

describe('a page that renders anew', () => {
  it('copies a placeholder, not its widget', async () => {
    const page = await mount<HTMLElement>(`<div>${gallery('data-page-size="1"')}</div>`);
    await filled(page.firstElementChild!);
    page.append(page.firstElementChild!.cloneNode(true));
    const other = document.createElement('div');
    other.append(document.createRange().createContextualFragment(page.innerHTML));
    page.append(other);
    for (const placeholder of page.querySelectorAll('[data-ceal-widget]')) {
      await shows(await filled(placeholder), 'card', 1);
      expect(placeholder.shadowRoot!.childElementCount).to.equal(1);
      expect(placeholder.querySelector('ceal-enterprise-gallery')).to.equal(null);
    }
    expect(page.querySelectorAll('[data-ceal-widget]').length).to.equal(4);
  });

  it('finds the children that it put there, and may change them; the widget stays', async () => {
    const placeholder = await mount<HTMLElement>(gallery());
    const widget = await filled(placeholder);
    await shows(widget, 'card', ENTERPRISES);
    const child = placeholder.firstElementChild!;
    placeholder.insertBefore(document.createElement('hr'), child);
    placeholder.removeChild(child);
    placeholder.textContent = 'Laden';
    placeholder.replaceChildren(child);
    await looked();
    expect(elementIn(placeholder) === widget).to.equal(true);
    expect(isSeen(placeholder)).to.equal(false);
  });

  it('moves a placeholder, and its widget comes along', async () => {
    const page = await mount<HTMLElement>(`<div>${gallery()}<section></section></div>`);
    const placeholder = page.firstElementChild!;
    const widget = await filled(placeholder);
    page.lastElementChild!.append(placeholder);
    await looked();
    expect(elementIn(placeholder) === widget).to.equal(true);
    await shows(widget, 'card', ENTERPRISES);
  });
});

it('a placeholder for <ceal-feed> brings one feed to the placeholders and elements inside it', async () => {
  const place = placeOf(FEED);
  const page = await mount<HTMLElement>(`<div data-ceal-widget="feed" data-src="${place.address}"><h2>Kop</h2>
    <div data-ceal-widget="enterprise-gallery" data-page-size="1">${FALLBACK}</div>
    <ceal-enterprise-gallery page-size="2"></ceal-enterprise-gallery></div>`);
  await shows(await filled(page.querySelector('div')!), 'card', 1);
  await shows(page.querySelector('ceal-enterprise-gallery')!, 'card', 2);
  expect(page.querySelector('h2')!.checkVisibility()).to.equal(true);
  expect(place.asked).to.equal(1);
});
