/**
 * Rules for mistakes that `tsc` does not see: imports against the order of the folders of `src`, ways around Lit's
 * escaping, code that a strict content policy blocks, promises without a handler.
 */
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { rooms } from './test/tools/run/eslint-rooms.mjs';
import { templateWords } from './test/tools/run/eslint-template-words.mjs';

/** Syntax that goes around Lit's escaping, or that a strict content policy blocks. */
const UNSAFE_SYNTAX = [
  {
    selector: 'Identifier[name=/^(unsafeHTML|unsafeSVG|unsafeMathML|unsafeCSS|unsafeStatic)$/]',
    message: 'Writes what comes from a feed as markup. Show it as text.',
  },
  {
    selector: 'Identifier[name="styleMap"]',
    message: 'A strict style policy blocks it on first render. Set custom properties in updated().',
  },
  {
    selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
    message: 'Writes text as markup.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe)$/]',
    message: 'Writes text as markup.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A strict style policy blocks style attributes. Use a class or a custom property.',
  },
  {
    selector: 'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
    message: 'A strict style policy blocks style attributes. Use a class or a custom property.',
  },
];

/**
 * Built-ins of which old libraries have put their own in place on the pages we stand in, with another meaning: Prototype
 * (`Array.from`, `entries`, `find`, `reduce`, `toJSON`, `scrollTo`), MooTools (`Array.from`, `Event`, `Document`), Sugar (`at`, `find`,
 * `findIndex`, `startsWith`), Datejs (`Date.parse`, `Date.now`), and functions that sites copied (`flatMap`,
 * `replaceAll`). What is older than those libraries (`map`, `filter`, `some`) means the same in all of them.
 */
const REPLACED_BUILT_INS = [
  {
    selector: 'MemberExpression[object.name="Array"][property.name=/^(from|of)$/]',
    message: 'Old libraries replace it. Use times() of src/lists.ts, or spread.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(find|findIndex|flatMap|reduce|reduceRight)$/]:matches([arguments.0.type=/Function/], [arguments.0.type="Identifier"])',
    message:
      'Old libraries replace it. Use filter(…)[0], map(…).indexOf(true), flatMap() of src/lists.ts, a loop.',
  },
  {
    selector: 'CallExpression[callee.property.name="flat"]',
    message: 'Sites have their own, which goes deeper. Use flatMap() of src/lists.ts.',
  },
  {
    selector: 'CallExpression[callee.property.name="entries"][arguments.length=0]',
    message: 'Prototype replaces it for lists. Use forEach() with its index, or iterate a map itself.',
  },
  {
    selector: 'CallExpression[callee.property.name="at"]:not([arguments.0.type="UnaryExpression"])',
    message: 'Sugar goes round at the ends of a list. Use an index.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(startsWith|endsWith)$/][arguments.length=2]',
    message: 'Old libraries take no second argument. Slice before.',
  },
  {
    selector:
      'ClassDeclaration[superClass.name="Event"], NewExpression[callee.name="Event"], MemberExpression[object.name=/^(Event|Document|Element)$/], BinaryExpression[operator="instanceof"][right.name=/^(Event|Document|Element)$/]',
    message:
      'MooTools has types of its own by that name. Use CustomEvent, HTMLElement, or the prototype of one.',
  },
  {
    selector: 'CallExpression[callee.property.name="replaceAll"]',
    message: 'Sites have their own. Use replace() with a global pattern.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(scrollTo|toJSON)$/][callee.object]',
    message: 'Prototype replaces it. Set scrollTop; use toJson() of src/feed/json.ts.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="parse"]',
    message: 'Datejs replaces it. Use Number(new Date(…)).',
  },
  {
    selector:
      'CallExpression[callee.object.name="Date"][callee.property.name="now"]:not(CallExpression[callee.name="Number"] > CallExpression, BinaryExpression[operator="-"] > CallExpression.right)',
    message: 'Datejs gives a Date. Use Number(Date.now()).',
  },
  {
    selector: 'MemberExpression[object.name="JSON"][property.name="stringify"]',
    message: 'Prototype gives lists a toJSON of another meaning. Use toJson() of src/feed/json.ts.',
  },
  {
    selector:
      'MemberExpression[object.name="document"][property.name=/^(activeElement|baseURI|body|cookie|currentScript|defaultView|documentElement|hidden|location|readyState|visibilityState)$/], VariableDeclarator[init.property.name="ownerDocument"] > ObjectPattern, MemberExpression[object.property.name="ownerDocument"][property.name=/^(activeElement|baseURI|body|defaultView|readyState|visibilityState)$/]',
    message: 'A picture or form with that name hides it. Use ofDocument() of src/element/of-document.ts.',
  },
];

export default [
  { ignores: ['out/', 'dist/', 'storybook-static/', 'test/bench/results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-eval': 'error',
      'no-script-url': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  ...typescript.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      ...wc.configs['flat/recommended'].rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Control characters are what a feed may not hold.
      'no-control-regex': 'off',
      // Safari takes the role from a list without bullets: `role="list"` gives it back.
      'lit-a11y/no-redundant-role': 'off',
      // `tsc` checks it, and better.
      '@typescript-eslint/no-unused-vars': 'off',
      // Our classes are registered in define.ts, or by whoever imports them.
      'lit/no-template-arrow': 'off',
      'lit/no-legacy-imports': 'error',
      'lit/no-private-properties': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'no-restricted-syntax': ['error', ...UNSAFE_SYNTAX],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { ceal: { rules: { rooms, 'template-words': templateWords } } },
    rules: {
      'ceal/rooms': 'error',
      'ceal/template-words': 'error',
      'no-console': ['error', { allow: ['warn', 'error', 'info'] }],
    },
  },
  {
    // What runs on the pages of others.
    files: ['src/**/*.ts'],
    ignores: ['src/{cli,prerender,receiver,site}/**', 'src/feed/format/**'],
    rules: { 'no-restricted-syntax': ['error', ...UNSAFE_SYNTAX, ...REPLACED_BUILT_INS] },
  },
  {
    // Programs talk to whoever runs them.
    files: ['src/{cli,receiver,site}/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Tests of what must not happen have to write it.
    files: ['test/**/*.{ts,mjs}'],
    rules: { 'no-script-url': 'off' },
  },
  {
    // End-to-end tests play the page around the widgets, which may write markup and styles as it likes.
    files: ['test/**/*.e2e.test.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'lit-a11y/click-events-have-key-events': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
];
