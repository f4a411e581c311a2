import { html, nothing, type TemplateResult } from 'lit';
import { bareHeading } from '../element/views/heading.js';
import { rowsOf } from '../element/views/keyed-rows.js';
import { feedParagraphs, feedText } from '../element/views/text.js';
import type { LocaleContext } from '../i18n/text.js';
import type { TimelineTranslator } from './locales/index.js';
import { pillarShape } from './shapes.js';
import type { Schedule } from './schedule.js';
import { flatMap } from '../lists.js';

interface PillarsView {
  readonly t: TimelineTranslator;
  readonly localeContext: LocaleContext;
  readonly headingLevel: number;
}

/** The pillars that sessions refer to, each with its mark and summary: the legend of the marks. */
export function pillarList(
  { data: { pillars }, editions }: Schedule,
  { t, localeContext, headingLevel }: PillarsView,
): TemplateResult | typeof nothing {
  const used = new Set(
    flatMap(editions, ({ entries }) => flatMap(entries, ({ session }) => session.pillars)),
  );
  const listed = pillars.filter(({ id }) => used.has(id));
  if (listed.length === 0) return nothing;
  return html`
    <section class="edition pillars" part="pillars">
      <div class="edition-name">${bareHeading(headingLevel, t('pillars'))}</div>
      <ul class="pillar-list" role="list">
        ${rowsOf(
          listed,
          ({ id }) => id,
          ({ id, title, summary }) => html`
            <li>
              <svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
                <path d=${pillarShape(pillars.map((pillar) => pillar.id).indexOf(id))} />
              </svg>
              <div class="part-name">
                ${bareHeading(headingLevel + 1, feedText(title, localeContext, t.language))}
              </div>
              ${feedParagraphs(summary, localeContext, t.language)}
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}
