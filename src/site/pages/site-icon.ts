/** The icon of the pages of a site: without one, browsers ask for a file that is not there. */
export const SITE_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="5" cy="8" r="4" fill="#0b5a8a"/><circle cx="11" cy="8" r="4" fill="#a4471f"/></svg>
`;
