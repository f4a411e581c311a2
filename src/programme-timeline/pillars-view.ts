import { html, nothing, type TemplateResult } from 'lit';
import { bareHeading } from '../element/views/heading.js';
import { feedParagraphs, feedText } from '../element/views/text.js';
import type { LocaleContext } from '../i18n/text.js';
import type { TimelineTranslator } from './locales/index.js';
import { pillarShape } from './shapes.js';
import type { Schedule } from './schedule.js';

/** The threads through the programme, each with its mark and what it is: the key to the marks, and a second reading. */
export function pillarList(
  { data: { pillars }, editions: runs }: Schedule,
  {
    t,
    localeContext,
    headingLevel,
  }: { t: TimelineTranslator; localeContext: LocaleContext; headingLevel: number },
): TemplateResult | typeof nothing {
  const used = new Set(runs.flatMap(({ entries }) => entries.flatMap(({ session }) => session.pillars)));
  const told = pillars.filter(({ id }) => used.has(id));
  if (told.length === 0) return nothing;
  return html`
    <section class="edition pillars" part="pillars" aria-labelledby="pillars">
      <div class="edition-name" id="pillars">${bareHeading(headingLevel, t('pillars'))}</div>
      <ul class="pillar-list" role="list">
        ${told.map(
          ({ id, title, summary }) => html`
            <li>
              <svg class="mark" viewBox="0 0 12 12" aria-hidden="true">
                <path d=${pillarShape(pillars.findIndex((pillar) => pillar.id === id))} />
              </svg>
              <div class="part-name">
                ${bareHeading(headingLevel + 1, feedText(title, localeContext, t.language))}
              </div>
              ${summary ? feedParagraphs(summary, localeContext, t.language) : nothing}
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}
