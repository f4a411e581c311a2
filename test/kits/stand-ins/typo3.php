<?php

/**
 * Runs the extension for TYPO3 with stand-ins for what it uses of TYPO3: `php typo3.php <folder of the extension>`, with
 * a case as JSON on standard input. Prints what came of it as JSON. It shows what our own code does, not what TYPO3 does.
 */

declare(strict_types=1);

namespace Psr\Http\Message {
    interface ServerRequestInterface
    {
        public function getAttribute(string $name): mixed;
    }
}

namespace TYPO3\CMS\Core\Page {
    class AssetCollector
    {
        public array $assets = [];

        public function __call(string $method, array $asset): void
        {
            $this->assets[$method] = $asset;
        }
    }
}

namespace TYPO3\CMS\Core\Configuration {
    class ExtensionConfiguration
    {
        public function __construct(private array $settings)
        {
        }

        public function get(string $extension): array
        {
            return $this->settings;
        }
    }
}

namespace TYPO3\CMS\Core\Service {
    class FlexFormService
    {
        public function convertFlexFormContentToArray(string $form): array
        {
            return json_decode($form, true);
        }
    }
}

namespace TYPO3\CMS\Core\Utility {
    class GeneralUtility
    {
        public static function implodeAttributes(array $attributes, bool $isEscaped, bool $keepsEmpty): string
        {
            $attributes = $keepsEmpty ? $attributes : array_filter($attributes, 'strlen');
            $escape = static fn (string $value): string => $isEscaped ? htmlspecialchars($value) : $value;
            return implode(' ', array_map(
                static fn (string $name, string $value): string => sprintf('%s="%s"', $name, $escape($value)),
                array_keys($attributes),
                $attributes
            ));
        }
    }
}

namespace TYPO3\CMS\Core\Utility {
    class ExtensionManagementUtility
    {
        public static array $calls = [];

        public static function __callStatic(string $method, array $arguments): void
        {
            self::$calls[$method] = $arguments;
        }
    }
}

namespace TYPO3\CMS\Core\Type {
    class Map
    {
        public static function fromEntries(array ...$entries): array
        {
            return $entries;
        }
    }
}

namespace TYPO3\CMS\Core\Security\ContentSecurityPolicy {
    enum MutationMode: string
    {
        case Extend = 'extend';
    }

    enum Directive: string
    {
        case ScriptSrc = 'script-src';
        case StyleSrc = 'style-src';
        case ConnectSrc = 'connect-src';
        case ImgSrc = 'img-src';
    }

    enum SourceKeyword: string
    {
        case self = "'self'";
    }

    enum SourceScheme: string
    {
        case https = 'https:';
    }

    class Scope
    {
        public static function frontend(): string
        {
            return 'frontend';
        }
    }

    class Mutation
    {
        public array $sources;

        public function __construct(public MutationMode $mode, public Directive $directive, \BackedEnum ...$sources)
        {
            $this->sources = $sources;
        }
    }

    class MutationCollection
    {
        public array $mutations;

        public function __construct(Mutation ...$mutations)
        {
            $this->mutations = $mutations;
        }
    }
}

namespace TYPO3\CMS\Frontend\ContentObject {
    class ContentObjectRenderer
    {
        public function __construct(public array $data)
        {
        }

        public function parseFunc(string $text, ?array $configuration, string $reference): string
        {
            return "<!-- $reference -->" . strip_tags($text, '<p><a>');
        }
    }
}

namespace {
    use Ceal\Widgets\Backend\WidgetItems;
    use Ceal\Widgets\Frontend\WidgetRenderer;
    use Psr\Http\Message\ServerRequestInterface;
    use TYPO3\CMS\Core\Configuration\ExtensionConfiguration;
    use TYPO3\CMS\Core\Page\AssetCollector;
    use TYPO3\CMS\Core\Service\FlexFormService;
    use TYPO3\CMS\Core\Utility\ExtensionManagementUtility;
    use TYPO3\CMS\Frontend\ContentObject\ContentObjectRenderer;

    final class Request implements ServerRequestInterface
    {
        public function __construct(private string $base)
        {
        }

        public function getAttribute(string $name): mixed
        {
            return $name === 'language' ? $this : null;
        }

        public function getBase(): string
        {
            return $this->base;
        }
    }

    $extension = $argv[1];
    spl_autoload_register(static function (string $class) use ($extension): void {
        $name = strtr(str_replace('Ceal\\Widgets\\', '', $class), '\\', '/');
        if (is_file("$extension/Classes/$name.php")) {
            require "$extension/Classes/$name.php";
        }
    });

    $case = json_decode(stream_get_contents(STDIN), true) + [
        'fields' => [],
        'fallback' => '',
        'settings' => [],
        'base' => 'https://example.org/nl/',
        'language' => 'default',
    ];
    $GLOBALS['BE_USER'] = (object)['user' => ['lang' => $case['language']]];
    $assets = new AssetCollector();
    $renderer = new WidgetRenderer($assets, new ExtensionConfiguration($case['settings']), new FlexFormService());
    $renderer->setContentObjectRenderer(new ContentObjectRenderer([
        'pi_flexform' => json_encode((object)$case['fields']),
        'bodytext' => $case['fallback'],
    ]));
    $parameters = ['items' => []];
    (new WidgetItems())->add($parameters);
    define('TYPO3', true);
    require "$extension/ext_localconf.php";
    require "$extension/Configuration/TCA/Overrides/tt_content.php";
    echo json_encode([
        'calls' => ExtensionManagementUtility::$calls,
        'fields' => $GLOBALS['TCA']['tt_content']['types']['ceal_widget'],
        'policy' => require "$extension/Configuration/ContentSecurityPolicies.php",
        'markup' => $renderer->render('', [], new Request($case['base'])),
        'assets' => $assets->assets,
        'items' => $parameters['items'],
    ], JSON_THROW_ON_ERROR);
}
