/// <reference types="mocha" />
/** What whoever keeps a feed or a page is told: in the console, and with `debug` in the page. */
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { CealEnterpriseGallery } from '../../src/enterprise-gallery/define.js';
import '../../src/enterprise-gallery/define.js';
import type { CealProgrammeTimeline } from '../../src/programme-timeline/define.js';
import '../../src/programme-timeline/define.js';
import { placeOf } from '../support/browser/network.js';
import { eventually, mount, until } from '../support/browser/page.js';
import { collectConsole } from '../support/browser/quiet.js';
import { all, textOf } from '../support/browser/tree.js';

before(() => import('../../src/feed/failure-words/failure-message.js'));

const says = (element: Element, words: string) => until(element, () => textOf(element).includes(words));

/** A feed with enterprises and sessions of which some do not fit. */
const BROKEN = {
  version: '1.0',
  id: 'kapot',
  language: 'nl',
  enterprises: [{ id: 'soep', name: 'Soep', people: -1 }, { id: 'zonder-naam' }],
  sessions: [{ id: 's', title: 'Samen', start: 'ooit' }],
};

describe('the console', () => {
  it('is told once of a feed that several widgets show, with how many and how to see more', async () => {
    const told = collectConsole();
    const { address } = placeOf(BROKEN);
    const place = await mount<HTMLElement>(html`
      <div>
        <ceal-enterprise-gallery src=${address}></ceal-enterprise-gallery>
        <ceal-enterprise-gallery src=${address}></ceal-enterprise-gallery>
        <ceal-programme-timeline src=${address}></ceal-programme-timeline>
      </div>
    `);
    await says(place.firstElementChild!, 'Soep');
    await says(place.lastElementChild!, 'Samen');
    await eventually(() => told.length > 0);
    await new Promise(requestAnimationFrame);
    expect(told).to.deep.equal([
      `warn: [ceal-widgets] ${address}: 1 entry is not shown, 3 values cannot be read. To see which, and what to write, put the attribute "debug" on a widget.`,
    ]);
  });

  it('is silent about a feed that fits', async () => {
    const told = collectConsole();
    const gallery = await mount<CealEnterpriseGallery>(html`
      <ceal-enterprise-gallery
        .data=${{ version: '1.0', id: 'heel', enterprises: [{ id: 'soep', name: 'Soep' }] }}
      ></ceal-enterprise-gallery>
    `);
    await says(gallery, 'Soep');
    await gallery.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(told).to.deep.equal([]);
  });
});

describe('with debug', () => {
  it('07b: entries that are not shown stand first, with why, the value and what belongs there', async () => {
    collectConsole();
    const sessions = [
      ...Array.from({ length: 110 }, (_, index) => ({ id: `s${index}`, title: 'S', week: 'een' })),
      { id: 'fout', title: { x: 'x' }, titl: 'S' },
    ];
    const timeline = await mount<CealProgrammeTimeline>(html`
      <ceal-programme-timeline
        debug
        lang="nl"
        .data=${{ version: '1.0', id: 'veel', language: 'nl', sessions }}
      ></ceal-programme-timeline>
    `);
    await says(timeline, 'Niet te zien: 1');
    const text = textOf(timeline).slice(textOf(timeline).indexOf('ceal-widgets'));
    expect(text.indexOf('/sessions/110')).to.be.within(0, text.indexOf('/sessions/0/week'));
    expect(text).to.include('Weggelaten: 110').and.include('en nog 10');
    expect(text)
      .to.include('/sessions/0/week: "een"')
      .and.include('Hier hoort een heel getal van 0 tot en met 520');
    expect(text).to.include('/sessions/110/titl').and.include('Misschien bedoel je “title”.');
  });

  it('says that all fits where it does', async () => {
    const gallery = await mount<CealEnterpriseGallery>(html`
      <ceal-enterprise-gallery
        debug
        lang="nl"
        page-size="6"
        facets="theme status"
        .data=${{ version: '1.0', id: 'heel', enterprises: [{ id: 'soep', name: 'Soep' }] }}
      ></ceal-enterprise-gallery>
    `);
    await says(gallery, 'Alles past');
    expect(all(gallery, '.debug li')).to.have.length(0);
  });

  it('E25: attributes are told whose quotes are curly, or whose values or names nobody knows', async () => {
    const gallery = await mount<CealEnterpriseGallery>(html`
      <ceal-enterprise-gallery
        debug
        lang="nl"
        facets="”theme”"
        page-size="zes"
        sort="nieuw"
        pagesize="6"
        .data=${{ version: '1.0', id: 'heel', enterprises: [{ id: 'soep', name: 'Soep' }] }}
      ></ceal-enterprise-gallery>
    `);
    await says(gallery, 'Om het attribuut facets staan krullende aanhalingstekens: ”theme”.');
    expect(textOf(gallery))
      .to.include('In het attribuut page-size hoort een getal. Er staat “zes”.')
      .and.include('Het attribuut sort kent “nieuw” niet. Kies uit: feed, name, newest.')
      .and.include('Het attribuut pagesize kennen we niet. Misschien bedoel je page-size.');
  });

  it('E25: a feed inside the page around which an editor has put a paragraph is read', async () => {
    const gallery = await mount<CealEnterpriseGallery>(html`
      <ceal-enterprise-gallery>
        <p></p>
        <p>
          <script type="application/json">
            { "version": "1.0", "id": "a", "language": "nl", "enterprises": [{ "id": "a", "name": "Soep" }] }
          </script>
        </p>
        <p>
          <script type="application/json" data-ceal-labels>
            { "search": "Waar zoek je naar?" }
          </script>
        </p>
      </ceal-enterprise-gallery>
    `);
    await says(gallery, 'Soep');
    expect(textOf(gallery)).to.include('Waar zoek je naar?');
  });

  it('E25: a feed inside the page that an editor has put tags into is named as such', async () => {
    collectConsole();
    const gallery = await mount<CealEnterpriseGallery>(html`
      <ceal-enterprise-gallery
        debug
        lang="nl"
        .data=${'<br />\n{ &#8220;version&#8221;: &#8220;1.0&#8221; }<br />'}
      ></ceal-enterprise-gallery>
    `);
    await says(gallery, 'Regel 1: opmaak (<br />) die een editor in de JSON heeft gezet.');
  });
});

describe('bytes', () => {
  it('10a: that are no UTF-8 are read on a page too', async () => {
    const told = collectConsole();
    const bytes = Uint8Array.from(
      '{"version":"1.0","id":"a","enterprises":[{"id":"a","name":"Caf\u00e9 \u0080"}]}',
      (sign) => sign.charCodeAt(0),
    );
    const place = placeOf({});
    place.answer = () => new Response(bytes);
    const gallery = await mount<CealEnterpriseGallery>(
      html`<ceal-enterprise-gallery src=${place.address}></ceal-enterprise-gallery>`,
    );
    await says(gallery, 'Café €');
    await eventually(() => told.length > 0);
    expect(told[0]).to.include('1 value is shown as another');
  });
});
