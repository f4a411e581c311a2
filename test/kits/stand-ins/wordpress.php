<?php

/**
 * Runs the plugin for WordPress with stand-ins for what it uses of WordPress: `php wordpress.php <folder of the plugin>`,
 * with a case as JSON on standard input. Prints what came of it as JSON. It shows what our own code does, not what
 * WordPress does.
 */

declare(strict_types=1);

define('ABSPATH', '/');
define('WP_UNINSTALL_PLUGIN', 'ceal-widgets');

final class WP_Post {
	public function __construct(public string $post_content) {}
}

final class Calls {
	public static array $case;
	public static array $shortcodes = [];
	public static array $blocks = [];
	public static array $enqueued = [];
	public static array $deleted = [];
}

function add_action(string $name, string $callback): void {}

function add_shortcode(string $name, callable $render): void {
	Calls::$shortcodes[$name] = $render;
}

function register_block_type(string $name, array $block): void {
	Calls::$blocks[$name] = $block;
}

function wp_register_script(mixed ...$script): void {}

function wp_enqueue_style(string $name, mixed ...$style): void {
	Calls::$enqueued[] = $name;
}

function wp_enqueue_script_module(string $name, mixed ...$script): void {}

function get_option(string $name): mixed {
	return Calls::$case['settings'][$name] ?? false;
}

function delete_option(string $name): void {
	Calls::$deleted[] = $name;
}

function delete_blog_option(int $site, string $name): void {
	Calls::$deleted[] = "$site $name";
}

function is_multisite(): bool {
	return Calls::$case['sites'] !== [];
}

function get_sites(array $query): array {
	return $query['fields'] === 'ids' && $query['number'] === 0 ? Calls::$case['sites'] : [];
}

function get_post(string $content): WP_Post {
	return new WP_Post($content);
}

function has_shortcode(string $content, string $name): bool {
	return str_contains($content, "[$name");
}

function has_block(string $name, WP_Post $post): bool {
	return str_contains($post->post_content, "<!-- wp:$name ");
}

function home_url(): string {
	return 'https://example.org';
}

function get_user_locale(): string {
	return 'en_GB';
}

function plugins_url(string $path, string $file): string {
	return "https://example.org/plugins/$path";
}

function get_block_wrapper_attributes(): string {
	return '';
}

function esc_attr(string $text): string {
	return htmlspecialchars($text, ENT_QUOTES, double_encode: false);
}

function wp_kses_post(string $html): string {
	return $html;
}

function wpautop(string $text): string {
	return $text;
}

function make_clickable(string $text): string {
	return $text;
}

function do_shortcode(string $text): string {
	return $text;
}

$plugin = $argv[1];
Calls::$case = json_decode(stream_get_contents(STDIN), true) + [
	'widget' => 'enterprise-gallery',
	'given' => [],
	'settings' => [],
	'posts' => [],
	'sites' => [],
	'uninstall' => false,
];
['widget' => $widget, 'given' => $given] = Calls::$case;
if (Calls::$case['uninstall']) {
	require "$plugin/uninstall.php";
}
require "$plugin/ceal-widgets.php";
Ceal_Widgets\register_shortcodes();
Ceal_Widgets\register_blocks();
$GLOBALS['wp_query'] = (object)['posts' => Calls::$case['posts']];
Ceal_Widgets\enqueue_assets_early();
$enqueued = Calls::$enqueued;
$block = Calls::$blocks["ceal-widgets/$widget"];
$fields = array_column(array_map(
	static fn (string $name, array $field): array => [$name, $field['default']],
	array_keys($block['attributes']),
	$block['attributes']
), 1, 0);
echo json_encode([
	'shortcode' => Calls::$shortcodes['ceal_' . strtr($widget, '-', '_')]($given),
	'block' => $block['render_callback']($given + $fields + ['metadata' => ['name' => 'x']]),
	'enqueued' => $enqueued,
	'deleted' => Calls::$deleted,
], JSON_THROW_ON_ERROR);
