<?php

declare(strict_types=1);

namespace Drupal\ceal_widgets\Plugin\Block;

use Drupal\ceal_widgets\Plugin\Derivative\WidgetBlocks;
use Drupal\ceal_widgets\Text;
use Drupal\ceal_widgets\WidgetAttributes;
use Drupal\ceal_widgets\Widgets;
use Drupal\Core\Block\Attribute\Block;
use Drupal\Core\Block\BlockBase;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Config\ImmutableConfig;
use Drupal\Core\Form\FormStateInterface;
use Drupal\Core\Plugin\ContainerFactoryPluginInterface;
use Drupal\Core\StringTranslation\TranslatableMarkup;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\RequestStack;

/**
 * A widget as a block, with its options as fields.
 */
#[Block(
  id: 'ceal_widget',
  admin_label: new TranslatableMarkup('CEAL widget'),
  category: new TranslatableMarkup('CEAL Widgets'),
  deriver: WidgetBlocks::class,
)]
final class WidgetBlock extends BlockBase implements ContainerFactoryPluginInterface {

  /**
   * The longest text that a field takes: that of an address in browsers.
   */
  private const MAX_LENGTH = 2048;

  /**
   * The name of the widget in links, which no widget has for an option.
   */
  private const ID = ['name' => 'id', 'kind' => 'text'];

  /**
   * Takes the widgets, the settings and where the site is.
   *
   * They are protected and may be written: Drupal puts services back so where
   * it keeps a block with a form.
   */
  public function __construct(
    array $configuration,
    $plugin_id,
    $plugin_definition,
    protected Widgets $widgets,
    protected ConfigFactoryInterface $configFactory,
    protected RequestStack $requestStack,
  ) {
    parent::__construct($configuration, $plugin_id, $plugin_definition);
  }

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container, array $configuration, $plugin_id, $plugin_definition): self {
    return new self(
      $configuration,
      $plugin_id,
      $plugin_definition,
      $container->get('ceal_widgets.widgets'),
      $container->get('config.factory'),
      $container->get('request_stack'),
    );
  }

  /**
   * {@inheritdoc}
   */
  public function defaultConfiguration(): array {
    return [
      // A widget has a heading of its own.
      'label_display' => FALSE,
      'options' => [],
      'fallback' => ['value' => '', 'format' => NULL],
    ];
  }

  /**
   * {@inheritdoc}
   */
  public function blockForm($form, FormStateInterface $form_state): array {
    $options = array_column([...$this->widget()['options'], self::ID], NULL, 'name');
    $form['src'] = [
      '#title' => $this->widgets->word('feed'),
      '#description' => $this->widgets->word($this->settings()->get('feed') ? 'ownFeed' : 'feedHelp'),
    ] + $this->field($options['src']);
    $form['fallback'] = [
      '#type' => 'text_format',
      '#title' => $this->widgets->word('fallback'),
      '#description' => $this->widgets->word('fallbackHelp'),
      '#default_value' => $this->configuration['fallback']['value'],
      '#format' => $this->configuration['fallback']['format'],
    ];
    unset($options['src']);
    $has_field = fn(array $option): bool => $this->widgets->word('option-' . $option['name']) !== NULL;
    $form['more'] = ['#type' => 'details', '#title' => $this->widgets->word('moreOptions')]
      + array_map($this->field(...), array_filter($options, $has_field));
    return $form;
  }

  /**
   * {@inheritdoc}
   */
  public function blockValidate($form, FormStateInterface $form_state): void {
    foreach (WidgetAttributes::SENDING_OPTIONS as $name) {
      $address = trim((string) $form_state->getValue(['more', $name]));
      if (!WidgetAttributes::isOwnAddress($address, $this->origin())) {
        $form_state->setError($form['more'][$name], $this->widgets->word('ownSiteOnly'));
      }
    }
  }

  /**
   * {@inheritdoc}
   */
  public function blockSubmit($form, FormStateInterface $form_state): void {
    $given = ['src' => $form_state->getValue('src')] + $form_state->getValue('more');
    $this->configuration['options'] = array_filter(array_map('trim', $given), 'strlen');
    $this->configuration['fallback'] = $form_state->getValue('fallback');
  }

  /**
   * {@inheritdoc}
   */
  public function build(): array {
    $settings = $this->settings();
    $fallback = $this->configuration['fallback'];
    return [
      '#type' => 'html_tag',
      '#tag' => 'ceal-' . $this->getDerivativeId(),
      '#value' => '',
      '#attributes' => WidgetAttributes::of(
        $this->widget(),
        $this->configuration['options'],
        ['src' => $settings->get('feed'), 'endpoint' => $settings->get('signups')],
        $this->origin(),
      ),
      'fallback' => $fallback['value'] === '' ? [] : [
        '#type' => 'processed_text',
        '#text' => $fallback['value'],
        '#format' => $fallback['format'],
      ],
      '#attached' => ['library' => ['ceal_widgets/widgets']],
      // Which addresses are the site's own follows from its host.
      '#cache' => ['contexts' => ['url.site'], 'tags' => $settings->getCacheTags()],
    ];
  }

  /**
   * {@inheritdoc}
   */
  public function calculateDependencies(): array {
    $format = $this->configuration['fallback']['format'];
    return $format ? ['config' => ["filter.format.$format"]] : [];
  }

  /**
   * The field for an option. An empty one is not given.
   */
  private function field(array $option): array {
    $name = $option['name'];
    $field = [
      '#title' => $this->widgets->word("option-$name"),
      '#description' => $this->widgets->word($name === 'endpoint' ? 'ownSiteOnly' : "option-$name-help"),
      '#default_value' => $this->configuration['options'][$name] ?? '',
    ];
    return $field + match ($option['kind']) {
      'flag', 'choice' => ['#type' => 'select', '#options' => $this->choices($option)],
      'number' => ['#type' => 'number', '#step' => 'any', '#placeholder' => $option['usual'] ?? ''],
      default => ['#type' => 'textfield', '#maxlength' => self::MAX_LENGTH],
    };
  }

  /**
   * The values of a select, that of none given first.
   */
  private function choices(array $option): array {
    $labels = $option['kind'] === 'flag'
      ? ['true' => $this->widgets->word('yes'), 'false' => $this->widgets->word('no')]
      : array_combine($option['choices'], array_map($this->valueWord(...), $option['choices']));
    $usual = $this->widgets->word('usual');
    return ['' => isset($option['usual']) ? "{$labels[$option['usual']]} ($usual)" : $usual] + $labels;
  }

  /**
   * The word for a value, or the value itself where there is none.
   */
  private function valueWord(string $value): string|Text {
    return $this->widgets->word("value-$value") ?? $value;
  }

  /**
   * The widget of this block.
   */
  private function widget(): array {
    return $this->widgets->all()[$this->getDerivativeId()];
  }

  /**
   * The settings of the module.
   */
  private function settings(): ImmutableConfig {
    return $this->configFactory->get('ceal_widgets.settings');
  }

  /**
   * The scheme, host and port of the site.
   */
  private function origin(): string {
    return $this->requestStack->getCurrentRequest()->getSchemeAndHttpHost();
  }

}
