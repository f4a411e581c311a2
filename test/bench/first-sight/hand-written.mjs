// The floor: the cards and the search that are timed in the page, and the feed, in one script.
import '../gallery/vanilla-page.mjs';
import { itemsOf } from '../in-page/items.mjs';

const field = document.getElementById('q');
fetch('/feed.json')
  .then((response) => response.json())
  .then((feed) => {
    window.Impl.init(document.getElementById('root'), itemsOf(feed));
    field.addEventListener('input', () => window.Impl.search(field.value));
  });
