// The floor, written by hand: template clones of the visible page, nodes kept. Cards only, nothing else.
import { finder } from '../in-page/peer-card.mjs';

const PAGE = 24;
const made = new Map();
let items, list, find, template;
let last = '';

function card(index) {
  const item = items[index];
  const node = template.content.firstChild.cloneNode(true);
  const [tile, heading, tagline, description, meta] = node.firstChild.children;
  node.dataset.id = item.id;
  if (item.image) tile.firstChild.src = item.image;
  else tile.replaceChildren();
  heading.firstChild.href = `#${item.id}`;
  heading.firstChild.textContent = item.name;
  tagline.textContent = item.tagline;
  description.textContent = item.description;
  [item.theme, item.status, item.edition].forEach((text, at) => (meta.children[at].textContent = text));
  made.set(index, node);
  return node;
}

function show(indexes) {
  const first = indexes.slice(0, PAGE);
  const key = first.join();
  if (key === last) return;
  last = key;
  list.replaceChildren(...first.map((index) => made.get(index) ?? card(index)));
}

window.Impl = {
  init(root, all) {
    items = all;
    find = finder(items);
    template = document.createElement('template');
    template.innerHTML =
      '<li class="card"><article><span class="tile"><img alt="" width="120" height="90"></span><h3><a class="name"></a></h3><p class="tagline"></p><p class="description"></p><p class="meta"><span class="theme"></span> <span class="status"></span> <span class="edition"></span></p></article></li>';
    list = document.createElement('ul');
    list.className = 'grid';
    root.append(list);
    show([...items.keys()].slice(0, PAGE));
  },
  search: (query) => show(find(query)),
  count: () => list.childElementCount,
  paged: true,
};
