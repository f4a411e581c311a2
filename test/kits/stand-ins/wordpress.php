<?php

/**
 * Asks the plugin for WordPress which addresses are those of https://example.org, with stand-ins for what it uses:
 * `php wordpress.php <folder of the plugin>`, with the addresses as a JSON list on standard input. Prints a list of
 * booleans.
 */

declare(strict_types=1);

define('ABSPATH', '/');

function add_action(string $name, string $callback): void {}

function wp_parse_url(string $url, int $part = -1): mixed {
	return parse_url($url, $part);
}

function home_url(): string {
	return 'https://example.org';
}

require "$argv[1]/ceal-widgets.php";

$addresses = json_decode(stream_get_contents(STDIN), true);
echo json_encode(array_map('Ceal_Widgets\is_own_address', $addresses));
