import { defineElement } from '../element/define.js';
import { CealEnterpriseGallery } from './enterprise-gallery.js';

defineElement('ceal-enterprise-gallery', CealEnterpriseGallery);

/** Gives the types to whoever imports this module. */
export type { CealEnterpriseGallery };
