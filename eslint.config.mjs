/**
 * Rules for what `tsc` does not see: the rooms of `src` kept apart, no way around Lit's escaping, nothing that a strict
 * content policy blocks, no promise left alone.
 */
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import typescript from 'typescript-eslint';
import { rooms } from './test/tools/run/eslint-rooms.mjs';

/** Ways around Lit's escaping, or that a strict content policy blocks. */
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
  ...typescript.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'src/cli/tsconfig.json', 'test/tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { lit, wc, 'lit-a11y': litA11y },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      ...wc.configs['flat/recommended'].rules,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // What a feed may not hold is written as control characters.
      'no-control-regex': 'off',
      // Safari takes the role from a list without bullets: `role="list"` gives it back.
      'lit-a11y/no-redundant-role': 'off',
      // What tsc says, and better.
      '@typescript-eslint/no-unused-vars': 'off',
      // Data by many roads is unknown until checked; a string is made of it on purpose.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
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
    plugins: { ceal: { rules: { rooms } } },
    rules: {
      'ceal/rooms': 'error',
      'no-console': ['error', { allow: ['warn', 'error', 'info'] }],
    },
  },
  {
    // Programs talk to whoever runs them.
    files: ['src/{cli,receiver}/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Tests say what must not happen, and so must write it.
    files: ['test/**/*.{ts,mjs}'],
    rules: { 'no-script-url': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'lit-a11y/click-events-have-key-events': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // The types of a chai plugin make a promise of `equal`; it is none.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: 'chai' }] },
      ],
    },
  },
];
