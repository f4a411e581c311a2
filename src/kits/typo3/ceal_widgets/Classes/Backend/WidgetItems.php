<?php

declare(strict_types=1);

namespace Ceal\Widgets\Backend;

use Ceal\Widgets\Widgets;

/**
 * The widgets that an editor chooses from.
 */
final class WidgetItems
{
    /**
     * Adds each widget, in the language of whoever edits: Dutch, else English.
     *
     * @param array<string, mixed> $parameters Those of an `itemsProcFunc`.
     */
    public function add(array &$parameters): void
    {
        $language = ($GLOBALS['BE_USER']->user['lang'] ?? '') === 'nl' ? 'nl' : 'en';
        foreach (Widgets::all() as $name => $widget) {
            $parameters['items'][] = ['label' => $widget['title'][$language], 'value' => $name];
        }
    }
}
