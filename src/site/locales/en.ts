import type { MessagesLike } from '../../i18n/translate.js';
import type { nl } from './nl.js';

export const en: MessagesLike<typeof nl> = {
  siteName: 'CEAL Widgets',
  navigation: 'Other pages',
  publisher: 'Publisher',
  licence: 'Licence',
  updated: 'Last changed',
  news: 'What is new',
  allEnterprises: 'All enterprises',
  enterprisePage: 'Page about this enterprise',
  allSessions: 'The whole programme',
  calendar: 'Put the programme in your calendar',
  example: 'Example',
  exampleHelp: 'This is made up, as an example.',
  sources: 'Sources',
  links: 'Links',
  photo: 'Picture: {credit}',
  when: 'When',
  where: 'Where',
  introduction:
    'You can put this on your own website. Choose below what you want to show. With each part stands what to paste.',
  onYourPage: 'On your own page',
  preview: 'What it looks like',
  contents: 'On this page',
  code: 'Code for {system}',
  'widget-enterprise-gallery': 'Enterprises',
  'widget-enterprise-gallery-help': 'Visitors search and choose among the social enterprises.',
  'widget-programme-timeline': 'Programme',
  'widget-programme-timeline-help': 'The programme and its sessions, in order of time.',
  'widget-oasis-guide': 'Oasis guide',
  'widget-oasis-guide-help': 'The Oasis method, step by step.',
  'widget-signup-form': 'Sign-up',
  'widget-signup-form-help':
    'A form to take part. At “endpoint” fill in the address where sign-ups are to be sent.',
  'system-html': 'A plain web page',
  'system-html-help': 'Paste this where it should stand. The first two lines are needed only once on a page.',
  'system-wordpress': 'WordPress',
  'system-wordpress-help':
    'Add a “Custom HTML” block and paste this. Only those who may write unfiltered HTML can: mostly an administrator.',
  'system-drupal': 'Drupal',
  'system-drupal-help':
    'Make a block with a text format that has no editor and no “Limit allowed HTML tags”, and paste this.',
  'system-joomla': 'Joomla',
  'system-joomla-help':
    'Set the editor of your profile to “None”. Make a “Custom HTML” module and paste this. Text filters must be “No filtering” for your group.',
  'system-squarespace': 'Squarespace',
  'system-squarespace-help': 'Add a “Code” block, choose HTML and paste this.',
  'system-wix': 'Wix',
  'system-wix-help':
    'Choose Add Elements, Embed, Custom Element. Put the first line at Server URL, the second at Tag Name, and the others at Attributes. This needs a premium plan and your own domain.',
  'system-strict': 'A site with strict rules',
  'system-strict-help':
    'One file, of a version that never changes. The browser checks it with the code after “integrity”.',
  'system-editor': 'An editor that takes unknown code away (WordPress, Drupal, TYPO3)',
  'system-editor-help':
    'Ask whoever runs the site to put the first two lines in the theme once. Paste the rest yourself in the source of your text. In Drupal and TYPO3 an administrator first allows a <div> with data attributes. The link stays where something is missing.',
  'system-sharepoint': 'SharePoint',
  'system-sharepoint-help':
    'Paste this in the “Embed” web part. The owner of the SharePoint site first allows this domain once: Site settings, HTML Field Security. Is it too low or too high? Then change the number after “height”.',
  'system-wix-frame': 'Wix, without a premium plan',
  'system-wix-frame-help':
    'Choose Add Elements, Embed, Embed a Site, and paste this address. Make the box as high as you like: what does not fit in it scrolls.',
  'system-frame': 'Another system that lets through only a frame',
  'system-frame-help':
    'Paste this in a block for embedding or for HTML. With the last line the frame becomes as high as what is in it. Leave that out where no script may be.',
};
