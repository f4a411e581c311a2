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
        foreach (preg_split('/\R/', $lines) as $line) {
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
     * True for an address on this site: relative to a page, or of the same host.
     */
    public static function isOwnAddress(string $address, string $origin): bool
    {
        $address = trim($address);
        $parts = parse_url($address);
        // Browsers take a backslash for a slash, and control characters away.
        if ($parts === false || preg_match('/[\\\\\x00-\x20\x7f]/', $address)) {
            return false;
        }
        if (!isset($parts['scheme']) && !isset($parts['host'])) {
            return true;
        }
        $own = parse_url($origin);
        return in_array($parts['scheme'] ?? 'https', ['http', 'https'], true)
            && isset($parts['host'], $own['host'])
            && strtolower($parts['host']) === strtolower($own['host'])
            && ($parts['port'] ?? null) === ($own['port'] ?? null);
    }
}
