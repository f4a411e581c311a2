/** Writes the JSON Schema and the description of the feed format into a folder: made by the code that checks feeds. */
import { writeFileSync } from 'node:fs';
import { formatDescription, jsonSchema } from '../../../out/src/feed/format/generate.js';

const [dist] = process.argv.slice(2);
writeFileSync(`${dist}/feed.schema.json`, `${JSON.stringify(jsonSchema(), null, 2)}\n`);
writeFileSync(`${dist}/FEED.md`, formatDescription());
