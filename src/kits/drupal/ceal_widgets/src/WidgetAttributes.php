<?php

declare(strict_types=1);

namespace Drupal\ceal_widgets;

/**
 * The attributes that a widget gets: of what a block gives, what it may set.
 */
final class WidgetAttributes {

  /**
   * Attributes that every widget may have beside its options.
   */
  private const GLOBAL_ATTRIBUTES = ['id', 'lang', 'dir'];

  /**
   * Options by which a form sends: a block may not name another site.
   */
  public const SENDING_OPTIONS = ['endpoint', 'availability'];

  /**
   * Gives a widget its options, and the settings for those not given.
   *
   * @param array<string, mixed> $widget
   *   One of \Drupal\ceal_widgets\Widgets::all().
   * @param array<string, mixed> $given
   *   The options of the block; empty for those not given.
   * @param array<string, string> $settings
   *   The values of the site, by the option that they are for.
   * @param string $origin
   *   The scheme, host and port of the site.
   *
   * @return array<string, string>
   *   Values that are not escaped yet, by the name of the attribute.
   */
  public static function of(array $widget, array $given, array $settings, string $origin): array {
    $known = array_flip([...array_column($widget['options'], 'name'), ...self::GLOBAL_ATTRIBUTES]);
    $may_stand = static fn(mixed $value, string $name): bool => is_string($value) && $value !== ''
      && (!in_array($name, self::SENDING_OPTIONS, TRUE) || self::isOwnAddress($value, $origin));
    return array_filter(array_intersect_key($given, $known), $may_stand, ARRAY_FILTER_USE_BOTH)
      + array_filter(array_intersect_key($settings, $known));
  }

  /**
   * TRUE for an address on this site: relative to a page, or of its scheme, host and port.
   */
  public static function isOwnAddress(string $address, string $origin): bool {
    // Browsers take a backslash for a slash, and take control characters and
    // blanks away, as the widgets do.
    if (preg_match('/^[^\\\\\p{Z}\p{C}]*$/u', $address) !== 1) {
      return FALSE;
    }
    $parts = parse_url($address);
    if ($parts === FALSE || isset($parts['user'])) {
      return FALSE;
    }
    if (!isset($parts['scheme']) && !isset($parts['host'])) {
      return TRUE;
    }
    $own = parse_url($origin);
    return isset($parts['host'], $own['host'], $own['scheme'])
      && strtolower($parts['scheme'] ?? $own['scheme']) === strtolower($own['scheme'])
      && strtolower($parts['host']) === strtolower($own['host'])
      && ($parts['port'] ?? NULL) === ($own['port'] ?? NULL);
  }

}
