<?php

declare(strict_types=1);

use TYPO3\CMS\Core\Utility\ExtensionManagementUtility;

defined('TYPO3') or die();

(static function (): void {
    $labels = 'LLL:EXT:ceal_widgets/Resources/Private/Language/locallang.xlf:';

    ExtensionManagementUtility::addTcaSelectItem('tt_content', 'CType', [
        'label' => $labels . 'element',
        'description' => $labels . 'element.description',
        'value' => 'ceal_widget',
        'icon' => 'content-special-html',
        'group' => 'special',
    ]);
    ExtensionManagementUtility::addPiFlexFormValue(
        '*',
        'FILE:EXT:ceal_widgets/Configuration/FlexForms/Widget.xml',
        'ceal_widget'
    );

    $GLOBALS['TCA']['tt_content']['ctrl']['typeicon_classes']['ceal_widget'] = 'content-special-html';
    $GLOBALS['TCA']['tt_content']['types']['ceal_widget'] = [
        'showitem' => "
            --div--;LLL:EXT:core/Resources/Private/Language/Form/locallang_tabs.xlf:general,
                --palette--;;general,
                --palette--;;headers,
                pi_flexform,
                bodytext;{$labels}fallback,
            --div--;LLL:EXT:frontend/Resources/Private/Language/locallang_ttc.xlf:tabs.appearance,
                --palette--;;frames,
                --palette--;;appearanceLinks,
            --div--;LLL:EXT:core/Resources/Private/Language/Form/locallang_tabs.xlf:language,
                --palette--;;language,
            --div--;LLL:EXT:core/Resources/Private/Language/Form/locallang_tabs.xlf:access,
                --palette--;;hidden,
                --palette--;;access,
        ",
        'columnsOverrides' => [
            'bodytext' => [
                'description' => $labels . 'fallback.description',
                'config' => ['enableRichtext' => true],
            ],
        ],
    ];
})();
