/** The blocks in WordPress' editor: a field for each option. What visitors get is made by the plugin in PHP. */
(({ blocks, blockEditor, components, element: { createElement } }, { widgets, words, hasFeed }) => {
  const { InspectorControls, useBlockProps } = blockEditor;
  const { PanelBody, Placeholder, SelectControl, TextareaControl, TextControl } = components;

  /** Options that stand first: what an editor of a page chooses most. */
  const FIRST_OPTIONS = 6;

  const labelOf = (name) => name[0].toUpperCase() + name.slice(1).replaceAll('-', ' ');

  /** Help without the marks of code, which a field does not show as such. */
  const helpOf = ({ help }) => help.replaceAll('`', '');

  const choicesOf = ({ kind, choices = [], usual }) => [
    { value: '', label: usual ? `${usualIn(kind, usual)} (${words.usual})` : words.usual },
    ...(kind === 'flag' ? ['true', 'false'] : choices).map((value) => ({
      value,
      label: usualIn(kind, value),
    })),
  ];
  const usualIn = (kind, value) => (kind === 'flag' ? (value === 'true' ? words.yes : words.no) : value);

  /** The field for an option. An empty one is not given. */
  function field(option, { attributes, setAttributes }) {
    const { name, kind, usual } = option;
    const isFeed = name === 'src';
    const properties = {
      key: name,
      label: isFeed ? words.feed : labelOf(name),
      help: isFeed ? (hasFeed ? words.ownFeed : words.feedHelp) : helpOf(option),
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
        const fields = options.map((option) => field(option, block));
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
