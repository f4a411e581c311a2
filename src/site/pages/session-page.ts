import type { Session } from '../../feed/sections/sessions.js';
import { createTranslator } from '../../i18n/translate.js';
import { languages } from '../../programme-timeline/locales/index.js';
import { exampleNote, factList, joined, linkSection, paragraphs, placeWords } from './facts.js';
import { dataScript, markup, type Markup } from './markup.js';
import { pageText, pathIn, type PageContext } from './page.js';
import { periodWords } from './period.js';
import { CALENDAR_PATH, hasCalendar } from '../calendar-file.js';

export const sessionPath = (id: string): string => `s/${id}.html`;

/** The page of a session. @param data The same for search engines, as JSON-LD. */
export function sessionPage(session: Session, data: string, context: PageContext): string {
  const { t, plain, words, addresses, site, language } = context;
  const index = addresses.fileOf(pathIn('index.html', language, site.feed));
  const when = whenWords(session, context);
  const state = stateWords(session, context);
  return pageText(context, {
    title: plain(session.title),
    description: [state, when, plain(session.summary)].filter((words) => words).join('. '),
    head: session.example ? undefined : dataScript(data),
    back: markup`<a href="${index}#programme-timeline">${t('allSessions')}</a>\n`,
    main: markup`<article>
<h1>${words(session.title)}</h1>
${session.example && exampleNote(context)}${state !== '' && markup`<p class="state"><strong>${state}</strong></p>\n`}${facts(session, context)}${paragraphs(session.summary, context)}${linkSection(t('links'), session.links, context)}${hasCalendar(site.feed) && markup`<p><a href="${addresses.fileOf(CALENDAR_PATH)}">${t('calendar')}</a></p>\n`}</article>
`,
  });
}

const whenWords = (session: Session, { language }: PageContext): string =>
  periodWords(session, language) || createTranslator(languages, language)('dateToFollow');

/** Tells that a session is off or moved; empty where it is as it was planned. */
function stateWords({ status, edition }: Session, { language, site }: PageContext): string {
  const t = createTranslator(languages, language);
  const ofEdition = site.feed.editions.filter(({ id }) => id === edition)[0]?.status;
  if (status === 'cancelled' || ofEdition === 'cancelled') return t('cancelled');
  if (status === 'moved') return t('moved');
  return status === 'unknown' ? t('statusUnknown') : '';
}

function facts(session: Session, context: PageContext): Markup | false {
  const { t, words, language, site, addresses } = context;
  const { feed } = site;
  const timeline = createTranslator(languages, language);
  const edition = feed.editions.filter(({ id }) => id === session.edition)[0];
  const { movedFrom, online } = session;
  return factList([
    [t('when'), whenWords(session, context)],
    [
      timeline('movedFrom').replace(/:$/, ''),
      movedFrom && [
        periodWords(movedFrom, language),
        movedFrom.place && [' ', placeWords(movedFrom.place, context)],
      ],
    ],
    [t('where'), placeWords(session.place ?? (online ? undefined : edition?.place), context)],
    [
      timeline('online'),
      online &&
        markup`<a href="${addresses.linkTo(online)}">${online.replace(/^(?:https?:\/\/|mailto:|tel:)/, '')}</a>`,
    ],
    [timeline('edition'), words(edition?.title)],
    [timeline('part'), words(feed.parts.filter(({ id }) => id === session.part)[0]?.title)],
    [timeline('kind'), session.kind !== 'other' && timeline(`kind-${session.kind}`)],
    [
      timeline('pillars'),
      joined(
        session.pillars.map((id) => feed.pillars.filter((one) => one.id === id)[0]?.title),
        context,
      ),
    ],
  ]);
}
