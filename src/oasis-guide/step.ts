import { html, nothing, type TemplateResult } from 'lit';
import { bareHeading, heading } from '../element/views/heading.js';
import { rowsOf } from '../element/views/keyed-rows.js';
import { externalLink } from '../element/views/link.js';
import { languageOf } from '../i18n/locale.js';
import { pictureAllowed, type PicturePolicy } from '../element/views/picture.js';
import { feedParagraphs, feedText, voiceText } from '../element/views/text.js';
import { type Text, type LocaleContext, plainText } from '../i18n/text.js';
import type { OasisActivity } from '../feed/sections/oasis.js';
import { otherNames, type Guide, type GuideStep, type OtherName } from './guide.js';
import { groupRangeOf, type Hint } from './hints.js';
import type { OasisTranslator } from './locales/index.js';
import type * as paperPart from './paper.js';

type Paper = typeof paperPart;

/** Everything that all steps of one rendering share. */
export interface StepView {
  readonly guide: Guide;
  readonly t: OasisTranslator;
  readonly localeContext: LocaleContext;
  readonly policy: PicturePolicy;
  /** Addresses of pictures that could not be loaded. */
  readonly missing: ReadonlySet<string>;
  readonly headingLevel: number;
  /** Words of the button that prints: they name what comes on paper. */
  readonly printTerm: 'print' | 'printOverview';
  /** The part for paper, while the guide is printed and if it is loaded. */
  readonly paper: Paper | undefined;
  /** What a facilitator ticked, timed and wrote down, while the guide is printed. */
  readonly written?: Written | undefined;
}

/** Everything that a facilitator ticked, timed and wrote down, for paper. */
export interface Written {
  /** The mark of something that was ticked, and the time that it took. */
  readonly mark: (stepId: string, list: 'materials' | 'activities', id: string) => unknown;
  /** The note of a step, empty where there is none. */
  readonly noteOf: (stepId: string) => string;
  /** The size of the group, and the notes of steps that the feed no longer has. */
  readonly others: TemplateResult;
}

/** One step to read. Sections that the feed has nothing for are left out. */
export function stepArticle(step: GuideStep, view: StepView): TemplateResult {
  const { t, localeContext, headingLevel, paper, written } = view;
  const text = (value: Text) => feedText(value, localeContext, t.language);
  return html`
    <article class="step" part="step" aria-labelledby=${`step-${step.id}`}>
      <header class="step-head">
        ${heading(headingLevel, stepTitle(step, view), 'step-heading', `step-${step.id}`)}
        ${names(otherNames(step, localeContext), t)} ${stepPicture(step, view, 'stamp')}
      </header>
      ${step.summary ? html`<div class="lead">${feedParagraphs(step.summary, localeContext, t.language)}</div>` : nothing}
      ${facts(step, view)}
      ${stepSection(
        'activities',
        step.activities.map((activity) => activityItem(activity, step, view)),
        view,
        step.activities,
      )}
      ${stepSection(
        'materials',
        step.materials.map(({ id, label }) => [text(label), written?.mark(step.id, 'materials', id)]),
        view,
        step.materials,
      )}
      ${stepSection(
        'questions',
        step.questions.map(
          (question) => html`${text(question)}${paper?.roomToWrite(step.questions.length > 3 ? 1 : 2)}`,
        ),
        view,
      )}
      ${stepSection('tips', step.tips.map(text), view)}
      ${stepSection(
        'links',
        step.links.map(({ url, label }) => externalLink(url, label ? text(label) : t('website'), t)),
        view,
        step.links.map(({ url }) => ({ id: url })),
      )}
      ${paper?.notes(t, headingLevel + 1, written?.noteOf(step.id))}
    </article>
  `;
}

/** A section of a step with its heading and a list, nothing without any. `keys`: of items that hold more than text. */
export function stepSection(
  term: 'activities' | 'materials' | 'questions' | 'tips' | 'links',
  items: readonly unknown[],
  { t, headingLevel }: Pick<StepView, 't' | 'headingLevel'>,
  keys: readonly { readonly id: string }[] = [],
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`
    <section class=${term} part=${term}>
      ${bareHeading(headingLevel + 1, t(term))}
      <ul role="list">
        ${rowsOf(
          items.map((item, index) => ({ item, key: keys[index]?.id ?? '' })),
          ({ key }) => key,
          ({ item }) => html`<li>${item}</li>`,
        )}
      </ul>
    </section>
  `;
}

/** The heading of a step: its place and its name. */
export function stepTitle(
  step: GuideStep,
  { t, localeContext, guide }: Pick<StepView, 't' | 'localeContext' | 'guide'>,
): TemplateResult {
  return titleLines(stepPlaceText(step, guide, t), feedText(step.name, localeContext, t.language));
}

/** A heading in two lines to see and one to hear: readers that go by lines would stop at each. */
export function titleLines(place: unknown, name: unknown): TemplateResult {
  return html`<span class="place" aria-hidden="true">${place}</span
    ><span class="name">${voiceText([place, ': '])}${name}</span>`;
}

export function stepPlaceText(step: GuideStep, { places }: Guide, t: OasisTranslator): string {
  return t(step.isAlternative ? 'insteadOf' : 'stepOf', { at: step.place, n: places });
}

/** The names of a step in other languages. */
export function names(others: readonly OtherName[], t: OasisTranslator): TemplateResult | typeof nothing {
  if (others.length === 0) return nothing;
  const languages = new Intl.DisplayNames([t.language], { type: 'language', fallback: 'code' });
  return html`
    <p class="other-names" part="other-names">
      ${others.map(
        ({ text, language }, index) =>
          html`${index > 0 ? ', ' : ''}<span lang=${language} dir="auto">${text}</span>
            ${`(${languages.of(languageOf(language))})`}`,
      )}
    </p>
  `;
}

/** The aim of a step, its length and its group. */
export function facts(
  { aim, duration, groupSize }: GuideStep,
  { t, localeContext }: StepView,
): TemplateResult | typeof nothing {
  const rows = (
    [
      ['aim', aim],
      ['duration', duration],
      ['groupSize', groupSize],
    ] as const
  ).filter(([, value]) => value !== undefined);
  if (rows.length === 0) return nothing;
  return html`
    <dl class="facts" part="facts">
      ${rows.map(
        ([term, value]) =>
          html`<div>
            <dt>${t(term)}</dt>
            <dd>${feedText(value, localeContext, t.language)}</dd>
          </div>`,
      )}
    </dl>
  `;
}

function activityItem(
  activity: OasisActivity,
  step: GuideStep,
  { t, localeContext, written }: StepView,
): TemplateResult {
  const title = feedText(activity.title, localeContext, t.language);
  return html`
    <p class="activity-title">
      ${activity.alternative ? html`<span class="or">${`${t('or')}:`}</span>` : nothing}
      ${title}${activity.minutes ? html`<span class="minutes">${`, ${minutesText(activity.minutes, t)}`}</span>` : nothing}${written?.mark(step.id, 'activities', activity.id)}
    </p>
    ${activity.text ? feedParagraphs(activity.text, localeContext, t.language) : nothing}
    ${activity.hints.map((hint) => boundedHint(hint, t, localeContext))}
  `;
}

/** A hint with the size of the group that it is for. */
export function boundedHint(hint: Hint, t: OasisTranslator, localeContext: LocaleContext): TemplateResult {
  const range = groupRangeOf(hint);
  const bounds = range ? t(range.term, { min: range.min, max: range.max }) : '';
  return html`<p class="hint">
    <span class="hint-group">${bounds}</span> ${feedText(hint.text, localeContext, t.language)}
  </p>`;
}

export function minutesText({ min, max }: NonNullable<OasisActivity['minutes']>, t: OasisTranslator): string {
  if (max === undefined || max === min) return t('minutes', { n: min });
  return t('minutesBetween', { min: Math.min(min, max), max: Math.max(min, max) });
}

/** The drawing of a step, where the page allows it: beside its name, or in the centre of the circle. */
export function stepPicture(
  { image }: GuideStep,
  { localeContext, policy, missing, paper }: StepView,
  place: 'stamp' | 'centre',
): TemplateResult | typeof nothing {
  if (!image || missing.has(image.src) || !pictureAllowed(image.src, policy)) return nothing;
  const { src, width = 1, height = 1 } = image;
  return html`<img
    class=${place}
    part="image"
    src=${src}
    alt=${place === 'stamp' ? plainText(image.alt, localeContext) : ''}
    width=${width}
    height=${height}
    loading=${paper ? 'eager' : 'lazy'}
    decoding="async"
    referrerpolicy="no-referrer"
  />`;
}
