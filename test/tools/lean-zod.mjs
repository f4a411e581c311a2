/**
 * Leaves out of zod what reading a feed never comes to. Sections are objects of pieces, the pieces are transforms, and
 * they are run as they are: no parsing methods, no errors made of issues, no checks, nothing asynchronous to wait for.
 * Tree shaking cannot see that, because zod hangs it all on every schema.
 *
 * `test/lean-zod.node.test.mjs` holds that a feed is read the same with and without it.
 */

/** The kinds of schema that are left whole enough to be used. */
const KINDS = new Set(['ZodMiniType', 'ZodMiniObject', 'ZodMiniTransform']);

const CUTS = [
  // `parse`, `safeParse`, `check` and the other methods.
  ['mini/schemas.js', /(inst\.type = def\.type;\n\}), \{\n[\s\S]*?\n\}\);/, '$1);'],
  // The shape as a property of an object schema.
  [
    'mini/schemas.js',
    /util\.installLazyProp\(inst, "shape", \(self\) => self\._zod\.def\.shape, false\);/,
    '',
  ],
  // Standard Schema.
  ['core/schemas.js', /\}, \{\n[^\n]*\n {4}get "~standard"\(\) \{[\s\S]*?\n\}\);/, '});'],
  // Checks, and running them.
  ['core/schemas.js', /const defChecks = [\s\S]*?if \(checks\.length === 0\)/, 'if (true)'],
  // Keys that a schema does not name.
  ['core/schemas.js', /const catchall = def\.catchall;(?=\n {4}let value;)/, 'const catchall = undefined;'],
  // Shapes with getters, for schemas that hold themselves.
  [
    'core/schemas.js',
    /const desc = Object\.getOwnPropertyDescriptor\(def, "shape"\);[\s\S]*?(?=const _normalized)/,
    '',
  ],
  // Values by which a union would tell its members apart.
  ['core/schemas.js', /util\.defineLazyInternal\(inst, "propValues", [\s\S]*?(?=const isObject)/, ''],
  // Keys that are symbols, and looking over the shape: tests read with whole schemas.
  [
    'core/schemas.js',
    /const _normalized = util\.cached\(\(\) => normalizeDef\(def\)\);(?=\s*const isObject|\s*util\.defineLazyInternal)/,
    'const _normalized = { value: { shape: def.shape, allKeys: Object.keys(def.shape) } };',
  ],
  // Schemas that may be absent in a result: a piece says itself what absent means.
  ['core/schemas.js', /const isOptionalOut = optout === "optional";/, 'const isOptionalOut = false;'],
  // Stopping at the first issue.
  [
    'core/schemas.js',
    /const abortEarly = ctx\?\.abortEarly;\s*let seen = payload\.issues\.length;\s*(for \(const key of value\.allKeys\) \{)\s*if \(abortEarly [\s\S]*?\n {12}\}\n/,
    '$1\n',
  ],
  // Waiting for promises, and writing in place of reading.
  [
    'core/schemas.js',
    /if \(r instanceof Promise\) \{\s*proms\.push[^}]*\}\s*else (?=\{\s*handlePropertyResult\(r, payload, key, input, optin, optout\);\s*\}\s*\}\s*if \(!catchall\))/,
    '',
  ],
  ['core/schemas.js', /proms\.length \? Promise\.all\(proms\)\.then\(\(\) => payload\) : payload/, 'payload'],
  [
    'core/schemas.js',
    /if \(ctx\.direction === "backward"\) \{\s*throw new core\.\$ZodEncodeError\(inst\.constructor\.name\);\s*\}\s*(const _out = def\.transform\(payload\.value, payload\);)[\s\S]*?(?=payload\.value = _out;)/,
    '$1\n        ',
  ],
  // What is kept with every schema and never read.
  [
    'core/schemas.js',
    /inst\._zod\.bag = inst\._zod\.bag \|\| \{\};[^\n]*\n\s*inst\._zod\.version = version;/,
    '',
  ],
  // Settings that nobody makes.
  ['core/schemas.js', /core\.globalConfig\.memoizer/g, 'undefined'],
  ['core/core.js', /const pp = \S+?\.postProcessor;/, 'const pp = undefined;'],
  // Members of the schemas above: none are left. Nobody adds any, or asks whether something is a schema.
  ['core/core.js', /const protoMembers = proto;/, 'const protoMembers = undefined;'],
  ['core/core.js', /const proto = _\.prototype;\n\s*for \(const k in proto\) \{[\s\S]*?\n {8}\}\n/, ''],
  ['core/core.js', /Object\.defineProperty\(_, Symbol\.hasInstance, \{[\s\S]*?\n {4}\}\);/, ''],
  ['core/core.js', /Object\.defineProperty\(_, "name", \{ value: name \}\);/, ''],
];

export function leanZod() {
  return {
    name: 'lean-zod',
    transform(code, id) {
      const cuts = CUTS.filter(([file]) => id.endsWith(`/zod/v4/${file}`));
      if (cuts.length === 0) return null;
      const lean = cuts.reduce((rest, [, from, to]) => {
        const cut = rest.replace(from, to);
        if (cut === rest) this.error(`zod is not written as expected in ${id}: ${from} is not there.`);
        return cut;
      }, code);
      return { code: lean, map: null };
    },
    generateBundle(_, files) {
      for (const { fileName, code = '' } of Object.values(files))
        for (const [, kind] of code.matchAll(/"(ZodMini\w*)"/g))
          if (!KINDS.has(kind))
            this.error(
              `${fileName} has a ${kind}: sections are made with z.object() and the pieces of Fields.`,
            );
    },
  };
}
