/** The list of partner pages, for whoever opens the server's own address. */

const escape = (text) => text.replace(/[&<>"]/g, (it) => `&#${it.charCodeAt(0)};`);

const entry = ({ path, title, shows, policy }) => `
        <li>
          <h2><a href="${path}">${escape(title)}</a></h2>
          <p>${escape(shows)}</p>
          ${policy ? `<p class="policy"><span>Content-Security-Policy</span> <code>${escape(policy)}</code></p>` : ''}
        </li>`;

/** @param {readonly import('./pages.js').PartnerPage[]} pages */
export const frontPage = (pages) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Partner pages – CEAL Widgets</title>
    <link rel="icon" href="/icon.svg">
    <link rel="stylesheet" href="/front-page.css">
  </head>
  <body>
    <header>
      <p class="name"><img src="/icon.svg" alt="" width="32" height="32"> CEAL Widgets</p>
      <h1>Partner pages</h1>
      <p class="lead">The built widgets on sites of very different make. None of these organisations exists; what the pages
      tell about Overvecht is true.</p>
    </header>
    <main>
      <ul role="list">${pages.map(entry).join('')}
      </ul>
    </main>
  </body>
</html>
`;
