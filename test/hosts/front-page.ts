/** The front page of the site: the list of partner pages. */
import type { PartnerPage } from './pages.js';

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const entry = ({ path, title, shows, policy }: PartnerPage) => `
        <li>
          <h2><a href="${path}">${escape(title)}</a></h2>
          <p>${escape(shows)}</p>
          ${policy ? `<p class="policy"><span>Content-Security-Policy</span> <code>${escape(policy)}</code></p>` : ''}
        </li>`;

export const frontPage = (pages: readonly PartnerPage[]) => `<!doctype html>
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
