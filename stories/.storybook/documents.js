/** The pages of `dist/docs`, with links that hold in Storybook: a page is shown under its first heading, in "Docs". */
const PAGES = Object.fromEntries(
  Object.entries(
    import.meta.glob('../../dist/docs/*.md', { query: '?raw', import: 'default', eager: true }),
  ).map(([path, text]) => [path.split('/').at(-1), text]),
);

/** The first heading of a page, without the signs around the name of an element. */
const titleOf = (text) => /^# (.+)$/m.exec(text)[1].replace(/[`<>]/g, '');

const addressOf = (text) =>
  `?path=/docs/docs-${titleOf(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')}--docs`;

/** A link, but for those to the web and to a heading of the same page; a picture is none. */
const LINK = /(?<!!)\[((?:`[^`\n]*`|[^\]`])*)\]\((?!https?:|mailto:|#)([^)\s#]+)(#[^)\s]+)?\)/g;

/**
 * The text of a page. What lies beside the pages is not in Storybook: of a link to it the words stay.
 * @param {string} name As in `dist/docs`: `embed.md`.
 * @returns {string} Markdown
 */
export const documentOf = (name) =>
  PAGES[name].replace(LINK, (_, words, target, heading = '') =>
    target in PAGES ? `[${words}](${addressOf(PAGES[target])}${heading})` : words,
  );
