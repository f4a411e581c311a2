/** The markup to paste on a page for a story, with the address of one's own feed, after the script. */
const PLACE = 'https://YOUR-SITE/ceal-widgets/';
const SCRIPT = `<script type="module" src="${PLACE}ceal-widgets.js"></script>`;
const MAX_LINE_LENGTH = 80;

export function snippet(markup) {
  const own = markup
    .replace(/\b((?:data-)?src)="feeds\/[\w-]+\.json"/g, `$1="${PLACE}feed.json"`)
    // An attribute that is on needs no value; a list that is empty does.
    .replace(/(?<!\bfacets)=""/g, '')
    .replace(/<ceal-[^>]+>/g, (tag) => (tag.length > MAX_LINE_LENGTH ? broken(tag) : tag))
    .trim();
  return /<ceal-|data-ceal-widget/.test(own) ? `${SCRIPT}\n\n${own}` : own;
}

/** A tag with a line for each attribute. */
const broken = (tag) => `${tag.slice(0, -1).replace(/\s+([\w-]+(="[^"]*")?)/g, '\n  $1')}\n>`;
