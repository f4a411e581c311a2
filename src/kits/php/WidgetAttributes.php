<?php

declare(strict_types=1);

namespace Ceal_Kit;

/**
 * The attributes that a widget gets: of what a page gives, what it may set.
 *
 * Written once for all systems: the build puts it in each kit, in the namespace of that. PHP 7.4 has to read it.
 */
final class WidgetAttributes
{
    /**
     * Options by which a form sends: whoever may write a page may not name another site.
     */
    public const SENDING_OPTIONS = ['endpoint', 'availability'];

    /**
     * Attributes that every widget may have beside its options.
     */
    private const GLOBAL_ATTRIBUTES = ['id', 'lang', 'dir'];

    /**
     * What an editor writes in a field, where an empty one says that nothing is given.
     */
    private const NONE = 'none';

    private const USUAL_PORTS = ['http' => 80, 'https' => 443];

    /**
     * Gives a widget its options, and the settings for those not given.
     *
     * @param array<string, mixed> $widget One of widgets.json.
     * @param array<string, mixed> $given The options of the page. An empty one is not given, but for a list of the
     *   widget that can be empty.
     * @param array<string, mixed> $settings The values of the site, by the option that they are for.
     * @param string $origin The scheme, host and port of the site; without a host only relative addresses are its own.
     * @return array<string, string> Values that are not escaped yet, by the name of the attribute.
     */
    public static function of(array $widget, array $given, array $settings, string $origin): array
    {
        $options = self::optionsOf($widget);
        $refused = self::refused($widget, $given, $origin);
        $attributes = [];
        foreach (array_intersect_key($given, $options) as $name => $value) {
            if (!is_string($value) || in_array($name, $refused, true)) {
                continue;
            }
            $can_be_empty = $options[$name]['canBeEmpty'] ?? false;
            if ($can_be_empty && strtolower($value) === self::NONE) {
                $value = '';
            }
            if ($value !== '' || $can_be_empty) {
                $attributes[$name] = $value;
            }
        }
        return $attributes + array_filter(array_intersect_key($settings, $options));
    }

    /**
     * A comment for whoever looks why a form does not send where its page says; empty where nothing is left out.
     */
    public static function noteOnRefused(array $widget, array $given, string $origin): string
    {
        $names = implode(', ', self::refused($widget, $given, $origin));
        return $names === '' ? '' : "<!-- CEAL Widgets: left out, as it names another site: $names."
            . ' An address of another site goes in the settings. -->';
    }

    /**
     * True for an address on this site: relative to a page, or of its scheme, host and port.
     */
    public static function isOwnAddress(string $address, string $origin): bool
    {
        // Browsers take a backslash for a slash, and take control characters and blanks away, as the widgets do.
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
        if (!isset($parts['host'], $own['host'], $own['scheme'])) {
            return false;
        }
        $scheme = strtolower($own['scheme']);
        $usual_port = self::USUAL_PORTS[$scheme] ?? null;
        return strtolower($parts['scheme'] ?? $scheme) === $scheme
            && strtolower($parts['host']) === strtolower($own['host'])
            && ($parts['port'] ?? $usual_port) === ($own['port'] ?? $usual_port);
    }

    /**
     * The names of the given options that name another site, and may not.
     *
     * @return string[]
     */
    private static function refused(array $widget, array $given, string $origin): array
    {
        $sending = array_intersect(self::SENDING_OPTIONS, array_keys(self::optionsOf($widget)));
        return array_filter($sending, static function (string $name) use ($given, $origin): bool {
            return !self::isOwnAddress((string)($given[$name] ?? ''), $origin);
        });
    }

    /**
     * What a widget may be given, by its name.
     *
     * @return array<string, array<string, mixed>>
     */
    private static function optionsOf(array $widget): array
    {
        return array_column($widget['options'], null, 'name') + array_fill_keys(self::GLOBAL_ATTRIBUTES, []);
    }
}
