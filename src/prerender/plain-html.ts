/** The marks of Lit in what it renders on a server: comments by which its own hydration finds the values of a template. */
const MARKS = /<!--\/?lit-(?:part|node)[^>]*-->|<\?>/g;
/** Lit writes a property of an element as an attribute with its value as a text. */
const FALSE_PROPERTY = / (?:checked|selected)="false"/g;
const TRUE_PROPERTY = / (checked|selected)="true"/g;

const START_TAG = /<[a-z][^<>]*>/g;
const VALUE_OR_BLANKS = /"[^"]*"|[ \t\n]+/g;
/** The slash of elements of HTML that are never closed; an element of SVG would not end without. */
const VOID_SLASH = /^(<(?:input|img|br|hr|wbr)\b.*?) ?\/>$/s;
/** The end of an element, over two lines where its content is to be followed by nothing. */
const END_TAG = /<\/([a-z][\w-]*)[ \t\n]+>/g;
/** An element with class `lines`, which shows the line breaks of a text; or white space with a line break in it. */
const LINES_OR_BREAK =
  /(<([a-z][\w-]*)(?: [^<>]*)? class="(?:[^"]* )?lines[ "][^<>]*>[^]*?<\/\2>)|[ \t]*\n[ \t\n]*/g;

/**
 * Rendered templates as HTML alone: without the marks of Lit, and without the white space in which templates are written.
 * Empty lines of texts stay where they are shown.
 * In texts and in values of attributes `<`, `>` and `"` are escaped: what is sought here is never the words of a feed.
 */
export function plainHtml(rendered: string): string {
  return rendered
    .replace(MARKS, '')
    .replace(START_TAG, tidyTag)
    .replace(END_TAG, '</$1>')
    .replace(LINES_OR_BREAK, (_, lines?: string) => lines ?? '\n')
    .trim();
}

function tidyTag(tag: string): string {
  return tag
    .replace(VALUE_OR_BLANKS, (match) => (match.startsWith('"') ? match : ' '))
    .replace(FALSE_PROPERTY, '')
    .replace(TRUE_PROPERTY, ' $1')
    .replace(/ >$/, '>')
    .replace(VOID_SLASH, '$1>');
}
