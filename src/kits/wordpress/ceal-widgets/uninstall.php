<?php
/**
 * Takes the settings away with the plugin, from every site of a network.
 *
 * @package ceal-widgets
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

foreach ( array( 'ceal_widgets_feed', 'ceal_widgets_signups' ) as $ceal_widgets_option ) {
	delete_option( $ceal_widgets_option );
	foreach ( is_multisite() ? get_sites( array( 'fields' => 'ids', 'number' => 0 ) ) : array() as $ceal_widgets_site ) {
		delete_blog_option( $ceal_widgets_site, $ceal_widgets_option );
	}
}
