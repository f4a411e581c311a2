<?php

$EM_CONF[$_EXTKEY] = [
    'title' => 'CEAL Widgets',
    'description' => 'A content element for a gallery of social enterprises, a programme, a sign-up form and a guide, from one feed.',
    'category' => 'fe',
    'version' => '0.0.0-source',
    'state' => 'beta',
    'constraints' => [
        'depends' => [
            'typo3' => '12.4.0-13.4.99',
            'fluid_styled_content' => '12.4.0-13.4.99',
        ],
    ],
    'autoload' => [
        'psr-4' => ['Ceal\\Widgets\\' => 'Classes/'],
    ],
];
