/** A style sheet as its text; the build minifies it. */
declare module "*.css" {
  const sheet: string;
  export default sheet;
}
