/** Style sheets that stories import for their own frames. */
declare module '*.css';
