<?php

declare(strict_types=1);

namespace Drupal\ceal_widgets;

/**
 * The widgets with their options, and the words of the fields.
 */
class Widgets {

  /**
   * What widgets.json holds, once it was read.
   */
  private ?array $data = NULL;

  /**
   * Every widget, by its name: the tag without "ceal-".
   *
   * @return array<string, array<string, mixed>>
   *   The title and help in each language, and the options.
   */
  public function all(): array {
    return array_column($this->data()['widgets'], NULL, 'name');
  }

  /**
   * A word of the fields.
   *
   * @param string $key
   *   As "feed" or "option-layout".
   */
  public function word(string $key): ?Text {
    $texts = array_filter(array_map(static fn(array $words): ?string => $words[$key] ?? NULL, $this->data()['words']));
    return $texts ? new Text($texts) : NULL;
  }

  /**
   * What widgets.json holds.
   */
  private function data(): array {
    return $this->data ??= json_decode(file_get_contents(dirname(__DIR__) . '/widgets.json'), TRUE);
  }

}
