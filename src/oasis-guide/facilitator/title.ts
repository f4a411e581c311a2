import { html, type TemplateResult } from 'lit';
import { feedText } from '../../element/views/text.js';
import { plainText } from '../../i18n/text.js';
import type { OasisActivity } from '../../feed/sections/oasis.js';
import { sayPlace, stepTitle } from '../step.js';
import type { Look } from './look.js';
import type { Place, Screen } from './screens.js';

type Speaking = Pick<Look, 't' | 'localeContext' | 'guide'>;

/** The heading of a screen: the step it belongs to, and what it is for. */
export function screenTitle(look: Look): TemplateResult {
  const { step, screen, t, localeContext, guide } = look;
  if (screen.kind === 'start') return stepTitle(step, look);
  return html`<span class="place"
      >${sayPlace(step, guide, t)}, ${feedText(step.name, localeContext, t.language)}<span
        class="visually-hidden"
        >:
      </span></span
    ><span class="name">${screenName(screen, look)}</span>`;
}

/** What a screen within its step is called, but for the one that the step begins with. */
export function screenName(
  screen: Exclude<Screen, { kind: 'start' }>,
  { t, localeContext }: Speaking,
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

/** What a place is called in a button that goes there. */
export function placeName({ step, screen }: Place, speaking: Speaking): unknown {
  if (screen.kind !== 'start') return screenName(screen, speaking);
  const { t, localeContext, guide } = speaking;
  return html`${sayPlace(step, guide, t)}: ${feedText(step.name, localeContext, t.language)}`;
}

export function activityName({ title }: OasisActivity, { localeContext }: Speaking): string {
  return plainText(title, localeContext);
}
