import { COMMON_HEADERS, type HeaderRule, type Headers } from './rules.js';
import { TYPES } from './types.js';

/** `_headers`, as Netlify and Cloudflare Pages read it. Both compress, and know the types but that of a calendar. */
export function netlifyHeaders(rules: readonly HeaderRule[], path: string): string {
  const block = (pattern: string, headers: Headers, comment?: string) =>
    [
      ...(comment ? [`# ${comment}`] : []),
      path + pattern,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ].join('\n');
  const blocks = rules.map((rule) => {
    const isCalendar = rule.path.endsWith('.ics');
    const type = isCalendar && { 'Content-Type': `${TYPES['ics']}; charset=utf-8` };
    const pattern = rule.isFolder ? `${rule.path}/*` : rule.path;
    return block(pattern, { ...rule.headers, ...type }, rule.comment);
  });
  // The address of the folder itself shows the page.
  const index = rules.filter((rule) => rule.path === 'index.html').map(({ headers }) => block('', headers));
  return `${[block('*', COMMON_HEADERS), ...index, ...blocks].join('\n\n')}\n`;
}
