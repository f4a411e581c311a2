// The floor: an ordered list with every event, what a timeline is without script.
import { escaped } from '../in-page/peer-card.mjs';

window.Impl = {
  init(root, events) {
    const day = new Intl.DateTimeFormat('nl', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' });
    root.innerHTML = `<ol class="events">${events
      .map(
        (event) =>
          `<li><time datetime="${event.start}">${day.format(new Date(event.start))}</time><h3>${escaped(
            event.title,
          )}</h3><p>${escaped(event.text)}</p></li>`,
      )
      .join('')}</ol>`;
  },
  count: () => document.querySelectorAll('.events li').length,
};
