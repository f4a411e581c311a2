import { css, html, LitElement, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { tokens } from '../../src/styles/tokens.js';

interface Pair {
  readonly name: string;
  /** Class of the swatch below. */
  readonly swatch: string;
  /** Contrast that WCAG asks of it. */
  readonly least: 3 | 4.5;
}

const PAIRS: readonly Pair[] = [
  { name: 'Links and marks on the page', swatch: 'accent', least: 4.5 },
  { name: 'Links and marks on a surface', swatch: 'accent-on-surface', least: 4.5 },
  { name: 'Text on the main button', swatch: 'action', least: 4.5 },
  { name: 'Warnings on the page', swatch: 'warning', least: 4.5 },
  { name: 'Warnings on a surface', swatch: 'warning-on-surface', least: 4.5 },
  { name: 'Text on a surface', swatch: 'surface', least: 4.5 },
  { name: 'Text on a quiet surface', swatch: 'quiet', least: 4.5 },
  { name: 'Borders of controls', swatch: 'border', least: 3 },
  { name: 'Focus ring, one tone on the other', swatch: 'focus', least: 3 },
];

type Rgb = readonly [number, number, number];

/** The default colours of the widgets, with the contrast that this browser gives them. */
export class ContrastTable extends LitElement {
  static override styles = [
    tokens,
    css`
      .root {
        display: block;
        color: #1d2321;
        background: #fff;
        color-scheme: light;
        padding: 1.5em;
      }
      .root.dark {
        color: #edf2ef;
        background: #161a18;
        color-scheme: dark;
      }
      table {
        border-collapse: collapse;
        inline-size: 100%;
        max-inline-size: 48em;
      }
      caption {
        padding-block-end: 0.5em;
        font-size: 1.125em;
        font-weight: 600;
        text-align: start;
      }
      th,
      td {
        padding: 0.5em 1em 0.5em 0;
        border-block-end: 1px solid var(--_line);
        text-align: start;
        font-weight: inherit;
        vertical-align: middle;
      }
      thead th {
        font-size: 0.875em;
        font-weight: 600;
      }
      td:nth-child(n + 3) {
        font-variant-numeric: tabular-nums;
      }
      .swatch {
        display: inline-block;
        padding: 0.375em 1em;
        border-radius: 0.375em;
      }
      .accent {
        color: var(--_accent);
      }
      .accent-on-surface {
        color: var(--_accent);
        background: var(--_surface);
      }
      .action {
        color: var(--_on-action);
        background: var(--_action);
      }
      .warning {
        color: var(--_warning);
      }
      .warning-on-surface {
        color: var(--_warning);
        background: var(--_surface);
      }
      .surface {
        color: var(--_on-surface);
        background: var(--_surface);
      }
      .quiet {
        background: var(--_quiet);
      }
      .border {
        color: var(--_control-border);
        background: var(--_surface);
        box-shadow: inset 0 0 0 2px;
      }
      .focus {
        color: var(--_focus-inner);
        background: var(--_focus-outer);
        box-shadow: inset 0 0 0 2px;
      }
      /* The colour is what is shown; words in it would have to be read at 3:1. */
      .border span,
      .focus span {
        visibility: hidden;
      }
    `,
  ];

  @property({ type: Boolean }) dark = false;
  /** Contrast by swatch, once the colours can be measured. */
  @state() private measured: Readonly<Record<string, number>> = {};

  protected override firstUpdated(_changed: PropertyValues): void {
    const page = getComputedStyle(this.renderRoot.querySelector('.root')!).backgroundColor;
    this.measured = Object.fromEntries(
      PAIRS.map(({ swatch }) => {
        const { color, backgroundColor } = getComputedStyle(this.renderRoot.querySelector(`.${swatch}`)!);
        return [swatch, contrast(painted([page, backgroundColor, color]), painted([page, backgroundColor]))];
      }),
    );
  }

  protected override render() {
    return html`
      <div class="root ${this.dark ? 'dark' : ''}">
        <table>
          <caption>
            ${this.dark ? 'Dark' : 'Light'}
          </caption>
          <thead>
            <tr>
              <th scope="col">Colour</th>
              <th scope="col">As it looks</th>
              <th scope="col">Asked</th>
              <th scope="col">Measured</th>
            </tr>
          </thead>
          <tbody>
            ${PAIRS.map((pair) => this.#renderPair(pair))}
          </tbody>
        </table>
      </div>
    `;
  }

  #renderPair({ name, swatch, least }: Pair) {
    const ratio = this.measured[swatch];
    return html`
      <tr data-least=${least} data-measured=${ratio ?? ''}>
        <th scope="row">${name}</th>
        <td>
          <span class="swatch ${swatch}"><span>Overvecht</span></span>
        </td>
        <td>${least} : 1</td>
        <td>${ratio === undefined ? '' : `${ratio.toFixed(1)} : 1${ratio < least ? ' – too low' : ''}`}</td>
      </tr>
    `;
  }
}

if (!customElements.get('story-contrast-table')) customElements.define('story-contrast-table', ContrastTable);

/** The colour that results when colours, opaque or not, are laid over each other. */
function painted(colours: readonly string[]): Rgb {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  for (const colour of colours) {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: Rgb, other: Rgb): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
