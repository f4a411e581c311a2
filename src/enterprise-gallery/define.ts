import { defineElement } from '../element/define.js';
import { CealEnterpriseGallery } from './enterprise-gallery.js';

defineElement('ceal-enterprise-gallery', CealEnterpriseGallery);

/** Whoever imports this has the types too. */
export type { CealEnterpriseGallery };
