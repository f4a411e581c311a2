import { html, type TemplateResult } from 'lit';

/** As many as the method has today; what comes may have more or fewer. */
const STEPS = 7;

const bars = (...kinds: readonly string[]) => kinds.map((kind) => html`<span class="bar ${kind}"></span>`);

/** The shape of the guide before there is one. It fills a window, so that what comes below stays out of sight. */
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
            ${Array.from({ length: STEPS }, () => html`<div class="steps-item"><span class="disc"></span></div>`)}
          </div>
        </div>
      </div>
    </div>
  `;
}
