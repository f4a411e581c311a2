export { jsonSchema } from './json-schema.js';

export function formatDescription(): string {
  return '';
}
