/** Pages of the documentation that stories name. */
declare module '*.mdx' {
  const page: unknown;
  export default page;
}
