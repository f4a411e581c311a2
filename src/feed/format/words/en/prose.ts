import type { Prose, TableWords } from '../types.js';

export const prose: Prose = {
  heading: 'English',
  introduction: `A feed is one file with everything that the CEAL widgets show: the enterprises, the programme, the
sessions, the steps of Oasis and the sign-up. You put the file on your website, beside the pages. When you change the
file, all the widgets change with it.`,
  start: [
    'How to begin',
    `Make a file called \`feed.json\`. This is enough to see something:

{example}

It is JSON, saved as UTF-8. Put \`feed.schema.json\` beside it and open the file in an editor such as Visual Studio Code. It
says what each field is, completes what you type and points at what is wrong. To see on the page itself what does not fit,
put \`debug\` on a widget.`,
  ],
  overview: [
    'What can be in it',
    'Everything may be left out but `version` and `id`. A widget reads only the sections that it shows.',
  ],
  dates: [
    'Dates',
    `Write a date as precisely as you know it, and no more. Days are days in the Netherlands. An end without a time counts
as a whole day. A time needs an offset: \`+01:00\` in winter, \`+02:00\` in summer. Where it is missing we read the time as
Amsterdam time and say so.`,
    {
      2016: 'a year',
      '2015-23': 'a season: 21 spring, 22 summer, 23 autumn, 24 winter',
      '2016-06': 'a month',
      '2016-06-01': 'a day',
      '2015-11/2016-02': 'from and until, each as precise as you know it',
      '2014~': 'about that date; behind every date without a time',
      '2014?': 'perhaps; `2014%` is perhaps and about',
      '201X': 'the tens of this century; an `X` is a digit that is not known, also in `2016-06-XX`',
      '2013/..': 'since; `../2018` is until, and nothing in place of `..` says that it is not known',
      'XXXX-09-09': 'a day of which the year is not known',
      '2027-09-09T13:30:00+02:00': 'a day with a time and its offset',
    },
  ],
  texts: [
    'Texts',
    `A text is plain text without markup: \`<b>\` is shown as \`<b>\`. Write one text, or one for each language:

\`\`\`json
{ "nl": "Repareertafel", "en": "Repair table" }
\`\`\`

Visitors see their own language if it is there, else that of the feed, else the first. A text that does not say its
language has the \`language\` of the feed.`,
  ],
  links: [
    'Links and pictures',
    `An address begins with \`https:\`, \`http:\`, \`mailto:\` or \`tel:\`, or is an address beside the feed, such as
\`foto/tafel.jpg\`. Other addresses are left out, and so are addresses with a user name or password in them.`,
  ],
  references: [
    'Ids',
    `Every entry of a list has an \`id\`: small letters, digits and hyphens, at most 64 characters. An id occurs once in its
list. Fields such as \`edition\` and \`themes\` name an id of another list. Do not change an id any more: visitors’ links
would be lost.`,
  ],
  limits: ['Limits', 'More than this is not read.'],
  fields: [
    'All fields',
    'For each section: an example, then the fields. Fields of your own may stay: widgets pass over what they do not know.',
  ],
  shapes: ['Shapes', 'These occur in several sections.'],
  invalid: [
    'When something does not fit',
    `A mistake in the feed never stops a widget. What does not fit is left out, as little as possible: a broken link goes,
the enterprise stays. A text that is too long is cut. Where a required field is missing, only that entry of the list is
left out. Of two entries with the same id the first stays. When the feed cannot be fetched or read, visitors see so with a
button to try again, and where possible the last good version.

Everything that is left out or changed has a message, with its place in the file:`,
  ],
  promise: [
    'What stays as it is',
    `Every widget of version 1 reads every feed of version 1, older or newer. Within version 1 no field goes away and no
field changes its meaning. New fields and new values may come: an older widget passes over a new field and reads a new
value as unknown. A feed of version 2 is not shown by a widget of version 1; it says that a newer widget is needed.`,
  ],
};

export const table: TableWords = {
  field: 'Field',
  what: 'What it is',
  how: 'How to write it',
  meaning: 'What it means',
  section: 'Section',
  date: 'Date',
  limit: 'At most',
  code: 'Message',
  required: 'required',
  otherwise: 'if absent {value}',
  list: 'list of at most {max}',
  oneOf: 'one of:',
  idOf: 'id from {list}',
  whole: 'whole number, {min} to {max}',
  number: 'number, {min} to {max}',
  flag: '`true` or `false`',
  object: 'group of fields',
  fieldSchemas: {
    version: '`"1.0"`',
    id: 'id',
    language: 'language tag, such as `nl`',
    title: 'text, at most {title} characters',
    text: 'text, at most {text} characters',
    url: 'address',
    date: 'date',
  },
  limits: {
    bytes: 'Size of the file',
    items: 'Entries in a list',
    title: 'Characters in a name or title',
    text: 'Characters in a longer text',
    url: 'Characters in an address',
    languages: 'Languages of a text',
    issues: 'Mistakes in a list',
  },
};
