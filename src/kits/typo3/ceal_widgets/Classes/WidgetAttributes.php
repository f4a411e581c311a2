<?php

declare(strict_types=1);

namespace Ceal\Widgets;

/**
 * The attributes that a widget gets: of what a content element gives, what it may set.
 */
final class WidgetAttributes
{
    /**
     * Attributes that every widget may have beside its options.
     */
    private const GLOBAL_ATTRIBUTES = ['id', 'lang', 'dir'];

    /**
     * Options by which a form sends: a content element may not name another site.
     */
    private const SENDING_OPTIONS = ['endpoint', 'availability'];

    /**
     * Options that are written as lines: `page-size=6`, or `deep-link` alone.
     *
     * @return array<string, string>
     */
    public static function fromLines(string $lines): array
    {
        $options = [];
        foreach (preg_split('/\r\n|\r|\n/', $lines) as $line) {
            [$name, $value] = array_map('trim', explode('=', $line, 2)) + [1 => 'true'];
            $options[strtolower($name)] = $value;
        }
        return $options;
    }

    /**
     * Gives a widget its options, and the settings for those not given.
     *
     * @param array<string, mixed> $widget One of Widgets::all().
     * @param array<string, string> $given The options of the content element; empty for those not given.
     * @param array<string, string> $settings The values of the installation, by the option that they are for.
     * @param string $origin The scheme, host and port of the site; without a host only relative addresses are its own.
     * @return array<string, string> Values that are not escaped yet, by the name of the attribute.
     */
    public static function of(array $widget, array $given, array $settings, string $origin): array
    {
        $known = array_flip([...array_column($widget['options'], 'name'), ...self::GLOBAL_ATTRIBUTES]);
        $mayStand = static fn (string $value, string $name): bool => $value !== ''
            && (!in_array($name, self::SENDING_OPTIONS, true) || self::isOwnAddress($value, $origin));
        return array_filter(array_intersect_key($given, $known), $mayStand, ARRAY_FILTER_USE_BOTH)
            + array_filter(array_intersect_key($settings, $known));
    }

    /**
     * True for an address on this site: relative to a page, or of its scheme, host and port.
     */
    public static function isOwnAddress(string $address, string $origin): bool
    {
        // Browsers take a backslash for a slash, and take control characters and
        // blanks away, as the widgets do.
        if (preg_match('/^[^\\\\\p{Z}\p{C}]*$/u', $address) !== 1) {
            return false;
        }
        $parts = parse_url($address);
        if ($parts === false || isset($parts['user'])) {
            return false;
        }
        if (!isset($parts['scheme']) && !isset($parts['host'])) {
            return true;
        }
        $own = parse_url($origin);
        return isset($parts['host'], $own['host'], $own['scheme'])
            && strtolower($parts['scheme'] ?? $own['scheme']) === strtolower($own['scheme'])
            && strtolower($parts['host']) === strtolower($own['host'])
            && ($parts['port'] ?? null) === ($own['port'] ?? null);
    }
}
