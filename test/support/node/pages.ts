/** Pages of Markdown: their links and headings. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A page without its code, in which nothing is a heading or a link. */
const withoutCode = (text: string): string => text.replace(/^```[^]*?^```$/gm, '');

/** The names of the headings of a page, as links write them. */
export const headingsOf = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

/** The links of a page to files and headings, without those to the web. */
export const linksOf = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link = '']) => link);

/** The links of a page that lead to no file, or to a heading that is not there. */
export function deadLinks(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8');
  return linksOf(text).filter((link) => {
    const [path, heading] = link.split('#');
    const target = path ? join(dirname(page), path) : page;
    if (!existsSync(target)) return true;
    return heading !== undefined && !headingsOf(readFileSync(target, 'utf8')).includes(heading);
  });
}
