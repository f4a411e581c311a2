/**
 * Every element and how its definition is had. A new widget is one line here. The loader imports only what a page uses;
 * `<ceal-feed>` has no chunk of its own to wait for, as every widget stands on the same code.
 */
export const registry: Readonly<Record<string, () => Promise<unknown>>> = {
  'ceal-feed': () => import('./ceal-feed/define.js'),
  'ceal-enterprise-gallery': () => import('./enterprise-gallery/define.js'),
  'ceal-programme-timeline': () => import('./programme-timeline/define.js'),
  'ceal-oasis-guide': () => import('./oasis-guide/define.js'),
  'ceal-signup-form': () => import('./signup-form/define.js'),
};
