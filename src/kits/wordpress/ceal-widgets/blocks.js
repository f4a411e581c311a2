/** The blocks in WordPress' editor: a field for each option. What visitors get is made by the plugin in PHP. */
(({ blocks, blockEditor, components, element: { createElement } }, { widgets, words, hasFeed }) => {
  const { InspectorControls, useBlockProps } = blockEditor;
  const { PanelBody, Placeholder, SelectControl, TextareaControl, TextControl } = components;

  /** Options that stand first: what an editor of a page chooses most. */
  const FIRST_OPTIONS = 6;

  const wordsFor = ({ name }, kind = '') => words[`option-${name}${kind}`];
  const wordOf = (kind, value) =>
    kind === 'flag' ? (value === 'true' ? words.yes : words.no) : (words[`value-${value}`] ?? value);

  const choicesOf = ({ kind, choices = [], usual }) => [
    { value: '', label: usual ? `${wordOf(kind, usual)} (${words.usual})` : words.usual },
    ...(kind === 'flag' ? ['true', 'false'] : choices).map((value) => ({
      value,
      label: wordOf(kind, value),
    })),
  ];

  /** True for an address that the plugin leaves out, as it is of another site. */
  const isRefused = (address) =>
    URL.canParse(address, location.href) && new URL(address, location.href).origin !== location.origin;

  function helpOf(option, value) {
    if (option.name === 'src') return hasFeed ? words.ownFeed : words.feedHelp;
    if (option.name !== 'endpoint') return wordsFor(option, '-help');
    return isRefused(value ?? '') ? `⚠ ${words.ownSiteOnly}` : words.ownSiteOnly;
  }

  /** The field for an option. An empty one is not given. */
  function field(option, { attributes, setAttributes }) {
    const { name, kind, usual } = option;
    const properties = {
      key: name,
      label: name === 'src' ? words.feed : wordsFor(option),
      help: helpOf(option, attributes[name]),
      value: attributes[name],
      onChange: (value) => setAttributes({ [name]: value }),
      __next40pxDefaultSize: true,
      __nextHasNoMarginBottom: true,
    };
    return kind === 'flag' || kind === 'choice'
      ? createElement(SelectControl, { ...properties, options: choicesOf(option) })
      : createElement(TextControl, {
          ...properties,
          type: kind === 'number' ? 'number' : 'text',
          placeholder: usual,
        });
  }

  for (const { name, title, help, options } of widgets)
    blocks.registerBlockType(`ceal-widgets/${name}`, {
      edit(block) {
        const { attributes, setAttributes } = block;
        const fields = options
          .filter((option) => option.name === 'src' || wordsFor(option))
          .map((option) => field(option, block));
        return createElement(
          'div',
          useBlockProps(),
          createElement(
            InspectorControls,
            null,
            createElement(PanelBody, { title: words.options }, ...fields.slice(0, FIRST_OPTIONS)),
            createElement(
              PanelBody,
              { title: words.moreOptions, initialOpen: false },
              ...fields.slice(FIRST_OPTIONS),
            ),
          ),
          createElement(
            Placeholder,
            { label: title, instructions: hasFeed || attributes.src ? help : words.noFeed },
            createElement(TextareaControl, {
              label: words.fallback,
              help: words.fallbackHelp,
              value: attributes.fallback,
              onChange: (fallback) => setAttributes({ fallback }),
              __nextHasNoMarginBottom: true,
            }),
          ),
        );
      },
      save: () => null,
    });
})(window.wp, window.cealWidgets);
