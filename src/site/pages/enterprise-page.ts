import { languages } from '../../enterprise-gallery/detail/locales/index.js';
import type { Enterprise } from '../../feed/sections/enterprises.js';
import { createTranslator } from '../../i18n/translate.js';
import { linkedData } from '../../programme-timeline/structured-data/structured-data.js';
import {
  entryPath,
  exampleNote,
  factList,
  joined,
  linkSection,
  paragraphs,
  pictureFigure,
  placeWords,
  sourceSection,
} from './facts.js';
import { dataScript, markup, type Markup, type MarkupContent } from './markup.js';
import { pageText, pathIn, type PageContext } from './page.js';
import { dateWords } from './period.js';

export const enterprisePath = (id: string): string => `e/${id}.html`;

/** The page of an enterprise. */
export function enterprisePage(enterprise: Enterprise, context: PageContext): string {
  const { t, plain, words, addresses, site } = context;
  const { name, tagline, description, image, links, sources } = enterprise;
  const index = addresses.fileOf(pathIn('index.html', context.language, site.feed));
  const picture = image && addresses.absolute(image.src);
  return pageText(context, {
    title: plain(name),
    description: plain(tagline) || plain(description),
    picture: picture === undefined ? undefined : { src: picture, alt: plain(image?.alt) },
    // What was made up is nothing for search engines.
    head: enterprise.example ? undefined : dataScript(organisation(enterprise, context)),
    back: markup`<a href="${index}#enterprise-gallery">${t('allEnterprises')}</a>\n`,
    main: markup`<article>
<h1>${words(name)}</h1>
${enterprise.example && exampleNote(context)}${tagline !== undefined && markup`<p class="lead">${words(tagline)}</p>\n`}${pictureFigure(image, context)}${facts(enterprise, context)}${paragraphs(description, context)}${linkSection(t('links'), links, context)}${relativeList(enterprise, context)}${sourceSection(t('sources'), sources, context)}</article>
`,
  });
}

function facts(enterprise: Enterprise, context: PageContext): Markup | false {
  const { language, site } = context;
  const { feed } = site;
  const t = createTranslator(languages, language);
  const labelIn =
    (list: readonly { readonly id: string; readonly label: Parameters<typeof context.words>[0] }[]) =>
    (id: string | undefined) =>
      list.filter((one) => one.id === id)[0]?.label;
  const edition = feed.editions.filter(({ id }) => id === enterprise.edition)[0]?.title;
  return factList([
    [t('status'), t(`status-${enterprise.status}`)],
    [t('otherNames'), joined(enterprise.alternateNames, context)],
    [t('theme'), joined(enterprise.themes.map(labelIn(feed.themes)), context)],
    [t('edition'), context.words(edition)],
    [t('founded'), enterprise.founded && dateWords(enterprise.founded, language)],
    [t('people'), enterprise.people !== undefined && t('peopleCount', { n: enterprise.people })],
    [t('neighbourhood'), context.words(labelIn(feed.neighbourhoods)(enterprise.neighbourhood))],
    [t('place'), placeWords(enterprise.place, context)],
  ]);
}

/** Links to what the enterprise grew into, and out of. */
function relativeList(enterprise: Enterprise, context: PageContext): MarkupContent {
  const { language, site, addresses } = context;
  const t = createTranslator(languages, language);
  const { enterprises } = site.feed;
  const successor = enterprises.filter(({ id }) => id === enterprise.successorId)[0];
  const predecessors = enterprises.filter(({ successorId }) => successorId === enterprise.id);
  const linkTo = (one: Enterprise) => {
    const path = entryPath(enterprisePath(one.id), one, context);
    return markup`<a href="${addresses.fileOf(path)}">${context.words(one.name)}</a>`;
  };
  return factList([
    [t('grewInto'), successor && linkTo(successor)],
    [
      t('grewFrom'),
      predecessors.length > 0 && predecessors.map((one, index) => [index > 0 && ', ', linkTo(one)]),
    ],
  ]);
}

/** The enterprise for search engines. */
function organisation(enterprise: Enterprise, { plain, addresses, path, site }: PageContext): string {
  const { name, alternateNames, tagline, description, image, links, place, founded } = enterprise;
  const page = site.base === undefined ? undefined : addresses.absolute(path);
  const web = links.map(({ url }) => addresses.absolute(url)).filter((url) => url?.startsWith('http'));
  const website = links.filter(({ kind }) => kind === 'website')[0];
  return linkedData([
    {
      '@type': 'Organization',
      '@id': page && `${page}#organisation`,
      name: plain(name),
      alternateName: alternateNames.length > 0 ? alternateNames.map(plain) : undefined,
      slogan: plain(tagline) || undefined,
      description: plain(description) || undefined,
      url: (website && addresses.absolute(website.url)) ?? page,
      mainEntityOfPage: page,
      image: image && addresses.absolute(image.src),
      foundingDate: founded && /^\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?$/.test(founded) ? founded : undefined,
      location: place && {
        '@type': 'Place',
        name: plain(place.name),
        address: plain(place.address) || undefined,
      },
      sameAs: web.length > 0 ? web : undefined,
    },
  ]);
}
