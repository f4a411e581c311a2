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

require_once __DIR__ . '/WidgetAttributes.php';

const VERSION      = '0.0.0-source';
const ASSETS       = 'ceal-widgets';
const BLOCK_SCRIPT = 'ceal-widgets-blocks';
const SETTINGS     = 'ceal-widgets';

/** The setting with the address of the feed, and that with the address that sign-ups go to. */
const FEED    = 'ceal_widgets_feed';
const SIGNUPS = 'ceal_widgets_signups';

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

/**
 * The options that a page gives, as texts by the names of their attributes.
 *
 * @param array $given As a shortcode or a block gives them: those without a value as a list.
 * @return array<string, string>
 */
function options_of( array $given ) {
	$options = array();
	foreach ( $given as $name => $value ) {
		// WordPress gives those without a value as a list.
		if ( is_int( $name ) ) {
			list( $name, $value ) = array( $value, 'true' );
		}
		if ( is_string( $name ) && is_scalar( $value ) ) {
			// WordPress stores what authors write with entities: here stands what a browser makes of them.
			$text = html_entity_decode( (string) $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
			$options[ strtr( strtolower( $name ), '_', '-' ) ] = trim( $text );
		}
	}
	return $options;
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
	$options    = options_of( $given );
	$settings   = array( 'src' => get_option( FEED ), 'endpoint' => get_option( SIGNUPS ) );
	$attributes = '';
	foreach ( WidgetAttributes::of( $widget, $options, $settings, home_url() ) as $name => $value ) {
		// An entity stays what it is in the value, which esc_attr() alone would let a browser read once more.
		$attributes .= sprintf( ' %s="%s"', $name, esc_attr( str_replace( '&', '&amp;', $value ) ) );
	}
	return WidgetAttributes::noteOnRefused( $widget, $options, home_url() )
		. sprintf( '<ceal-%1$s%2$s>%3$s</ceal-%1$s>', $widget['name'], $attributes, wp_kses_post( $fallback ) );
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
					$fallback = wpautop( make_clickable( $given['fallback'] ?? '' ) );
					// An empty field is not given; a shortcode can give an empty option.
					$options = array_filter( array( 'id' => $given['anchor'] ?? '' ) + $given, static fn( $value ) => '' !== $value );
					return sprintf( '<div %s>%s</div>', get_block_wrapper_attributes(), markup( $widget, $options, $fallback ) );
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

/** True for a post with a block or a shortcode of ours. */
function has_widget( \WP_Post $post ) {
	foreach ( data()['widgets'] as $widget ) {
		if ( has_shortcode( $post->post_content, shortcode_of( $widget ) ) || has_block( "ceal-widgets/{$widget['name']}", $post ) ) {
			return true;
		}
	}
	return false;
}

/** The style sheet belongs in the head: a classic theme has written that before it reaches the posts of the page. */
function enqueue_assets_early() {
	$posts = array_filter( array_map( 'get_post', $GLOBALS['wp_query']->posts ?? array() ) );
	if ( array_filter( $posts, __NAMESPACE__ . '\has_widget' ) ) {
		enqueue_assets();
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
