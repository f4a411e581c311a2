/** The format's JSON Schema, ready to check feeds with. */
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { jsonSchema } from '../../../src/feed/format/generate.js';

/** Strict: a keyword that is misspelt in the schema is an error. Three are for editors only. */
const ajv = new Ajv.default({ strict: true, strictTypes: false, allErrors: true });
addFormats.default(ajv);
ajv.addVocabulary(['deprecationMessage', 'enumDescriptions', 'errorMessage']);

/** Checks a feed against the schema: returns true if it is valid; what is not is in `feedSchema.errors`. */
export const feedSchema = ajv.compile(jsonSchema());
