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

/** True for an address on this site: relative to a page, or of the same host. */
function is_own_address( $address ) {
	$parts = wp_parse_url( trim( $address ) );
	if ( false === $parts || preg_match( '/[\\\\\x00-\x20\x7f]/', trim( $address ) ) ) {
		return false;
	}
	return ! isset( $parts['scheme'] ) && ! isset( $parts['host'] )
		|| in_array( $parts['scheme'] ?? 'https', array( 'http', 'https' ), true )
		&& isset( $parts['host'] )
		&& wp_parse_url( home_url(), PHP_URL_HOST ) === strtolower( $parts['host'] )
		&& wp_parse_url( home_url(), PHP_URL_PORT ) === ( $parts['port'] ?? null );
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
		list( $name, $value ) = is_int( $name ) ? array( $value, 'true' ) : array( $name, $value );
		$name                 = strtr( strtolower( (string) $name ), '_', '-' );
		$is_refused           = in_array( $name, SENDING_OPTIONS, true ) && ! is_own_address( (string) $value );
		if ( in_array( $name, $known, true ) && is_scalar( $value ) && '' !== (string) $value && ! $is_refused ) {
			$attributes[ $name ] = (string) $value;
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
		$attributes .= sprintf( ' %s="%s"', $name, esc_attr( $value ) );
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
				return markup( $widget, (array) $given, do_shortcode( (string) $fallback ) );
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
	wp_add_inline_script(
		BLOCK_SCRIPT,
		sprintf(
			'window.cealWidgets = %s;',
			// Signs that would end a script are written as codes.
			wp_json_encode( block_data(), JSON_HEX_TAG | JSON_HEX_AMP )
		),
		'before'
	);
	foreach ( data()['widgets'] as $widget ) {
		$attributes = array( 'fallback' => array( 'type' => 'string', 'default' => '' ) );
		foreach ( $widget['options'] as $option ) {
			$attributes[ $option['name'] ] = array( 'type' => 'string', 'default' => '' );
		}
		register_block_type(
			"ceal-widgets/{$widget['name']}",
			array(
				'api_version'           => 3,
				'title'                 => in_language( $widget['title'] ),
				'description'           => in_language( $widget['help'] ),
				'category'              => 'widgets',
				'icon'                  => 'groups',
				'keywords'              => array( 'ceal' ),
				'attributes'            => $attributes,
				'supports'              => array( 'html' => false, 'anchor' => true, 'align' => array( 'wide', 'full' ) ),
				'editor_script_handles' => array( BLOCK_SCRIPT ),
				'render_callback'       => static function ( $given ) use ( $widget ) {
					$fallback = $given['fallback'] ?? '';
					$given   += array( 'id' => $given['anchor'] ?? '' );
					$align    = in_array( $given['align'] ?? '', array( 'wide', 'full' ), true ) ? " align{$given['align']}" : '';
					return sprintf( '<div class="wp-block-ceal-widgets%s">%s</div>', $align, markup( $widget, $given, wpautop( $fallback ) ) );
				},
			)
		);
	}
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

function register_settings() {
	$words = in_language( data()['words'] );
	add_settings_section( SETTINGS, '', '__return_null', SETTINGS );
	foreach ( array( FEED => 'feed', SIGNUPS => 'signups' ) as $setting => $word ) {
		register_setting( SETTINGS, $setting, array( 'type' => 'string', 'sanitize_callback' => 'esc_url_raw', 'default' => '' ) );
		add_settings_field(
			$setting,
			esc_html( $words[ $word ] ),
			static function () use ( $setting, $words, $word ) {
				printf(
					'<input type="url" class="regular-text" id="%1$s" name="%1$s" value="%2$s" aria-describedby="%1$s-help"><p class="description" id="%1$s-help">%3$s</p>',
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
add_action( 'wp_enqueue_scripts', __NAMESPACE__ . '\enqueue_assets_early' );
add_action( 'admin_init', __NAMESPACE__ . '\register_settings' );
add_action( 'admin_menu', __NAMESPACE__ . '\add_settings_page' );
