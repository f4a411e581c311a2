import { html, type TemplateResult } from 'lit';
import { feedText } from '../../element/views/text.js';
import { plainText } from '../../i18n/text.js';
import type { OasisActivity } from '../../feed/sections/oasis.js';
import { stepPlaceText, stepTitle, titleLines } from '../step.js';
import type { FacilitatorView } from './facilitator-view.js';
import type { StepScreen, Screen } from './screens.js';

type TextContext = Pick<FacilitatorView, 't' | 'localeContext' | 'guide'>;

/** The heading of a screen: its step, and its own name. */
export function screenTitle(view: FacilitatorView): TemplateResult {
  const { step, screen, t, localeContext, guide } = view;
  if (screen.kind === 'start') return stepTitle(step, view);
  const place = [`${stepPlaceText(step, guide, t)}, `, feedText(step.name, localeContext, t.language)];
  return titleLines(place, screenName(screen, view));
}

/** The name of a screen within its step. The start has none but that of the step. */
export function screenName(
  screen: Exclude<Screen, { kind: 'start' }>,
  { t, localeContext }: TextContext,
): unknown {
  switch (screen.kind) {
    case 'materials':
      return t('checklist');
    case 'activity':
      return html`${screen.activity.alternative ? `${t('or')}: ` : ''}${feedText(screen.activity.title, localeContext, t.language)}`;
    case 'talk':
      return t('talk');
    case 'note':
      return t('notes');
  }
}

/** The text of a button that leads to a screen; that of another step begins with the step. */
export function linkText({ step, screen }: StepScreen, context: TextContext): unknown {
  if (screen.kind !== 'start') return screenName(screen, context);
  const { t, localeContext, guide } = context;
  return [`${stepPlaceText(step, guide, t)}: `, feedText(step.name, localeContext, t.language)];
}

export function activityName({ title }: OasisActivity, { localeContext }: TextContext): string {
  return plainText(title, localeContext);
}
