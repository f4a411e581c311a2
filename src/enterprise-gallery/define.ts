import { defineElement } from '../element/define.js';
import { CealEnterpriseGallery } from './enterprise-gallery.js';

defineElement('ceal-enterprise-gallery', CealEnterpriseGallery);

/** The type of the element, for modules that import only this one. */
export type { CealEnterpriseGallery };
