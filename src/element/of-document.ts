/**
 * A member of a document as the browser gives it. A picture or a form of the page with that name (`<img name="body">`)
 * takes its place on the document itself.
 */
export function ofDocument<K extends keyof Document>(name: K, owner: Document = document): Document[K] {
  return Reflect.get(Object.getPrototypeOf(document) as Document, name, owner) as Document[K];
}
