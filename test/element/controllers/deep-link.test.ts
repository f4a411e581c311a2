/** Links into a widget: what they name is loaded, brought into sight and given the focus, however they have come. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../../../src/enterprise-gallery/define.js';
import '../../../src/oasis-guide/define.js';
import '../../../src/programme-timeline/define.js';
import { WORDS as GALLERY_WORDS, opened } from '../../support/browser/gallery.js';
import type { Gallery } from '../../support/browser/gallery.js';
import { enterprise, galleryFeed, type Raw } from '../../support/browser/feed.js';
import { oasisFeed, STEPS } from '../../support/browser/guides.js';
import { placeOf, placeWith } from '../../support/browser/network.js';
import { eventually, mount, nextEvent } from '../../support/browser/page.js';
import { collectConsole } from '../../support/browser/quiet.js';
import { ownerTold } from '../../support/browser/owner-told.js';
import { session, feedOf } from '../../support/browser/timeline.js';
import { all, count, focused, one, textOf } from '../../support/browser/tree.js';

type Widget = HTMLElement & { readonly updateComplete: Promise<boolean>; refresh(): Promise<void> };

/** One feed for all widgets. */
const FEED: Raw = {
  ...oasisFeed(STEPS),
  ...feedOf(
    session('begin', { start: '2027-10-07', kind: 'field' }),
    session('kijken', { start: '2027-10-14', kind: 'studio' }),
  ),
  themes: [
    { id: 'eten', label: 'Eten' },
    { id: 'maken', label: 'Maken' },
  ],
  ...galleryFeed(
    enterprise('ex-soep', 'Soep', { themes: ['eten'] }),
    enterprise('ex-fiets', 'Fietswerkplaats', { themes: ['maken'] }),
    enterprise('Nr. 5 & co+', 'Nummer vijf', { themes: ['maken'] }),
  ),
};

const clean = location.pathname + location.search;
/** As if the page had been opened at this fragment. */
function arriveAt(fragment: string): void {
  if (location.hash || fragment) history.replaceState(null, '', clean + fragment);
}
/** The same for many in a row: WebKit lets a page use its history 100 times in ten seconds. */
const arriveOften = (fragment: string) => location.replace(`${clean}${fragment || '#'}`);
/** Follows a link on the page. */
async function follow(fragment: string): Promise<void> {
  const gone = nextEvent(window, 'hashchange');
  location.hash = fragment;
  await gone;
}

/** Puts a widget far down a page. */
async function far(
  tag: string,
  setting: Readonly<Record<string, unknown>> = {},
  place?: ParentNode,
): Promise<Widget> {
  const element = document.createElement(tag) as Widget;
  element.lang = 'nl';
  for (const [name, value] of Object.entries({ 'deep-link': '', data: FEED, ...setting }))
    if (typeof value === 'string') element.setAttribute(name, value);
    else Object.assign(element, { [name]: value });
  const page = await mount<HTMLElement>(html`<div></div>`);
  page.style.paddingBlock = '3000px';
  (place ?? page).append(element);
  await element.updateComplete;
  return element;
}

const inSight = (element: Element): boolean => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

const GALLERY = 'ceal-enterprise-gallery';
const TIMELINE = 'ceal-programme-timeline';
const GUIDE = 'ceal-oasis-guide';
/** Of each kind of widget: a key, what it leads to, and the words of what gets the focus. */
const NAMED = [
  [GALLERY, 'ceal-gallery', 'open', 'ex-fiets', 'Fietswerkplaats'],
  [TIMELINE, 'ceal-timeline', 'session', 'kijken', 'Sessie kijken'],
  [GUIDE, 'ceal-oasis', 'step', 'vieren', 'Proefvieren'],
] as const;

beforeEach(() => {
  arriveAt('');
  scrollTo({ top: 0, behavior: 'instant' });
});
after(() => arriveAt(''));

/** Comes back when what gets the focus holds some words. */
const focusOn = (words: string) =>
  eventually(() => {
    const at = focused()!;
    return at !== document.body && textOf(at).includes(words) && inSight(at);
  });

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
});

describe('H17: a link that was damaged on its way', () => {
  afterEach(() => arriveOften(''));

  for (const [tag, prefix, key, id, words] of NAMED)
    for (const damaged of [
      `#${prefix}.${key}=${id}?utm_source=mail`,
      `#${prefix}.${key}=${id}?fbclid=a.b=c&utm=1`,
      `#${prefix}.${key}%3D${id}`,
      `#${prefix}.${key}=${id}.`,
      `#${prefix}.${key}=${id})`,
      `#${prefix}.${key}=(${id})`,
      `#${prefix}.${key}=${id}%20`,
      `#${prefix}.${key}=${id}%2520`,
      `#&${prefix}.${key}=${id}`,
      `#?${prefix}.${key}=${id}`,
      `##${prefix}.${key}=${id}`,
      `#/${prefix}.${key}=${id}`,
      `#kop&${prefix}.${key}=${id}`,
      `#x=1&amp;${prefix}.${key}=${id}`,
      `#x=1%26amp%3B${prefix}.${key}%3D${id}`,
      `#${prefix}.${key}=${id}%E2%80%8B`,
      `#${prefix}.${key}=%E2%80%8B${id}`,
      `#%E2%80%8B${prefix}.${key}=${id}`,
      `#${prefix}.${key}=%22${id}%22`,
      `#${prefix}.${key}=${id}"`,
      `#${prefix}.${key}=${id}%3E`,
      `#${prefix}.${key}=${id}%22%3EKijk%20hier`,
      `#${prefix}.${key}=${id}%E2%80%9D,`,
      `#${prefix}.${key}=${id}/`,
      `#${prefix}.${key}=3D${id}`,
      `#${prefix}.${key}=${id}:~:text=iets`,
      `#${prefix.replace('-', '%2D')}%2E${key}=${id}`,
    ])
      it(`still leads there (${tag}, ${damaged})`, async () => {
        arriveOften(damaged);
        await far(tag);
        await focusOn(words);
      });

  for (const written of ['Nr.%205%20%26%20co%2B', 'Nr.+5+%26+co%2B', 'NR-5-CO', 'nr-5-co'])
    it(`leads to an id as the keeper of the feed has written it (${written})`, async () => {
      arriveAt(`#ceal-gallery.open=${written}`);
      await far(GALLERY, { detail: 'inline' });
      await focusOn('Nummer vijf');
    });

  for (const id of ['één', 'a+b', "l'id"])
    it(`knows a widget with the id ${id}, however that is written`, async () => {
      for (const written of [id, encodeURIComponent(id)]) {
        arriveAt(`#ceal-timeline-${written}.session=kijken`);
        const element = await far(TIMELINE, { id });
        await focusOn('Sessie kijken');
        element.remove();
      }
    });

  it('reads filters, and leaves out what the feed does not know', async () => {
    arriveAt('#ceal-gallery.theme=eten)&amp;ceal-gallery.status=bloeiend');
    const element = await far(GALLERY);
    await focusOn('1 onderneming');
    expect(all(element, '[part~=chip]').map(textOf)).to.have.length(1);
    (focused() as HTMLElement).blur();
    arriveAt('#ceal-timeline.kind=nergens');
    await far(TIMELINE);
    await focusOn('2 bijeenkomsten');
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
});

describe('H17: two of a kind without an id', () => {
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

  it('each with its id is led to', async () => {
    arriveAt('#ceal-gallery-b.open=ex-fiets');
    const first = (await far(GALLERY, { id: 'a' })) as Widget & Gallery;
    const second = (await far(GALLERY, { id: 'b' })) as Widget & Gallery;
    await eventually(() => opened(second) === 'Fietswerkplaats');
    expect(opened(first)).to.equal('');
  });
});
