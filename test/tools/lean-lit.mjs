/**
 * Leaves out what Lit leaves on the page of its host: the lists of versions that it keeps there, and its hooks for
 * polyfills and hydration, which nobody can reach in a file that has Lit inside.
 */
const CUTS = [
  [
    'lit-html/lit-html.js',
    /,(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\([^)]*\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[^"]*"\)/,
  ],
  ['reactive-element/reactive-element.js', /,(\w+)=\w+\.reactiveElementPolyfillSupport(?=,)/],
  [
    'reactive-element/reactive-element.js',
    /,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[^"]*"\)/,
  ],
  [
    'lit-element/lit-element.js',
    /,\w+\.litElementHydrateSupport\?\.\([^)]*\);const (\w+)=\w+\.litElementPolyfillSupport;\1\?\.\([^)]*\)/,
  ],
  ['lit-element/lit-element.js', /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\);/],
];

export const leanLit = () => ({
  name: 'lean-lit',
  transform(code, id) {
    const cuts = CUTS.filter(([file]) => id.endsWith(`/${file}`));
    if (cuts.length === 0) return null;
    let lean = code;
    for (const [, pattern] of cuts) {
      if (!pattern.test(lean)) this.error(`${id} is not written as expected: look at what Lit does now.`);
      lean = lean.replace(pattern, '');
    }
    // Within one minified line: the map is not worth the cost.
    return { code: lean, map: null };
  },
});
