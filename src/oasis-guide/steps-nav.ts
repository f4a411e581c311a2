import { html, nothing, svg, type TemplateResult } from 'lit';
import { isPlainClick } from '../element/plain-click.js';
import { rowsOf } from '../element/views/keyed-rows.js';
import { feedText, voiceText } from '../element/views/text.js';
import { type LocaleContext, plainText } from '../i18n/text.js';
import { fitsCircle, arcTo, pointsOnCircle } from './circle.js';
import type { Guide, GuideStep } from './guide.js';
import type { StepView } from './step.js';

/** Everything that the list of steps is rendered from. */
export interface StepsView extends Pick<StepView, 'guide' | 't' | 'localeContext'> {
  /** The step that is shown; `undefined` where all of them are. */
  readonly current: GuideStep | undefined;
  /** True if they stand around a circle where there is room. */
  readonly isRound: boolean;
  /** The drawing of the current step, for the centre of the circle. */
  readonly picture: TemplateResult | typeof nothing;
  readonly hrefTo: (id: string) => string;
  readonly onGo: (step: GuideStep) => void;
  /** The heading of the guide: a page may have several. */
  readonly title: string;
}

/** Radius of the ring, in units of its `viewBox`. */
const RING_RADIUS = 50;

/**
 * The steps as an ordered list of links. In a wide widget the same list stands around a drawn circle, so that there is
 * one thing to see, to press and to read out.
 */
export function stepsNav(view: StepsView): TemplateResult {
  const { guide, t, isRound } = view;
  return html`
    <nav class="steps ${isRound ? 'round' : ''}" part="steps" aria-label=${`${t('steps')}: ${view.title}`}>
      ${isRound ? ring(view) : nothing}
      <ol class="steps-list" part="steps-list" role="list">
        ${rowsOf(
          guide.steps,
          ({ id }) => id,
          (step) => item(step, view),
        )}
      </ol>
    </nav>
  `;
}

/** @returns true if the names of the steps fit around a circle */
export function hasCircle({ steps }: Guide, localeContext: LocaleContext): boolean {
  return fitsCircle(steps.map(({ name }) => plainText(name, localeContext)));
}

/** Positions every step on the circle. Called after rendering, as a strict content policy allows no style in markup. */
export function positionOnCircle(root: ParentNode): void {
  const items = root.querySelectorAll<HTMLElement>('.round .steps-item');
  pointsOnCircle(items.length).forEach(({ x, y }, index) => {
    items[index]!.style.setProperty('--_x', String(x));
    items[index]!.style.setProperty('--_y', String(y));
  });
}

function item(step: GuideStep, { current, t, localeContext, hrefTo, onGo }: StepsView): TemplateResult {
  const onClick = (event: MouseEvent) => {
    if (!isPlainClick(event)) return;
    event.preventDefault();
    onGo(step);
  };
  return html`
    <li class="steps-item">
      <a
        class="steps-link"
        part="step-link"
        href=${hrefTo(step.id)}
        aria-current=${step === current ? 'step' : nothing}
        @click=${onClick}
        ><span class="disc" aria-hidden="true">${step.place}</span
        ><span class="steps-name"
          >${voiceText(`${step.place} `)}${feedText(step.name, localeContext, t.language)}</span
        ></a
      >
    </li>
  `;
}

/** The ring behind the steps, drawn stronger up to the current one, around its drawing or number, or the number of steps. */
function ring({ guide: { steps, places }, current, picture, t }: StepsView): TemplateResult {
  const done = arcTo(current ? steps.indexOf(current) : 0, steps.length, RING_RADIUS);
  return html`
    <div class="ring" aria-hidden="true">
      <svg viewBox="-51 -51 102 102">
        ${svg`<circle class="way" r=${RING_RADIUS}></circle><path class="way gone" d=${done}></path>`}
      </svg>
      ${
        picture === nothing
          ? html`<p>
              <span class="centre-number">${current?.place ?? places}</span>
              ${current ? nothing : t('steps')}
            </p>`
          : picture
      }
    </div>
  `;
}
