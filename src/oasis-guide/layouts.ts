import { html, nothing, type TemplateResult } from 'lit';
import { colophon, facilitatorMissing, introduction, stepPager, tools } from './frame.js';
import type { GuideStep } from './guide.js';
import { stepArticle, type StepView } from './step.js';

/** Everything that the guide to read needs besides its steps. */
export interface ReadingOptions {
  readonly current: GuideStep;
  /** True to show all steps, not only the current one. */
  readonly isWhole: boolean;
  /** The steps to go to. */
  readonly nav: TemplateResult;
  /** The other layout that the visitor may choose, if the page leaves that open. */
  readonly otherLayout: 'showAll' | 'showOne' | undefined;
  readonly onToggleLayout: () => void;
  readonly onGo: (step: GuideStep) => void;
  /** Loads the facilitator's part again, where that failed. */
  readonly onRetry: (() => void) | undefined;
}

/** The guide to read: one step at a time, or all of them. */
export function readingLayout(view: StepView, options: ReadingOptions): TemplateResult {
  const { guide, t } = view;
  const { current, isWhole, nav, otherLayout, onToggleLayout, onGo, onRetry } = options;
  return html`
    <div class="guide ${isWhole ? 'whole' : 'single'}">
      ${onRetry ? facilitatorMissing(t, onRetry) : nothing} ${introduction(view)}
      ${tools(t, otherLayout, onToggleLayout)}
      <div class="stage">
        ${isWhole ? nav : nothing}
        <div class="pages">
          ${isWhole ? guide.steps.map((step) => stepArticle(step, view)) : stepArticle(current, view)}
          ${isWhole ? nothing : stepPager(current, view, onGo)}
        </div>
        ${isWhole ? nothing : nav}
      </div>
      ${colophon(view)}
    </div>
  `;
}

/** The guide on paper: all steps, nothing to press. */
export function paperLayout(view: StepView, printAs: 'worksheet' | 'overview'): TemplateResult {
  return html`
    <div class="guide paper ${printAs}">
      ${introduction(view)} ${colophon(view, { isOpen: true })}
      <div class="stage">${view.guide.steps.map((step) => stepArticle(step, view))}</div>
    </div>
  `;
}
