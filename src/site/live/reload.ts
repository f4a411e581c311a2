/** Pages that load again when the site has changed: by a script that only the server of `--serve` puts into them. */

/** No file of a site is hidden: these addresses are the server's own. */
export const SCRIPT_PATH = '/.live/reload.js';
export const EVENTS_PATH = '/.live/events';

/** The page as it is served. It knows of which revision it is. */
export const withReload = (html: string, revision: string): string =>
  html.replace(
    '</title>',
    (end) => `${end}\n<script type="module" src="${SCRIPT_PATH}?${revision}"></script>`,
  );

/** Listens only while the page is in sight: a browser opens few connections to one server. */
export const RELOAD_SCRIPT = `const shown = new URL(import.meta.url).search.slice(1);
let events;
function follow() {
  events?.close();
  if (document.visibilityState === 'hidden') return;
  events = new EventSource('${EVENTS_PATH}');
  events.onmessage = ({ data }) => {
    if (data === shown) return;
    // Once: until the new page has come, the same may be said again.
    events.close();
    location.reload();
  };
}
document.addEventListener('visibilitychange', follow);
addEventListener('pagehide', () => events?.close());
follow();
`;
