// With a local client over the same array: no service is asked.
import instantsearch from 'instantsearch.js';
import { configure, hits } from 'instantsearch.js/es/widgets';
import { finder } from '../in-page/peer-card.mjs';

let search, root;
const rendered = () => new Promise((resolve) => search.once('render', resolve));
window.Impl = {
  async init(at, items) {
    root = at;
    const find = finder(items);
    items.forEach((item) => (item.objectID = item.id));
    const answer = ({ params = {} }) => {
      const found = params.query ? find(params.query).map((index) => items[index]) : items;
      return {
        hits: found.slice(0, 24).map((item) => ({ ...item })),
        nbHits: found.length,
        page: 0,
        nbPages: Math.ceil(found.length / 24),
        hitsPerPage: 24,
        query: params.query ?? '',
        params: '',
        exhaustiveNbHits: true,
        processingTimeMS: 1,
      };
    };
    search = instantsearch({
      indexName: 'bench',
      searchClient: { search: (requests) => Promise.resolve({ results: requests.map(answer) }) },
      insights: false,
      future: { preserveSharedStateOnUnmount: true },
    });
    const item = (hit, { html }) =>
      html`<article>
        ${hit.image ? html`<img src="${hit.image}" alt="" width="120" height="90" />` : html`<span class="tile"></span>`}
        <h3><a class="name" href="#${hit.id}">${hit.name}</a></h3>
        <p class="tagline">${hit.tagline}</p>
        <p class="description">${hit.description}</p>
        <p class="meta">
          <span class="theme">${hit.theme}</span> <span class="status">${hit.status}</span>
          <span class="edition">${hit.edition}</span>
        </p>
      </article>`;
    search.addWidgets([
      configure({ hitsPerPage: 24 }),
      hits({ container: root, cssClasses: { list: 'grid', item: 'card' }, templates: { item } }),
    ]);
    search.start();
    do await rendered();
    while (!root.querySelector('li'));
  },
  async search(query) {
    const next = rendered();
    search.helper.setQuery(query).search();
    await next;
    if (search.helper.lastResults?.query !== query) await rendered();
  },
  count: () => root.querySelectorAll('li').length,
  paged: true,
};
