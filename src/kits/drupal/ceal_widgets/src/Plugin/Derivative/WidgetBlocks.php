<?php

declare(strict_types=1);

namespace Drupal\ceal_widgets\Plugin\Derivative;

use Drupal\ceal_widgets\Text;
use Drupal\ceal_widgets\Widgets;
use Drupal\Component\Plugin\Derivative\DeriverBase;
use Drupal\Core\Plugin\Discovery\ContainerDeriverInterface;
use Symfony\Component\DependencyInjection\ContainerInterface;

/**
 * Makes a block of each widget.
 */
final class WidgetBlocks extends DeriverBase implements ContainerDeriverInterface {

  /**
   * Takes the widgets.
   */
  public function __construct(private readonly Widgets $widgets) {}

  /**
   * {@inheritdoc}
   */
  public static function create(ContainerInterface $container, $base_plugin_id): self {
    return new self($container->get('ceal_widgets.widgets'));
  }

  /**
   * {@inheritdoc}
   */
  public function getDerivativeDefinitions($base_plugin_definition): array {
    foreach ($this->widgets->all() as $name => $widget) {
      $this->derivatives[$name] = ['admin_label' => new Text($widget['title'])] + $base_plugin_definition;
    }
    return $this->derivatives;
  }

}
