/** The widgets that the pages of a site show, by their tags without `ceal-`. */
export const WIDGETS = ['enterprise-gallery', 'programme-timeline', 'oasis-guide', 'signup-form'] as const;
export type Widget = (typeof WIDGETS)[number];
