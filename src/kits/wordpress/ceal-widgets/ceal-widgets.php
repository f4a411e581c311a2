<?php
/**
 * Plugin Name: CEAL Widgets
 * Description: Blocks and shortcodes for a gallery of social enterprises, a programme, a sign-up form and a guide, from one feed.
 * Version: 0.0.0-source
 * Requires at least: 6.5
 * Requires PHP: 7.4
 * License: EUPL-1.2
 * Text Domain: ceal-widgets
 *
 * @package ceal-widgets
 */

namespace Ceal_Widgets;

defined( 'ABSPATH' ) || exit;

const VERSION      = '0.0.0-source';
const ASSETS       = 'ceal-widgets';
const BLOCK_SCRIPT = 'ceal-widgets-blocks';
const SETTINGS     = 'ceal-widgets';

/** The setting with the address of the feed, and that with the address that sign-ups go to. */
const FEED    = 'ceal_widgets_feed';
const SIGNUPS = 'ceal_widgets_signups';

/** Attributes that every widget may have beside its options. */
const GLOBAL_ATTRIBUTES = array( 'id', 'lang', 'dir' );

/** Options by which a form sends: whoever may write a page may not name another site. */
const SENDING_OPTIONS = array( 'endpoint', 'availability' );

/**
 * The widgets with their options, and the words of the fields.
 *
 * @return array<string, mixed>
 */
function data() {
	static $data = null;
	if ( null === $data ) {
		// A file of the plugin's own, not an address.
		$data = json_decode( file_get_contents( __DIR__ . '/widgets.json' ), true ); // phpcs:ignore WordPress.WP.AlternativeFunctions
	}
	return $data;
}

/** A text of `data()` in the language of whoever edits: Dutch, else English. */
function in_language( array $texts ) {
	return $texts[ 0 === strpos( get_user_locale(), 'nl' ) ? 'nl' : 'en' ];
}

/** Puts the style sheet and the script on the page, once. */
function enqueue_assets() {
	$folder = plugins_url( 'widgets', __FILE__ );
	wp_enqueue_style( ASSETS, "$folder/ceal-widgets.css", array(), VERSION );
	wp_enqueue_script_module( ASSETS, "$folder/ceal-widgets.js", array(), VERSION );
}

/** True for an address on this site: relative to a page, or of its scheme, host and port. */
function is_own_address( $address ) {
	// Browsers take a backslash for a slash, and take control characters and blanks away, as the widgets do.
	if ( 1 !== preg_match( '/^[^\\\\\p{Z}\p{C}]*$/u', $address ) ) {
		return false;
	}
	$parts = wp_parse_url( $address );
	if ( false === $parts || isset( $parts['user'] ) ) {
		return false;
	}
	$own = wp_parse_url( home_url() );
	return ! isset( $parts['scheme'] ) && ! isset( $parts['host'] )
		|| isset( $parts['host'] )
		&& strtolower( $own['scheme'] ) === strtolower( $parts['scheme'] ?? $own['scheme'] )
		&& strtolower( $own['host'] ) === strtolower( $parts['host'] )
		&& ( $own['port'] ?? null ) === ( $parts['port'] ?? null );
}

/**
 * The options of a widget that a page gives, without those that it does not know or may not set, with the settings for
 * what is not given.
 *
 * @param array $widget One of `data()`.
 * @param array $given  As a shortcode or a block gives them: those without a value as a list.
 * @return array<string, string>
 */
function attributes_of( array $widget, array $given ) {
	$known      = array_merge( array_column( $widget['options'], 'name' ), GLOBAL_ATTRIBUTES );
	$attributes = array();
	foreach ( $given as $name => $value ) {
		// WordPress gives those without a value as a list.
		if ( is_int( $name ) ) {
			list( $name, $value ) = array( $value, 'true' );
		}
		if ( ! is_string( $name ) || ! is_scalar( $value ) ) {
			continue;
		}
		$name = strtr( strtolower( $name ), '_', '-' );
		// WordPress stores what authors write with entities: here stands what a browser makes of them.
		$value      = trim( html_entity_decode( (string) $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
		$is_refused = in_array( $name, SENDING_OPTIONS, true ) && ! is_own_address( $value );
		if ( in_array( $name, $known, true ) && '' !== $value && ! $is_refused ) {
			$attributes[ $name ] = $value;
		}
	}
	$settings = array( 'src' => get_option( FEED ), 'endpoint' => get_option( SIGNUPS ) );
	foreach ( $settings as $name => $value ) {
		if ( $value && in_array( $name, $known, true ) ) {
			$attributes += array( $name => $value );
		}
	}
	return $attributes;
}

/**
 * The markup of a widget.
 *
 * @param array  $widget   One of `data()`.
 * @param array  $given    The options that a page gives.
 * @param string $fallback HTML that is shown until the script has come.
 */
function markup( array $widget, array $given, $fallback ) {
	enqueue_assets();
	$attributes = '';
	foreach ( attributes_of( $widget, $given ) as $name => $value ) {
		// An entity stays what it is in the value, which esc_attr() alone would let a browser read once more.
		$attributes .= sprintf( ' %s="%s"', $name, esc_attr( str_replace( '&', '&amp;', $value ) ) );
	}
	return sprintf( '<ceal-%1$s%2$s>%3$s</ceal-%1$s>', $widget['name'], $attributes, wp_kses_post( $fallback ) );
}

/** The name of the shortcode of a widget: `ceal_enterprise_gallery`. */
function shortcode_of( array $widget ) {
	return 'ceal_' . strtr( $widget['name'], '-', '_' );
}

function register_shortcodes() {
	foreach ( data()['widgets'] as $widget ) {
		add_shortcode(
			shortcode_of( $widget ),
			static function ( $given, $fallback = '' ) use ( $widget ) {
				// WordPress makes paragraphs around a shortcode, and so cuts those of what stands in it.
				$fallback = preg_replace( '#^\s*</p>|<p>\s*$#', '', (string) $fallback );
				return markup( $widget, (array) $given, do_shortcode( $fallback ) );
			}
		);
	}
}

function register_blocks() {
	wp_register_script(
		BLOCK_SCRIPT,
		plugins_url( 'blocks.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element' ),
		VERSION,
		true
	);
	foreach ( data()['widgets'] as $widget ) {
		$names = array_merge( array( 'fallback', 'anchor' ), array_column( $widget['options'], 'name' ) );
		register_block_type(
			"ceal-widgets/{$widget['name']}",
			array(
				'api_version'           => 3,
				'title'                 => in_language( $widget['title'] ),
				'description'           => in_language( $widget['help'] ),
				'category'              => 'widgets',
				'icon'                  => 'groups',
				'keywords'              => array( 'ceal' ),
				'attributes'            => array_fill_keys( $names, array( 'type' => 'string', 'default' => '' ) ),
				'supports'              => array( 'html' => false, 'anchor' => true, 'align' => array( 'wide', 'full' ) ),
				'editor_script_handles' => array( BLOCK_SCRIPT ),
				'render_callback'       => static function ( $given ) use ( $widget ) {
					return sprintf(
						'<div %s>%s</div>',
						get_block_wrapper_attributes(),
						markup( $widget, array( 'id' => $given['anchor'] ?? '' ) + $given, wpautop( make_clickable( $given['fallback'] ?? '' ) ) )
					);
				},
			)
		);
	}
}

function add_block_data() {
	// Signs that would end a script are written as codes.
	$data = wp_json_encode( block_data(), JSON_HEX_TAG | JSON_HEX_AMP );
	wp_add_inline_script( BLOCK_SCRIPT, "window.cealWidgets = $data;", 'before' );
}

/** What the script of the blocks needs: in the language of whoever edits. */
function block_data() {
	$data = data();
	return array(
		'words'   => in_language( $data['words'] ),
		'hasFeed' => (bool) get_option( FEED ),
		'widgets' => array_map(
			static function ( $widget ) {
				return array( 'title' => in_language( $widget['title'] ), 'help' => in_language( $widget['help'] ) ) + $widget;
			},
			$data['widgets']
		),
	);
}

/** The style sheet belongs in the head: a classic theme has written that before a shortcode is reached. */
function enqueue_assets_early() {
	$post = is_singular() ? get_post() : null;
	foreach ( $post ? data()['widgets'] : array() as $widget ) {
		if ( has_shortcode( $post->post_content, shortcode_of( $widget ) ) || has_block( "ceal-widgets/{$widget['name']}", $post ) ) {
			enqueue_assets();
			return;
		}
	}
}

/** An address of the web, or of this site; empty for any other. */
function web_address( $value ) {
	return esc_url_raw( trim( (string) $value ), array( 'http', 'https' ) );
}

function register_settings() {
	$words = in_language( data()['words'] );
	add_settings_section( SETTINGS, '', '__return_null', SETTINGS );
	foreach ( array( FEED => 'feed', SIGNUPS => 'signups' ) as $setting => $word ) {
		register_setting( SETTINGS, $setting, array( 'type' => 'string', 'sanitize_callback' => __NAMESPACE__ . '\web_address', 'default' => '' ) );
		add_settings_field(
			$setting,
			esc_html( $words[ $word ] ),
			static function () use ( $setting, $words, $word ) {
				printf(
					'<input type="text" inputmode="url" class="regular-text" id="%1$s" name="%1$s" value="%2$s" aria-describedby="%1$s-help"><p class="description" id="%1$s-help">%3$s</p>',
					esc_attr( $setting ),
					esc_attr( get_option( $setting ) ),
					esc_html( $words[ "{$word}Help" ] )
				);
			},
			SETTINGS,
			SETTINGS,
			array( 'label_for' => $setting )
		);
	}
}

function add_settings_page() {
	add_options_page(
		'CEAL Widgets',
		'CEAL Widgets',
		'manage_options',
		SETTINGS,
		static function () {
			echo '<div class="wrap"><h1>CEAL Widgets</h1><form action="options.php" method="post">';
			settings_fields( SETTINGS );
			do_settings_sections( SETTINGS );
			submit_button();
			echo '</form></div>';
		}
	);
}

add_action( 'init', __NAMESPACE__ . '\register_shortcodes' );
add_action( 'init', __NAMESPACE__ . '\register_blocks' );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\add_block_data' );
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_assets_early' );
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );
