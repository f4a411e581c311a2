/** The style sheet of the pages of a site. */
export const SITE_STYLE = `:root {
  color-scheme: light dark;
  --ink: #1c1c1a;
  --paper: #fffefb;
  --quiet: #f1efe8;
  --line: #767670;
  --link: #0b5a8a;
  font-family: system-ui, sans-serif;
  line-height: 1.5;
}

@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f3f1ea;
    --paper: #1b1b19;
    --quiet: #2a2a27;
    --line: #92928b;
    --link: #8cc8f2;
  }
}

body {
  max-width: 46rem;
  margin: 0 auto;
  padding: 1rem;
  color: var(--ink);
  background: var(--paper);
  overflow-wrap: anywhere;
}

a {
  color: var(--link);
}

:focus-visible {
  outline: 3px solid var(--link);
  outline-offset: 2px;
}

header nav {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1.5rem;
}

header a,
main > nav a {
  display: inline-block;
  padding: 0.375rem 0;
}

header .language {
  margin-inline-start: auto;
}

h1 {
  font-size: clamp(1.6rem, 1.2rem + 2.5vw, 2.4rem);
  line-height: 1.2;
}

h1,
h2,
h3 {
  text-wrap: balance;
}

main > nav ul {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.5rem;
  padding: 0;
  list-style: none;
}

section {
  margin-block-start: 2.5rem;
  padding-block-start: 0.5rem;
  border-block-start: 1px solid var(--line);
}

.lead {
  font-size: 1.15em;
}

.lines {
  white-space: pre-line;
}

.example,
.state {
  padding: 0.5rem 0.75rem;
  background: var(--quiet);
}

figure {
  margin: 1.5rem 0;
}

img {
  max-width: 100%;
  height: auto;
}

figcaption,
footer {
  font-size: 0.9em;
}

dl > div {
  display: grid;
  grid-template-columns: minmax(7rem, 1fr) 3fr;
  gap: 0 1rem;
  padding-block: 0.375rem;
  border-block-end: 1px solid var(--quiet);
}

dt {
  font-weight: 600;
}

dd {
  margin: 0;
}

summary {
  padding: 0.375rem 0;
  cursor: pointer;
}

pre {
  padding: 0.75rem;
  overflow: auto;
  background: var(--quiet);
  overflow-wrap: normal;
}

pre code {
  user-select: all;
}

footer {
  margin-block-start: 3rem;
  border-block-start: 1px solid var(--line);
}

@media (max-width: 26rem) {
  dl > div {
    grid-template-columns: 1fr;
  }
}

@media print {
  header,
  main > nav {
    display: none;
  }
}
`;
