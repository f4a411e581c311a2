/** Every widget in one file, for hosts that take one classic script or check its integrity. */
import '../ceal-feed/define.js';
import '../enterprise-gallery/define.js';
import '../programme-timeline/define.js';
import '../oasis-guide/define.js';
import '../signup-form/define.js';
