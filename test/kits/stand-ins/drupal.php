<?php

/**
 * Runs the module for Drupal with stand-ins for what it uses of Drupal: `php drupal.php <folder of the module>`, with a
 * case as JSON on standard input. Prints what came of it as JSON. It shows what our own code does, not what Drupal does.
 */

declare(strict_types=1);

namespace Drupal\Component\Render {
  interface MarkupInterface extends \JsonSerializable, \Stringable {}
}

namespace Drupal\Component\Plugin\Derivative {
  class DeriverBase {
    protected array $derivatives = [];
  }
}

namespace Drupal\Core\StringTranslation {
  class TranslatableMarkup {
    public function __construct(string $text) {}
  }
}

namespace Drupal\Core\Plugin {
  interface ContainerFactoryPluginInterface {}
}

namespace Drupal\Core\Plugin\Discovery {
  interface ContainerDeriverInterface {}
}

namespace Drupal\Core\Config {
  interface TypedConfigManagerInterface {}
  class ImmutableConfig {
    public function __construct(private array $values) {}
    public function get(string $name): mixed {
      return $this->values[$name] ?? NULL;
    }
    public function getCacheTags(): array {
      return ['config:ceal_widgets.settings'];
    }
  }
  interface ConfigFactoryInterface {
    public function get(string $name): ImmutableConfig;
  }
}

namespace Drupal\Core\Form {
  interface FormStateInterface {}
  class ConfigFormBase {
    public function __construct($config_factory, $typed_config_manager) {}
    public function buildForm(array $form, FormStateInterface $form_state) {
      return $form;
    }
  }
}

namespace Drupal\Core\Block {
  class BlockBase {
    protected array $configuration;
    public function __construct(array $configuration, protected string $pluginId, $definition) {
      $this->configuration = array_replace($this->defaultConfiguration(), $configuration);
    }
    public function getDerivativeId(): string {
      return explode(':', $this->pluginId)[1];
    }
    public function getConfiguration(): array {
      return $this->configuration;
    }
  }
}

namespace Drupal\Core\Block\Attribute {
  #[\Attribute]
  class Block {
    public function __construct(string $id, $admin_label, $category, string $deriver) {}
  }
}

namespace Symfony\Component\DependencyInjection {
  interface ContainerInterface {}
}

namespace Symfony\Component\HttpFoundation {
  class RequestStack {
    public function __construct(private string $origin) {}
    public function getCurrentRequest(): self {
      return $this;
    }
    public function getSchemeAndHttpHost(): string {
      return $this->origin;
    }
  }
}

namespace {

  use Drupal\ceal_widgets\Form\SettingsForm;
  use Drupal\ceal_widgets\Plugin\Block\WidgetBlock;
  use Drupal\ceal_widgets\Plugin\Derivative\WidgetBlocks;
  use Drupal\ceal_widgets\Widgets;
  use Drupal\Core\Config\ConfigFactoryInterface;
  use Drupal\Core\Config\ImmutableConfig;
  use Drupal\Core\Config\TypedConfigManagerInterface;
  use Drupal\Core\Form\FormStateInterface;
  use Symfony\Component\HttpFoundation\RequestStack;

  final class Drupal {
    public static string $language = 'en';
    public static function languageManager(): self {
      return new self();
    }
    public function getCurrentLanguage(): self {
      return $this;
    }
    public function getId(): string {
      return self::$language;
    }
  }

  final class FormState implements FormStateInterface {
    public array $errors = [];
    public function __construct(private array $values) {}
    public function getValue(string|array $path): mixed {
      $value = $this->values;
      foreach ((array) $path as $name) {
        $value = $value[$name] ?? NULL;
      }
      return $value;
    }
    public function setError(array $element, mixed $message): void {
      $this->errors[(string) $element['#title']] = $message;
    }
  }

  $module = $argv[1];
  spl_autoload_register(static function (string $class) use ($module): void {
    $name = strtr(str_replace('Drupal\\ceal_widgets\\', '', $class), '\\', '/');
    if (is_file("$module/src/$name.php")) {
      require "$module/src/$name.php";
    }
  });

  $case = json_decode(stream_get_contents(STDIN), TRUE) + [
    'widget' => 'enterprise-gallery',
    'configuration' => [],
    'settings' => [],
    'values' => [],
    'origin' => 'https://example.org',
    'language' => 'en',
  ];
  Drupal::$language = $case['language'];
  $config = new class ($case['settings']) implements ConfigFactoryInterface {
    public function __construct(private array $settings) {}
    public function get(string $name): ImmutableConfig {
      return new ImmutableConfig($this->settings);
    }
  };
  $widgets = new Widgets();
  $id = "ceal_widget:{$case['widget']}";
  $block = new WidgetBlock($case['configuration'], $id, [], $widgets, $config, new RequestStack($case['origin']));
  $state = new FormState($case['values'] + ['src' => '', 'more' => [], 'fallback' => ['value' => '', 'format' => NULL]]);
  $settings_form = new SettingsForm($config, new class implements TypedConfigManagerInterface {}, $widgets);
  $form = $block->blockForm([], $state);
  $block->blockValidate($form, $state);
  $build = $block->build();
  $dependencies = $block->calculateDependencies();
  $block->blockSubmit($form, $state);
  echo json_encode([
    'blocks' => array_column((new WidgetBlocks($widgets))->getDerivativeDefinitions([]), 'admin_label'),
    'form' => $form,
    'errors' => $state->errors,
    'build' => $build,
    'attributes' => (object) $build['#attributes'],
    'saved' => $block->getConfiguration(),
    'dependencies' => $dependencies,
    'settingsForm' => $settings_form->buildForm([], $state),
  ], JSON_THROW_ON_ERROR);
}
