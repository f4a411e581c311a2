<?php
/**
 * Takes the settings away with the plugin.
 *
 * @package ceal-widgets
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'ceal_widgets_feed' );
delete_option( 'ceal_widgets_signups' );
