<?php

declare(strict_types=1);

use Ceal\Widgets\Frontend\WidgetRenderer;
use TYPO3\CMS\Core\Utility\ExtensionManagementUtility;

defined('TYPO3') or die();

// Beside the other content elements, so that neither a static template nor a site set has to be chosen.
ExtensionManagementUtility::addTypoScript(
    'ceal_widgets',
    'setup',
    '
tt_content.ceal_widget =< lib.contentElement
tt_content.ceal_widget {
    templateName = Generic
    20 = USER
    20.userFunc = ' . WidgetRenderer::class . '->render
}',
    'defaultContentRendering'
);
