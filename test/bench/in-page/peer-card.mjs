/** One card, the same fields and markup for every peer that brings none of its own. */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escaped = (text) => String(text).replace(/[&<>"']/g, (character) => ESCAPES[character]);

export const cardMarkup = (item) =>
  `<li class="card" data-id="${escaped(item.id)}"><article>${
    item.image
      ? `<img src="${escaped(item.image)}" alt="" width="120" height="90">`
      : '<span class="tile"></span>'
  }<h3><a href="#${escaped(item.id)}" class="name">${escaped(item.name)}</a></h3><p class="tagline">${escaped(
    item.tagline,
  )}</p><p class="description">${escaped(item.description)}</p><p class="meta"><span class="theme">${escaped(
    item.theme,
  )}</span> <span class="status">${escaped(item.status)}</span> <span class="edition">${escaped(
    item.edition,
  )}</span></p></article></li>`;

/** The text of an item that is searched. */
export const searched = (item) =>
  `${item.name}\n${item.tagline}\n${item.description}\n${item.theme}`.toLowerCase();

/** Finds the places of matching items; the text is made lower case at the first search. */
export function finder(items) {
  let texts;
  return (query) => {
    texts ??= items.map(searched);
    const wanted = query.toLowerCase();
    return texts.flatMap((text, index) => (text.includes(wanted) ? [index] : []));
  };
}
