import { defineElement } from '../element/define.js';
import { CealEnterpriseGallery } from './enterprise-gallery.js';

defineElement('ceal-enterprise-gallery', CealEnterpriseGallery);

/** With its types, so that whoever imports this has them too. */
export { CealEnterpriseGallery };
