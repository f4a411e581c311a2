/**
 * The one list of elements: each tag, and the import that registers it. A new widget is one line here. The loader
 * imports only what a page uses.
 */
export const registry: Readonly<Record<string, () => Promise<unknown>>> = {
  'ceal-feed': () => import('./ceal-feed/define.js'),
  'ceal-enterprise-gallery': () => import('./enterprise-gallery/define.js'),
  'ceal-programme-timeline': () => import('./programme-timeline/define.js'),
  'ceal-oasis-guide': () => import('./oasis-guide/define.js'),
  'ceal-signup-form': () => import('./signup-form/define.js'),
};
