import { html, nothing, type TemplateResult } from 'lit';
import type { FeedDate } from '../../dates/edtf.js';
import { bareHeading } from '../../element/views/heading.js';
import { rowsOf } from '../../element/views/keyed-rows.js';
import { sourceItems } from '../../element/views/source-list.js';
import { feedParagraphs, feedText, voiceText } from '../../element/views/text.js';
import type { LocaleContext } from '../../i18n/text.js';
import type { HistoryEvent } from '../../feed/sections/history.js';
import { dateText, isMachineReadable } from '../date-text.js';
import type { TimelineTranslator } from '../locales/index.js';
import { historyYears } from './history.js';
import type { HistoryTranslator } from './locales/index.js';

export { languages } from './locales/index.js';
export { styles } from './history.styles.js';

/** Data of the history. */
export interface HistoryView {
  readonly events: readonly HistoryEvent[];
  readonly t: TimelineTranslator;
  readonly own: HistoryTranslator;
  readonly localeContext: LocaleContext;
  readonly headingLevel: number;
}

/** The events by year, each with a date as precise as its source, and its sources. */
export function historyList(view: HistoryView): TemplateResult {
  return html`<div class="history">
    ${rowsOf(
      historyYears(view.events),
      ({ digits }) => digits,
      ({ digits, year, events }) => {
        const name =
          year === undefined ? view.own('unknownYear') : dateText(digits.padEnd(4, 'X') as FeedDate, view);
        return html`
          <section class="edition" part="year">
            <div class="edition-name">${bareHeading(view.headingLevel, name)}</div>
            <ol class="sessions" part="list" role="list">
              ${rowsOf(
                events,
                ({ id }) => id,
                (event) => row(event, name, view),
              )}
            </ol>
          </section>
        `;
      },
    )}
  </div>`;
}

/** An event. Its heading says the date too, but for the year, which the heading above has said. */
function row(event: HistoryEvent, year: string, view: HistoryView): TemplateResult {
  const { t, own, localeContext, headingLevel } = view;
  const { id, date, title, summary, sources, inferred } = event;
  const stamp = date.replace('XXXX-', '');
  const text = dateText(date, view);
  const said = text.replace(year, '').trim();
  return html`
    <li class="session" part="session" data-id=${id}>
      <div class="date" part="date">
        <span aria-hidden="true"
          >${isMachineReadable(stamp) ? html`<time datetime=${stamp}>${text}</time>` : text}</span
        >
        ${inferred ? html`<span class="inferred">${own('inferred')}</span>` : nothing}
      </div>
      <svg class="mark" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="3.5" /></svg>
      <div class="what">
        <div class="title" part="title" id=${`event-${id}`}>
          ${bareHeading(headingLevel + 1, [
            feedText(title, localeContext, t.language),
            said ? voiceText(`, ${said}`) : nothing,
          ])}
        </div>
        ${feedParagraphs(summary, localeContext, t.language)}
        ${
          sources.length > 0
            ? html`<div class="sources" part="sources">
                <p>${`${t(sources.length === 1 ? 'source' : 'sources')}:`}</p>
                ${sourceItems(sources, t, localeContext, `event-${id}`)}
              </div>`
            : nothing
        }
      </div>
    </li>
  `;
}
