import Shuffle from 'shufflejs';
import { cardMarkup, finder } from '../in-page/peer-card.mjs';

let shuffle, find;
window.Impl = {
  init(root, items) {
    root.innerHTML = `<ul class="abs">${items.map(cardMarkup).join('')}</ul>`;
    [...root.firstChild.children].forEach((node, index) => (node.index = index));
    find = finder(items);
    shuffle = new Shuffle(root.firstChild, { itemSelector: '.card', speed: 0, throttleTime: 0 });
  },
  search(query) {
    const found = new Set(find(query));
    shuffle.filter((element) => found.has(element.index));
  },
  count: () => shuffle.visibleItems,
};
