<?php

declare(strict_types=1);

use TYPO3\CMS\Core\Security\ContentSecurityPolicy\Directive;
use TYPO3\CMS\Core\Security\ContentSecurityPolicy\Mutation;
use TYPO3\CMS\Core\Security\ContentSecurityPolicy\MutationCollection;
use TYPO3\CMS\Core\Security\ContentSecurityPolicy\MutationMode;
use TYPO3\CMS\Core\Security\ContentSecurityPolicy\Scope;
use TYPO3\CMS\Core\Security\ContentSecurityPolicy\SourceKeyword;
use TYPO3\CMS\Core\Security\ContentSecurityPolicy\SourceScheme;
use TYPO3\CMS\Core\Type\Map;

// What the widgets need where the policy of the frontend is on. Pictures come from wherever the feed says.
return Map::fromEntries([
    Scope::frontend(),
    new MutationCollection(
        new Mutation(MutationMode::Extend, Directive::ScriptSrc, SourceKeyword::self),
        new Mutation(MutationMode::Extend, Directive::StyleSrc, SourceKeyword::self),
        new Mutation(MutationMode::Extend, Directive::ConnectSrc, SourceKeyword::self),
        new Mutation(MutationMode::Extend, Directive::ImgSrc, SourceKeyword::self, SourceScheme::https),
    ),
]);
