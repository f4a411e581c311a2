import { html, type TemplateResult } from 'lit';
import { feedText } from '../../element/views/text.js';
import { plainText } from '../../i18n/text.js';
import type { OasisActivity } from '../../feed/sections/oasis.js';
import { sayPlace, stepTitle } from '../step.js';
import type { Look } from './look.js';
import type { Place, Screen } from './screens.js';

type Speaking = Pick<Look, 'say' | 'reader' | 'guide'>;

/** The heading of a screen: the step it belongs to, and what it is for. */
export function screenTitle(look: Look): TemplateResult {
  const { step, screen, say, reader, guide } = look;
  if (screen.kind === 'start') return stepTitle(step, look);
  return html`<span class="place"
      >${sayPlace(step, guide, say)}, ${feedText(step.name, reader, say.language)}<span
        class="visually-hidden"
        >:
      </span></span
    ><span class="name">${screenName(screen, look)}</span>`;
}

/** What a screen within its step is called, but for the one that the step begins with. */
export function screenName(screen: Exclude<Screen, { kind: 'start' }>, { say, reader }: Speaking): unknown {
  switch (screen.kind) {
    case 'materials':
      return say('checklist');
    case 'activity':
      return html`${screen.activity.or ? `${say('or')}: ` : ''}${feedText(screen.activity.title, reader, say.language)}`;
    case 'talk':
      return say('talk');
    case 'note':
      return say('notes');
  }
}

/** What a place is called in a button that goes there. */
export function placeName({ step, screen }: Place, speaking: Speaking): unknown {
  if (screen.kind !== 'start') return screenName(screen, speaking);
  const { say, reader, guide } = speaking;
  return html`${sayPlace(step, guide, say)}: ${feedText(step.name, reader, say.language)}`;
}

export function activityName({ title }: OasisActivity, { reader }: Speaking): string {
  return plainText(title, reader);
}
