<?php

declare(strict_types=1);

namespace Ceal\Widgets\Frontend;

use Ceal\Widgets\WidgetAttributes;
use Ceal\Widgets\Widgets;
use Psr\Http\Message\ServerRequestInterface;
use TYPO3\CMS\Core\Configuration\ExtensionConfiguration;
use TYPO3\CMS\Core\Page\AssetCollector;
use TYPO3\CMS\Core\Service\FlexFormService;
use TYPO3\CMS\Core\Utility\GeneralUtility;
use TYPO3\CMS\Frontend\ContentObject\ContentObjectRenderer;

/**
 * Writes the element of a widget, and puts its script and style sheet on the page.
 */
final class WidgetRenderer
{
    private const ASSETS = 'ceal-widgets';
    private const FOLDER = 'EXT:ceal_widgets/Resources/Public/widgets/';

    private ContentObjectRenderer $content;

    public function __construct(
        private readonly AssetCollector $assets,
        private readonly ExtensionConfiguration $settings,
        private readonly FlexFormService $flexForms,
    ) {
    }

    /**
     * Takes the content element that is rendered: TYPO3 calls it first.
     */
    public function setContentObjectRenderer(ContentObjectRenderer $content): void
    {
        $this->content = $content;
    }

    /**
     * The markup of the content element; nothing for a widget that there is none of.
     *
     * @param array<string, mixed> $configuration Of TypoScript.
     */
    public function render(string $content, array $configuration, ServerRequestInterface $request): string
    {
        $fields = $this->flexForms->convertFlexFormContentToArray((string)($this->content->data['pi_flexform'] ?? ''));
        $widget = Widgets::all()[$fields['widget'] ?? ''] ?? null;
        if ($widget === null) {
            return '';
        }
        $this->addAssets();
        $origin = (string)$request->getAttribute('language')?->getBase();
        $settings = $this->settings->get('ceal_widgets');
        // An empty field is not given.
        $given = array_diff(['src' => $fields['src'] ?? ''] + ($fields[$widget['name']] ?? []), ['']);
        $attributes = WidgetAttributes::of(
            $widget,
            $given,
            ['src' => $settings['feed'] ?? '', 'endpoint' => $settings['signups'] ?? ''],
            $origin
        );
        $fallback = (string)($this->content->data['bodytext'] ?? '');
        return sprintf(
            '%1$s<ceal-%2$s %3$s>%4$s</ceal-%2$s>',
            WidgetAttributes::noteOnRefused($widget, $given, $origin),
            $widget['name'],
            GeneralUtility::implodeAttributes($attributes, true, true),
            $fallback === '' ? '' : $this->content->parseFunc($fallback, null, '< lib.parseFunc_RTE')
        );
    }

    /**
     * Puts the style sheet and the script in the head, once.
     */
    private function addAssets(): void
    {
        $this->assets->addStyleSheet(self::ASSETS, self::FOLDER . 'ceal-widgets.css', [], ['priority' => true]);
        $this->assets->addJavaScript(
            self::ASSETS,
            self::FOLDER . 'ceal-widgets.js',
            ['type' => 'module'],
            ['priority' => true]
        );
    }
}
