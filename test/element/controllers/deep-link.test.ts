/** Links into a widget: what they name is loaded, brought into sight and given the focus, however they have come. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import {
  WORDS as GALLERY_WORDS,
  open as openCard,
  opened,
  type Gallery,
} from '../../support/browser/gallery.js';
import { enterprise, galleryFeed, type Raw } from '../../support/browser/feed.js';
import { placeOf, placeWith } from '../../support/browser/network.js';
import { eventually, mount, nextEvent } from '../../support/browser/page.js';
import { collectConsole } from '../../support/browser/quiet.js';
import { ownerTold } from '../../support/browser/owner-told.js';
import { all, count, focused, one, textOf } from '../../support/browser/tree.js';
import {
  arriveAt,
  beginAnew,
  far,
  FEED,
  focusOn,
  follow,
  GALLERY,
  GUIDE,
  inSight,
  NAMED,
  TIMELINE,
  type Widget,
} from '../../support/browser/linked.js';

beginAnew();

describe('H3: a link to a widget that waits until it is near', () => {
  for (const [tag, prefix, key, id, words] of NAMED)
    for (const own of ['', 'een'])
      it(`loads ${tag}${own && ' with an id'}, and arrives`, async () => {
        arriveAt(`#${prefix}${own && `-${own}`}.${key}=${id}`);
        const place = placeOf(FEED);
        await far(tag, { loading: 'lazy', data: undefined, src: place.address, ...(own && { id: own }) });
        await focusOn(words);
      });

  for (const [tag, prefix] of NAMED)
    it(`loads ${tag} when the visitor follows a link later, and not before`, async () => {
      const place = placeOf(FEED);
      arriveAt(`#${prefix}-other.theme=eten`);
      const element = await far(tag, { loading: 'lazy', data: undefined, src: place.address });
      expect(place.asked).to.equal(0);
      await follow(`#${prefix}.theme=eten&${prefix}.kind=field&${prefix}.screen=start`);
      await eventually(() => place.asked === 1 && element.matches(':focus-within') && inSight(focused()!));
    });
});

describe('H3: a link into what the page has folded away', () => {
  const dialogs = () => all(document.body, 'dialog[open]').length;

  for (const [tag, prefix, key, id, words] of NAMED) {
    it(`opens the details around ${tag}, as a browser does for an anchor`, async () => {
      arriveAt(`#${prefix}.${key}=${id}`);
      const details = await mount<HTMLDetailsElement>(html`<details><summary>Meer</summary></details>`);
      await far(tag, {}, details);
      await focusOn(words);
      expect(details.open).to.equal(true);
    });

    it(`lets the page show ${tag} where it can be found`, async () => {
      arriveAt(`#${prefix}.${key}=${id}`);
      const place = await mount<HTMLElement>(html`<div></div>`);
      place.setAttribute('hidden', 'until-found');
      const shown = nextEvent(place, 'beforematch');
      await far(tag, {}, place);
      await shown;
      await focusOn(words);
      expect(place.hasAttribute('hidden')).to.equal(false);
    });

    it(`waits until ${tag} is displayed, and leaves the page free till then`, async () => {
      const place = await mount<HTMLElement>(html`<div hidden></div>`);
      arriveAt(`#${prefix}.${key}=${id}`);
      await far(tag, {}, place);
      await far('ceal-feed');
      expect([dialogs(), focused() === document.body]).to.deep.equal([0, true]);
      place.hidden = false;
      await focusOn(words);
    });
  }
});

describe('H10: what the address says of a widget', () => {
  for (const [tag, prefix, key, id, words] of NAMED)
    it(`brings ${tag} into sight, and the focus to what is named`, async () => {
      arriveAt(`#${prefix}.${key}=${id}`);
      await far(tag);
      await focusOn(words);
    });

  it('brings a selection into sight, and the focus to the count', async () => {
    arriveAt('#ceal-gallery.theme=eten');
    await far(GALLERY);
    await focusOn('1 onderneming');
    (focused() as HTMLElement).blur();
    arriveAt('#ceal-timeline.kind=field');
    scrollTo({ top: 0, behavior: 'instant' });
    await far(TIMELINE);
    await focusOn('1 bijeenkomst');
  });

  it('brings what opens in place into sight', async () => {
    arriveAt('#ceal-gallery.open=ex-fiets');
    await far(GALLERY, { detail: 'inline' });
    await focusOn('Fietswerkplaats');
  });

  it('leads to the card where enterprises open elsewhere', async () => {
    arriveAt('#ceal-gallery.open=ex-fiets');
    await far(GALLERY, { detail: 'none' });
    await focusOn('Fietswerkplaats');
  });

  it('does so once: what comes later takes neither the focus nor the place', async () => {
    arriveAt('#ceal-gallery.theme=eten');
    const element = await far(GALLERY);
    await focusOn('1 onderneming');
    (focused() as HTMLElement).blur();
    scrollTo({ top: 0, behavior: 'instant' });
    element.setAttribute('heading', 'Anders');
    await element.updateComplete;
    element.parentElement!.append(element);
    await element.updateComplete;
    expect(scrollY).to.equal(0);
    expect(focused() === document.body).to.equal(true);
  });

  it('does nothing where the address names another widget, or none', async () => {
    for (const fragment of ['', '#kop', '#ceal-gallery-other.open=ex-fiets', '#q=ceal-gallery.open']) {
      arriveAt(fragment);
      for (const tag of [GALLERY, TIMELINE, GUIDE]) await far(tag, tag === GALLERY ? { id: 'hier' } : {});
      expect(scrollY, fragment).to.equal(0);
      expect(focused() === document.body, fragment).to.equal(true);
    }
  });

  it('leaves the focus to a visitor who is busy while the page opens', async () => {
    arriveAt('#ceal-gallery.theme=eten');
    const field = await mount<HTMLInputElement>(html`<input />`);
    field.focus();
    const element = await far(GALLERY);
    await eventually(() => inSight(one(element, '#count')));
    expect(focused() === field).to.equal(true);
  });

  it('goes to another enterprise while one is open', async () => {
    arriveAt('#ceal-gallery.open=ex-fiets');
    await far(GALLERY);
    await focusOn('Fietswerkplaats');
    await follow('#ceal-gallery.open=ex-soep');
    await focusOn('Soep');
  });

  it('waits for the feed, and for a refreshed one that brings what is named', async () => {
    let feed: Raw = galleryFeed(enterprise('ex-soep', 'Soep'));
    const place = placeWith(() => Response.json(feed));
    arriveAt('#ceal-gallery.open=ex-nieuw');
    const element = await far(GALLERY, { data: undefined, src: place.address });
    await eventually(() => count(element, '#missing') === 1);
    feed = galleryFeed(enterprise('ex-soep', 'Soep'), enterprise('ex-nieuw', 'Nieuwkomer'));
    await element.refresh();
    await focusOn('Nieuwkomer');
    expect(count(element, '#missing')).to.equal(0);
  });

  it('is found in a shadow root', async () => {
    const place = await mount<HTMLElement>(html`<div></div>`);
    arriveAt('#ceal-timeline.session=kijken');
    await far(TIMELINE, {}, place.attachShadow({ mode: 'open' }));
    await focusOn('Sessie kijken');
  });
});

describe('H9: in a page with a hash router', () => {
  const hrefs = (element: Widget) =>
    all<HTMLAnchorElement>(element, '.name-link, .steps-link').map(({ hash }) => hash);

  for (const [route, kept] of [
    ['#/programma', '#/programma?'],
    ['#!/programma', '#!/programma?'],
    ['#/programma?week=3', '#/programma?week=3&'],
    ['#/programma?week=3&ceal-gallery.q=e&ceal-oasis.step=dromen', '#/programma?week=3&'],
    ['#/a;b=1/c?', '#/a;b=1/c?'],
    ['#programma?x=1', '#programma?x=1&'],
    ['#kop', '#'],
    ['', '#'],
    ['#x=1', '#'],
    ['#/programma:~:text=soep', '#/programma?'],
  ])
    it(`links keep the route (${route})`, async () => {
      arriveAt(route!);
      expect(hrefs(await far(GALLERY))[1]).to.equal(`${kept}ceal-gallery.open=ex-fiets`);
      expect(hrefs(await far(GUIDE, { id: 'gids' }))[1]).to.equal(`${kept}ceal-oasis-gids.step=dromen`);
    });

  for (const [tag, prefix, key, id, words] of NAMED)
    for (const route of ['#/programma?', '#!/programma?x=1&', '#/a/b?c=d&'])
      it(`${tag} reads what a link says behind ${route}`, async () => {
        arriveAt(`${route}${prefix}.${key}=${id}`);
        await far(tag);
        await focusOn(words);
      });

  it('follows back and forward, and closes what the link had opened, with the route as it was', async () => {
    arriveAt('#/programma');
    const element = (await far(GALLERY)) as Widget & Gallery;
    await follow('#/programma?ceal-gallery.open=ex-fiets');
    await eventually(() => opened(element) === 'Fietswerkplaats');
    const gone = nextEvent(window, 'popstate');
    history.back();
    await gone;
    await eventually(() => opened(element) === '');
    history.forward();
    await eventually(() => opened(element) === 'Fietswerkplaats');
    element.close();
    await element.updateComplete;
    expect(location.hash).to.equal('#/programma');
  });

  it('closes what a visitor opened behind a route without a step back, which would leave the page', async () => {
    const route = '#/programma?ceal-gallery.theme=maken';
    arriveAt(route);
    const element = (await far(GALLERY)) as Widget & Gallery;
    await openCard(element, 'Fietswerkplaats');
    expect(location.hash).to.equal(`${route}&ceal-gallery.open=ex-fiets`);
    const { back } = history;
    let steps = 0;
    history.back = () => steps++;
    element.close();
    await element.updateComplete;
    history.back = back;
    expect([location.hash, steps]).to.deep.equal([route, 0]);
  });

  it('leaves pairs of the page that only look like ours', async () => {
    arriveAt('#doc=ceal-gallery.html');
    const element = (await far(GALLERY)) as Widget & Gallery;
    await openCard(element, 'Fietswerkplaats');
    expect(location.hash).to.equal('#doc=ceal-gallery.html&ceal-gallery.open=ex-fiets');
  });
});

describe('H17: a link to what is gone', () => {
  for (const [tag, prefix, key, , , words, english] of [
    [...NAMED[0], 'Deze onderneming staat er niet (meer).', 'This enterprise is not here (any more).'],
    [...NAMED[1], 'Deze bijeenkomst staat er niet (meer).', 'This session is not here (any more).'],
    [...NAMED[2], 'Deze stap staat er niet (meer).', 'This step is not here (any more).'],
  ] as const)
    it(`is told in ${tag}, to the ear too, until the next action`, async () => {
      arriveAt(`#${prefix}.${key}=weg-ermee`);
      const element = await far(tag);
      await eventually(() => count(element, '#missing') === 1);
      expect(textOf(one(element, '#missing'))).to.equal(words);
      await eventually(() => inSight(one(element, '#missing')) && element.matches(':focus-within'));
      await eventually(() => document.querySelector('ceal-announcer')!.textContent?.includes(words));
      one(element, 'button, a').click();
      await eventually(() => count(element, '#missing') === 0);
      element.remove();
      arriveAt(`#${prefix}.${key}=weg-ermee`);
      const other = await far(tag, { lang: 'en' });
      await eventually(() => count(other, '#missing') === 1);
      expect(textOf(one(other, '#missing'))).to.equal(english);
    });

  it('is no longer told once a link leads to what is there', async () => {
    arriveAt('#ceal-gallery.open=weg');
    const element = await far(GALLERY);
    await eventually(() => count(element, '#missing') === 1);
    await follow('#ceal-gallery.open=ex-fiets');
    await focusOn('Fietswerkplaats');
    expect(count(element, '#missing')).to.equal(0);
  });

  it('leaves the focus of whoever goes on, and what the page has opened meanwhile', async () => {
    arriveAt('#ceal-oasis.step=weg');
    const guide = await far(GUIDE);
    await eventually(() => count(guide, '#missing') === 1);
    const [button] = all(guide, 'button').filter((it) => textOf(it) === 'Laat alle stappen zien');
    button!.focus();
    button!.click();
    await eventually(() => count(guide, '#missing') === 0);
    expect(focused()!.localName).to.equal('button');
    guide.remove();
    arriveAt('#ceal-gallery.open=weg');
    const element = (await far(GALLERY)) as Widget & Gallery;
    await eventually(() => count(element, '#missing') === 1);
    element.open('ex-soep');
    await eventually(() => opened(element) === 'Soep');
    one(element, '[part~=detail]').click();
    await eventually(() => count(element, '#missing') === 0);
    expect(opened(element)).to.equal('Soep');
  });

  it('is told to whoever leads a guide too', async () => {
    arriveAt('#ceal-oasis.step=weg');
    const guide = await far(GUIDE, { mode: 'facilitator' });
    await eventually(() => count(guide, '#missing') === 1);
  });
});

/** Two galleries on a page, each with an id. */
const twoWithIds = async () =>
  [await far(GALLERY, { id: 'a' }), await far(GALLERY, { id: 'b' })] as (Widget & Gallery)[];

describe('H17: two of a kind', () => {
  it('a link opens one of them, the first, and the owner is told', async () => {
    const told = collectConsole();
    arriveAt('#ceal-gallery.open=ex-fiets');
    const place = await mount<HTMLElement>(html`<div></div>`);
    const first = (await far(GALLERY, {}, place)) as Widget & Gallery;
    const second = (await far(GALLERY, { debug: '' }, place)) as Widget & Gallery;
    await eventually(() => opened(first) === 'Fietswerkplaats');
    expect(opened(second)).to.equal('');
    expect(all(document.body, 'dialog[open]')).to.have.length(1);
    await ownerTold(told);
    expect(told.join()).to.contain('<ceal-enterprise-gallery>').and.to.contain('id');
    await eventually(() =>
      all(second, '[part~=debug] li').some((line) => textOf(line).includes('deep-link')),
    );
    expect(GALLERY_WORDS.close).to.equal('Sluiten');
  });

  it('H17: a link from before they had ids leads to the first, until it is closed', async () => {
    arriveAt('#ceal-gallery.open=ex-fiets');
    const [first, second] = await twoWithIds();
    await eventually(() => opened(first!) === 'Fietswerkplaats');
    expect(opened(second!)).to.equal('');
    first!.close();
    await eventually(() => opened(first!) === '' && location.hash === '');
  });

  it('each with its id is led to', async () => {
    arriveAt('#ceal-gallery-b.open=ex-fiets');
    const [first, second] = await twoWithIds();
    await eventually(() => opened(second!) === 'Fietswerkplaats');
    expect(opened(first!)).to.equal('');
  });
});
