export { formatDescription } from './description.js';
export { jsonSchema } from './json-schema.js';
