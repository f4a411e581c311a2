/** The format's JSON Schema, ready to check feeds with. */
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { jsonSchema } from '../../../src/feed/format/generate.js';

/** Strict: a keyword that is misspelt in the schema is an error. Two are for editors only. */
const ajv = addFormats(new Ajv.default({ strict: true, strictTypes: false, allErrors: true }));
ajv.addVocabulary(['enumDescriptions', 'errorMessage']);

/** Says whether a feed fits; what does not is in `feedSchema.errors`. */
export const feedSchema = ajv.compile(jsonSchema());
