<?php

declare(strict_types=1);

namespace Drupal\ceal_widgets\Form;

use Drupal\ceal_widgets\Widgets;
use Drupal\Core\Config\ConfigFactoryInterface;
use Drupal\Core\Config\TypedConfigManagerInterface;
use Drupal\Core\Form\ConfigFormBase;
use Drupal\Core\Form\FormStateInterface;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * The feed and the address for sign-ups of the blocks that name none.
 */
final class SettingsForm extends ConfigFormBase {

  private const SETTINGS = 'ceal_widgets.settings';

  /**
   * The longest address that a field takes.
   */
  private const MAX_LENGTH = 2048;

  /**
   * Takes the words of the fields too.
   */
  public function __construct(
    ConfigFactoryInterface $config_factory,
    TypedConfigManagerInterface $typed_config_manager,
    protected Widgets $widgets,
  ) {
    parent::__construct($config_factory, $typed_config_manager);
  }

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container): self {
    return new self(
      $container->get('config.factory'),
      $container->get('config.typed'),
      $container->get('ceal_widgets.widgets'),
    );
  }

  /**
   * {@inheritdoc}
   */
  public function getFormId(): string {
    return 'ceal_widgets_settings';
  }

  /**
   * {@inheritdoc}
   */
  protected function getEditableConfigNames(): array {
    return [self::SETTINGS];
  }

  /**
   * {@inheritdoc}
   */
  public function buildForm(array $form, FormStateInterface $form_state): array {
    foreach (['feed', 'signups'] as $setting) {
      $form[$setting] = [
        '#type' => 'textfield',
        '#title' => $this->widgets->word($setting),
        '#description' => $this->widgets->word("{$setting}Help"),
        '#maxlength' => self::MAX_LENGTH,
        '#config_target' => self::SETTINGS . ":$setting",
      ];
    }
    return parent::buildForm($form, $form_state);
  }

}
