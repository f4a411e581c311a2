/**
 * Leaves out of Lit what our files never come to: what it keeps on the page of its host, lists of versions and the
 * properties of decorators that we do not use; its hooks for polyfills and hydration, which nobody can reach in a file
 * that has Lit inside; its ways round browsers without constructed style sheets, which a strict policy would forbid
 * anyway; and its complaints about templates and styles that are written wrongly, as ours are tested with Lit's own
 * files.
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
    'reactive-element/reactive-element.js',
    /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
  ],
  [
    'reactive-element/reactive-element.js',
    /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{const \w+=litPropertyMetadata[^}]*\}/,
  ],
  ['reactive-element/css-tag.js', /\w+\.ShadowRoot&&.*?CSSStyleSheet\.prototype(?=,)/, '!0'],
  [
    'reactive-element/css-tag.js',
    /if\((this\._\$cssResult\$=!0),\w+!==\w+\)throw Error\("[^"]*"\)(?=;)/,
    '$1',
  ],
  ['reactive-element/css-tag.js', /throw Error\("Value passed to 'css'[^"]*"\+\w+\+"[^"]*"\)/],
  [
    'reactive-element/css-tag.js',
    /if\(\w+\)(\w+\.adoptedStyleSheets=[^;]*);else for\(.*?\.appendChild\(\w+\)\}(?=\})/,
    '$1',
  ],
  [
    'reactive-element/css-tag.js',
    /\w+\?(\w+)=>\1:\w+=>\w+ instanceof CSSStyleSheet\?.*?:\w+(?=;export)/,
    '$1=>$1',
  ],
  [
    'lit-element/lit-element.js',
    /,\w+\.litElementHydrateSupport\?\.\([^)]*\);const (\w+)=\w+\.litElementPolyfillSupport;\1\?\.\([^)]*\)/,
  ],
  ['lit-element/lit-element.js', /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[^"]*"\);/],
  [
    'lit-html/directives/repeat.js',
    /constructor\((\w+)\)\{if\(super\(\1\),[^{}"]*\)throw Error\("repeat\(\)[^"]*"\)\}/,
  ],
  [
    'lit-html/directives/live.js',
    /constructor\((\w+)\)\{if\(super\(\1\),[^{}"]*\)throw Error\("The `live`[^"]*"\);if\([^"]*\)throw Error\("[^"]*"\)\}/,
  ],
];

export const leanLit = () => ({
  name: 'lean-lit',
  transform(code, id) {
    const cuts = CUTS.filter(([file]) => id.endsWith(`/${file}`));
    if (cuts.length === 0) return null;
    let lean = code;
    for (const [, pattern, rest = ''] of cuts) {
      if (!pattern.test(lean)) this.error(`${id} is not written as expected: look at what Lit does now.`);
      lean = lean.replace(pattern, rest);
    }
    // Within one minified line: the map is not worth the cost.
    return { code: lean, map: null };
  },
});
