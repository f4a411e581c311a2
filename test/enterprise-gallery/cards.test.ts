import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { act } from '../support/browser/actions.js';
import { FEED, PICTURE, enterprise, galleryFeed } from '../support/browser/feed.js';
import { eventually, mount, until } from '../support/browser/page.js';
import { all, count, one, textOf } from '../support/browser/tree.js';
import { cardOf, cards, gallery, linkOf, names } from '../support/browser/gallery.js';

const absolute = (address: string) => new URL(address, document.baseURI).href;
const picture = (src: string, rest = {}) => ({ src, alt: 'Een pan soep', width: 3, height: 2, ...rest });

describe('a card', () => {
  it('has name, tagline, status in words, themes and edition', async () => {
    const element = await gallery();
    const text = textOf(cardOf(element, 'Soep van overschot'));
    for (const words of ['Groente die over is, wordt soep.', 'Actief', 'Eten, Groen, Eerste proefgroep'])
      expect(text).to.include(words);
  });

  it('stands in a list, with its name as a heading below that of the gallery', async () => {
    const element = await gallery({ 'heading-level': '3' });
    const list = one(element, '[part~=list]');
    expect(list.getAttribute('role')).to.equal('list');
    expect([...list.children].map(({ localName }) => localName)).to.deep.equal(
      FEED.enterprises.map(() => 'li'),
    );
    expect(cards(element).map((card) => one(card, '[part~=name] > *').localName)).to.deep.equal(
      FEED.enterprises.map(() => 'h4'),
    );
  });

  it('comes in the order of the feed', async () => {
    expect(names(await gallery())).to.deep.equal([
      'Soep van overschot',
      'Repareertafel',
      'Werkplaats Zuid',
      'Crème de la rue',
      'Tuin van de buren',
    ]);
  });

  it('bears a badge when it is made up, and only then', async () => {
    const element = await gallery({
      data: galleryFeed(enterprise('a', 'Verzonnen'), { id: 'b', name: 'Anders' }),
    });
    expect(textOf(one(cardOf(element, 'Verzonnen'), '[part~=badge]'))).to.equal('Voorbeeld');
    const [heading, badge] = all(cardOf(element, 'Verzonnen'), 'h3, [part~=badge]');
    expect([heading!.localName, textOf(badge!)], 'audit 14').to.deep.equal(['h3', 'Voorbeeld']);
    expect(count(cardOf(element, 'Anders'), '[part~=badge]')).to.equal(0);
  });

  it('says every status in words, honest ones too', async () => {
    const words = {
      idea: 'Idee',
      prototype: 'Eerste versie',
      tested: 'Getest',
      developing: 'In ontwikkeling',
      running: 'Actief',
      merged: 'Samengegaan met een ander',
      stopped: 'Gestopt',
      unknown: 'Niet bekend',
      invented: 'Niet bekend',
    };
    const list = Object.keys(words).map((status) => enterprise(status, status, { status }));
    const element = await gallery({ data: galleryFeed(...list) });
    for (const [status, said] of Object.entries(words))
      expect(textOf(one(cardOf(element, status), '[part~=status]'))).to.equal(said);
  });

  it('is not there for a draft', async () => {
    const element = await gallery({
      data: galleryFeed(enterprise('a', 'Klaar'), enterprise('b', 'Nog niet klaar', { draft: true })),
    });
    expect(names(element)).to.deep.equal(['Klaar']);
  });

  it('takes a name in the language of the page', async () => {
    expect(names(await gallery({ lang: 'en' }))).to.include('Garden of the neighbours');
  });

  it('lines up with its neighbours, whatever the lengths of their texts', async () => {
    const wide = await mount<HTMLElement>(html`<div></div>`);
    wide.style.inlineSize = '60em';
    const element = await gallery(
      {
        data: galleryFeed(
          enterprise('a', 'Kort'),
          enterprise('b', 'Een naam die lang is '.repeat(6), {
            tagline: 'Met nog veel meer woorden. '.repeat(5),
          }),
        ),
      },
      wide,
    );
    const [first, second] = ['[part~=name]', '[part~=facts]'].map((part) =>
      cards(element).map((card) => one(card, part).getBoundingClientRect()),
    );
    expect(first![0]!.top).to.equal(first![1]!.top);
    expect(second![0]!.top).to.equal(second![1]!.top);
  });
});

describe('the picture of a card', () => {
  const withPicture = (image: unknown, setting = {}) =>
    gallery({ data: galleryFeed(enterprise('a', 'Soep', { image, themes: [] })), ...setting });

  it('of the first row does not wait, the others do until they are near', async () => {
    const perWindow = Math.floor(innerWidth / 280);
    const many = Array.from({ length: perWindow + 2 }, (_, at) =>
      enterprise(`a${at}`, `Soep ${at}`, { image: picture(PICTURE), themes: [] }),
    );
    const element = await gallery({ data: galleryFeed(...many) });
    expect(all<HTMLImageElement>(element, '[part~=image]').map(({ loading }) => loading)).to.deep.equal([
      ...Array<string>(perWindow).fill('eager'),
      'lazy',
      'lazy',
    ]);
  });

  it('waits until it is near where the gallery stands under the window', async () => {
    const above = document.createElement('div');
    above.style.height = '200vh';
    document.body.prepend(above);
    const element = await withPicture(picture(PICTURE));
    expect(one<HTMLImageElement>(element, '[part~=image]').loading).to.equal('lazy');
    above.remove();
  });

  it('has its words, its size, and waits until it is near', async () => {
    const others = Array.from({ length: 20 }, (_, at) => enterprise(`a${at}`, `Soep ${at}`, { themes: [] }));
    const pictured = enterprise('a', 'Soep', { image: picture(PICTURE), themes: [] });
    const element = await gallery({ data: galleryFeed(...others, pictured) });
    const image = one<HTMLImageElement>(element, '[part~=image]');
    expect(image).to.include({
      src: absolute(PICTURE),
      alt: 'Een pan soep',
      loading: 'lazy',
      referrerPolicy: 'no-referrer',
    });
    expect([image.getAttribute('width'), image.getAttribute('height')]).to.deep.equal(['3', '2']);
  });

  it('has empty words where it adds nothing', async () => {
    const image = one(await withPicture({ src: PICTURE }), '[part~=image]');
    expect(image.getAttribute('alt')).to.equal('');
  });

  it('offers the sizes that the feed has', async () => {
    const srcset = [
      { src: PICTURE, width: 300 },
      { src: `${PICTURE}?600`, width: 600 },
    ];
    const image = one<HTMLImageElement>(await withPicture(picture(PICTURE, { srcset })), '[part~=image]');
    expect(image.srcset).to.equal(`${absolute(PICTURE)} 300w,${absolute(PICTURE)}?600 600w`);
  });

  it('offers no size from a host that the page does not allow, nor an address of its own making', async () => {
    const srcset = [
      { src: 'https://elsewhere.invalid/big.png', width: 9_000 },
      { src: `${PICTURE}?a,b,`, width: 600 },
    ];
    const setting = { 'image-hosts': location.host.toUpperCase() };
    const element = await withPicture(picture(PICTURE, { srcset }), setting);
    expect(one<HTMLImageElement>(element, '[part~=image]').srcset).to.equal(
      `${absolute(PICTURE)}?a,b%2C 600w`,
    );
  });

  it('keeps its place whatever it measures', async () => {
    const ratio = async (image: unknown) => {
      const { width, height } = one(
        await withPicture(image),
        '[part~=image], [part~=tile]',
      ).getBoundingClientRect();
      return (width / height).toFixed(2);
    };
    const tall = await ratio(picture(PICTURE, { width: 1, height: 9 }));
    expect(tall).to.equal(await ratio(undefined));
    expect(tall).to.equal(await ratio(picture(PICTURE)));
  });

  describe('E30: stands whole in its frame', () => {
    const fitOf = async (image: object) =>
      getComputedStyle(one(await withPicture(picture(PICTURE, image)), '[part~=image]')).objectFit;

    it('where the frame would cut off much of it', async () => {
      for (const [width, height] of [
        [800, 160],
        [100, 300],
      ])
        expect(await fitOf({ width, height }), `${width} × ${height}`).to.equal('contain');
      for (const [width, height] of [
        [3, 2],
        [1600, 900],
        [100, 100],
        [undefined, 160],
      ])
        expect(await fitOf({ width, height }), `${width} × ${height}`).to.equal('cover');
    });

    it('where the feed asks for it, and not where the feed says so', async () => {
      expect(await fitOf({ fit: 'contain' })).to.equal('contain');
      expect(await fitOf({ fit: 'cover', width: 800, height: 160 })).to.equal('cover');
      expect(await fitOf({ fit: 'sideways', width: 800, height: 160 })).to.equal('contain');
    });

    it('by its true size, once that is known', async () => {
      const image = one<HTMLImageElement>(await withPicture({ src: PICTURE }), '[part~=image]');
      const loadAs = (naturalWidth: number, naturalHeight: number) => {
        for (const [name, value] of Object.entries({ naturalWidth, naturalHeight }))
          Object.defineProperty(image, name, { value, configurable: true });
        image.dispatchEvent(new Event('load'));
        return getComputedStyle(image).objectFit;
      };
      expect(loadAs(800, 160)).to.equal('contain');
      expect(loadAs(300, 200)).to.equal('cover');
    });
  });

  it('E31: comes without its other sizes where one of these does not, and only there', async () => {
    const srcset = [{ src: '/package.json', width: 600 }];
    const element = await gallery({
      data: galleryFeed(
        enterprise('a', 'Soep', { image: picture(PICTURE, { srcset }) }),
        enterprise('b', 'Brood', {
          image: picture(PICTURE, { srcset: [{ src: `${PICTURE}?600`, width: 600 }] }),
        }),
        enterprise('c', 'Niets', { image: picture('/package.json?c', { srcset }) }),
      ),
    });
    one(element, '[part~=card]').scrollIntoView();
    await until(element, () => count(cardOf(element, 'Niets'), '[part~=tile]') === 1);
    await until(element, () => one<HTMLImageElement>(cardOf(element, 'Soep'), 'img').srcset === '');
    const [soup, bread] = all<HTMLImageElement>(element, 'img');
    expect(soup!.src).to.equal(absolute(PICTURE));
    expect(bread!.srcset).to.equal(`${absolute(PICTURE)}?600 600w`);
  });

  it('E31: stays where what failed is an address that it does not have any more', async () => {
    const element = await withPicture(picture(PICTURE));
    const image = one<HTMLImageElement>(element, 'img');
    image.scrollIntoView();
    await eventually(() => image.complete && image.naturalWidth > 0);
    await act(element, () => image.dispatchEvent(new Event('error')));
    expect(one(element, 'img') === image).to.equal(true);
  });

  it('is a tile where there is none', async () => {
    const element = await withPicture(undefined);
    expect(count(element, 'img')).to.equal(0);
    expect(one(element, '[part~=tile]').getAttribute('aria-hidden')).to.equal('true');
  });

  it('is a tile where it does not come', async () => {
    const element = await withPicture(picture('/package.json'));
    one(element, '[part~=card]').scrollIntoView();
    await until(element, () => all(element, '[part~=tile]').length === 1);
    expect(count(element, 'img')).to.equal(0);
  });

  it('is a tile where the page wants none, or none from there', async () => {
    for (const setting of [{ images: 'none' }, { 'image-hosts': 'example.org' }]) {
      const element = await withPicture(picture(PICTURE), setting);
      expect(count(element, 'img')).to.equal(0);
      expect(count(element, '[part~=tile]')).to.equal(1);
    }
    expect(
      all(await withPicture(picture(PICTURE), { 'image-hosts': `example.org ${location.host}` }), 'img'),
    ).to.have.length(1);
  });

  it('is a new element for a new picture, so that no old one stays in sight', async () => {
    const element = await withPicture(picture(PICTURE));
    const before = one(element, 'img');
    await act(
      element,
      () => (element.data = galleryFeed(enterprise('a', 'Soep', { image: picture(`${PICTURE}?2`) }))),
    );
    expect(one(element, 'img') === before).to.equal(false);
  });
});

describe('the link of a card', () => {
  it('leads to the enterprise within the page', async () => {
    const link = linkOf(await gallery(), 'Repareertafel');
    expect(link.hash).to.equal('#ceal-gallery.open=ex-repair');
    expect(link.getAttribute('aria-haspopup')).to.equal('dialog');
  });

  it('leads to the own page of the enterprise with detail="link": its website before other links', async () => {
    const element = await gallery({ detail: 'link' });
    expect(linkOf(element, 'Soep van overschot').href).to.equal('https://example.org/soep');
    expect(linkOf(element, 'Werkplaats Zuid').href).to.equal('https://example.org/werkplaats');
    expect(count(cardOf(element, 'Repareertafel'), 'a')).to.equal(0);
  });

  it('is not there with detail="none"', async () => {
    const element = await gallery({ detail: 'none' });
    expect(count(element, '[part~=card] a')).to.equal(0);
    expect(names(element)).to.include('Repareertafel');
  });
});
