/**
 * The lint rule for the words of a template. A translator of pages takes a text out and puts an element in its place.
 * Lit finds the end of a value by the node after it: where that is a text of the template, it is lost.
 */

/** The texts of a template between its tags; `\0` stands for each value there. */
const textsOf = ({ quasis }) =>
  quasis
    .map(({ value }) => value.raw)
    .join('\0')
    .split(/<!--[\s\S]*?-->|<[^>]*>/);

/** @type {import('eslint').Rule.RuleModule} */
export const templateWords = {
  meta: { type: 'problem' },
  create: (context) => ({
    TaggedTemplateExpression({ tag, quasi }) {
      if (tag.name !== 'html' && tag.name !== 'svg') return;
      for (const text of textsOf(quasi)) {
        const [words] = (text.includes('\0') && text.match(/[^\s\0]+/)) || [];
        if (words)
          context.report({
            node: quasi,
            message: `“${words}” stands beside a value. Make it a part of that: a translator of the page takes it away.`,
          });
      }
    },
  }),
};
