<?php

declare(strict_types=1);

namespace Drupal\ceal_widgets;

use Drupal\Component\Render\MarkupInterface;

/**
 * A text of the module in the language of the page: that, or English.
 *
 * It chooses only when it is printed, as Drupal keeps the names of blocks for
 * all languages. Being of the module's own file, it is safe to print.
 */
final class Text implements MarkupInterface {

  /**
   * Keeps a text in each language.
   *
   * @param array<string, string> $texts
   *   The texts by the code of their language.
   */
  public function __construct(private readonly array $texts) {}

  /**
   * {@inheritdoc}
   */
  public function __toString(): string {
    $language = \Drupal::languageManager()->getCurrentLanguage()->getId();
    return $this->texts[$language] ?? $this->texts['en'];
  }

  /**
   * {@inheritdoc}
   */
  public function jsonSerialize(): string {
    return (string) $this;
  }

}
