import { html, type TemplateResult } from 'lit';
import { times } from '../lists.js';

/** The number of steps that the method has today; a feed may have more or fewer. */
const SKELETON_STEPS = 7;

const bars = (...kinds: readonly string[]) => kinds.map((kind) => html`<span class="bar ${kind}"></span>`);

/** The shape of the guide while the feed is on its way. It fills a window, so that nothing in sight below it moves. */
export function skeleton(): TemplateResult {
  return html`
    <div class="guide single empty-guide">
      <div class="introduction">${bars('', '', 'short')}</div>
      <p class="tools"></p>
      <div class="stage">
        <div class="pages">
          <div class="step">${bars('short', 'tall', '', '', 'short', '', '', 'short')}</div>
        </div>
        <div class="steps round">
          <div class="ring"></div>
          <div class="steps-list">
            ${times(SKELETON_STEPS, () => html`<div class="steps-item"><span class="disc"></span></div>`)}
          </div>
        </div>
      </div>
    </div>
  `;
}
