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
  code: 'Code for {host}',
  'widget-enterprise-gallery': 'Enterprises',
  'widget-enterprise-gallery-help': 'Visitors search and choose among the social enterprises.',
  'widget-programme-timeline': 'Programme',
  'widget-programme-timeline-help': 'The programme and its sessions, in order of time.',
  'widget-oasis-guide': 'Oasis guide',
  'widget-oasis-guide-help': 'The Oasis method, step by step.',
  'widget-signup-form': 'Sign-up',
  'widget-signup-form-help':
    'A form to take part. At “endpoint” fill in the address where sign-ups are to be sent.',
  'host-html': 'A plain web page',
  'host-html-help': 'Paste this where it should stand. The first two lines are needed only once on a page.',
  'host-wordpress': 'WordPress',
  'host-wordpress-help':
    'Add a “Custom HTML” block and paste this. Only those who may write unfiltered HTML can: mostly an administrator.',
  'host-drupal': 'Drupal',
  'host-drupal-help':
    'Make a block with a text format that has no editor and no “Limit allowed HTML tags”, and paste this.',
  'host-joomla': 'Joomla',
  'host-joomla-help':
    'Set the editor of your profile to “None”. Make a “Custom HTML” module and paste this. Text filters must be “No filtering” for your group.',
  'host-squarespace': 'Squarespace',
  'host-squarespace-help': 'Add a “Code” block, choose HTML and paste this.',
  'host-wix': 'Wix',
  'host-wix-help':
    'Choose Add Elements, Embed, Custom Element. Put the first line at Server URL, the second at Tag Name, and the others at Attributes. This needs a premium plan and your own domain.',
  'host-strict': 'A site with strict rules',
  'host-strict-help':
    'One file, of a version that never changes. The browser checks it with the code after “integrity”.',
  'host-frame': 'SharePoint and other systems without scripts',
  'host-frame-help':
    'Paste this in a web part or block for embedding. In SharePoint the owner of the site first allows this domain once: Site settings, HTML Field Security.',
};
