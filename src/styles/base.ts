import { css } from 'lit';

/**
 * The ground every widget stands on. The host page reaches the element and what it inherits, so everything that matters
 * is set again one step further in, on `.root`.
 */
export const base = css`
  :host {
    display: block;
  }

  /* On paper a page may leave a widget out. */
  @media screen {
    :host {
      display: block !important;
    }
  }

  :host([hidden]) {
    display: none !important;
  }

  .root {
    container: ceal-widget / inline-size;
    font-size: max(var(--ceal-font-size, 1em), 14px);
    font-style: normal;
    font-variant: normal;
    font-feature-settings: normal;
    font-weight: 400;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: left;
    text-align-last: auto;
    text-emphasis: none;
    text-indent: 0;
    text-transform: none;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
    line-break: auto;
    overflow-wrap: break-word;
    hyphens: manual;
    quotes: auto;
    cursor: auto;
    caret-color: auto;
    -webkit-text-fill-color: currentcolor;
    -webkit-text-stroke: 0;
    min-block-size: var(--_held, 0);
  }

  .root:dir(rtl) {
    text-align: right;
  }

  /* Opaque where the page has its text transparent, for a background to show through the letters. Browsers of before
     relative colours leave it as it is. */
  .root {
    color: rgb(from currentcolor r g b / max(alpha, 1 - 9 * alpha));
  }

  .scheme-light {
    color-scheme: light;
  }

  .scheme-dark {
    color-scheme: dark;
  }

  /* Elements only: a rule for all pseudo-elements would have the browser look for them at each. */
  * {
    box-sizing: border-box;
  }

  /* Words of another direction than the page keep their own order; their edge stays the widget's. In a page from right to
     left WebKit shifts such words by as much as one padding is wider than the other. */
  p,
  li,
  dd,
  dt,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  button,
  label {
    unicode-bidi: plaintext;
    text-align: inherit;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: 0;
    font-size: 1.375em;
    font-weight: 600;
    line-height: 1.25;
    text-wrap: balance;
  }

  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  p {
    text-wrap: pretty;
  }

  .lines {
    white-space: pre-line;
  }

  [hidden=''] {
    display: none !important;
  }

  .visually-hidden,
  .leaving {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    -webkit-user-select: none;
    user-select: none;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 0.1875em solid var(--_focus-inner);
    outline-offset: 0.125em;
    box-shadow: 0 0 0 0.125em var(--_focus-outer);
    border-radius: 0.125em;
  }

  /* Focus that was moved there to be read on from, not to be pressed. */
  [tabindex='-1']:focus-visible {
    outline: 0.125em dotted currentColor;
    outline-offset: 0.25em;
    box-shadow: none;
  }

  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      transition-duration: 0s;
      animation-duration: 0s;
    }
  }

  /* Paper is white, also where the page is dark or sets dark looks, and says where a link leads. */
  @media print {
    .root {
      --_accent: #000;
      --_warning: #000;
      --_on-surface: #000;
      --_surface: #fff;
      background: #fff;
      color: #000;
      color-scheme: light;
    }

    h1,
    h2,
    h3,
    h4,
    h5,
    h6 {
      break-after: avoid;
    }

    .link[data-address]::after {
      content: ' (' attr(data-address) ')';
    }

    .link[href^='http']::after {
      content: ' (' attr(href) ')';
      unicode-bidi: isolate;
      direction: ltr;
      overflow-wrap: anywhere;
    }
  }
`;
