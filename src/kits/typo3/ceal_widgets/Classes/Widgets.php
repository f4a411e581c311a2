<?php

declare(strict_types=1);

namespace Ceal\Widgets;

/**
 * The widgets with their options.
 */
final class Widgets
{
    /**
     * Every widget, by its name: the tag without "ceal-".
     *
     * @return array<string, array<string, mixed>> The title and help in each language, and the options.
     */
    public static function all(): array
    {
        static $widgets = null;
        if ($widgets === null) {
            $data = json_decode(file_get_contents(dirname(__DIR__) . '/widgets.json'), true);
            $widgets = array_column($data['widgets'], null, 'name');
        }
        return $widgets;
    }
}
