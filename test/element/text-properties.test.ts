/** Text in properties, as React and Vue write attributes: they set the property of that name, to text or to nothing. */
import { expect, fixture, html } from '@open-wc/testing';
import type { CealEnterpriseGallery } from '../../src/enterprise-gallery/define.js';
import '../../src/enterprise-gallery/define.js';
import type { CealFeed } from '../../src/ceal-feed/define.js';
import '../../src/ceal-feed/define.js';

/** As a framework sees an element: any property, any value. */
type Loose<T> = T & Record<string, unknown>;

describe('text in a property', () => {
  const gallery = () =>
    fixture<Loose<CealEnterpriseGallery>>(html`<ceal-enterprise-gallery></ceal-enterprise-gallery>`);

  it('is read as the attribute would be', async () => {
    const element = await gallery();
    Object.assign(element, {
      facets: ' theme, status ',
      search: 'false',
      pageSize: '12',
      deepLink: '',
      sort: 'NAME',
      images: 'never',
      labels: '{ "heading": "Proef" }',
    });
    await element.updateComplete;
    expect(element.facets).to.deep.equal(['theme', 'status']);
    expect(element.search).to.equal(false);
    expect(element.pageSize).to.equal(12);
    expect(element.deepLink).to.equal(true);
    expect(element.sort).to.equal('name');
    expect(element.images).to.equal('all');
    expect(element.shadowRoot?.querySelector('h2')?.textContent).to.equal('Proef');
  });

  it('that is taken away leaves what there was without it', async () => {
    const element = await gallery();
    for (const nothing of [undefined, null]) {
      Object.assign(element, { facets: 'theme', search: 'false', pageSize: 3, sort: 'name', src: 'x.json' });
      Object.assign(element, {
        facets: nothing,
        search: nothing,
        pageSize: nothing,
        sort: nothing,
        src: nothing,
      });
      expect(element.facets).to.deep.equal(['theme', 'status', 'edition', 'neighbourhood']);
      expect(element.search).to.equal(true);
      expect(element.pageSize).to.equal(24);
      expect(element.sort).to.equal('feed');
      expect(element.src).to.equal(undefined);
    }
  });

  it('is read by <ceal-feed> too', async () => {
    const feed = await fixture<Loose<CealFeed>>(html`<ceal-feed></ceal-feed>`);
    Object.assign(feed, { refreshEvery: '60', cache: 'session ' });
    expect(feed.refreshEvery).to.equal(60);
    expect(feed.cache).to.equal('session');
  });

  it('and objects and lists stay what they are', async () => {
    const element = await gallery();
    const data = { version: '1.0', id: 'proef' };
    const facets = ['status'];
    Object.assign(element, { data, facets });
    expect(element.data).to.equal(data);
    expect(element.facets).to.equal(facets);
  });
});
