/**
 * Gives our copy of Lit a Trusted Types policy of its own name. Under `trusted-types lit-html` a second copy of Lit on
 * the page may not make the policy again and dies on import; and a page can allow ours by name.
 *
 * A refused policy (ours loaded twice, or not allowed) does not throw at import: the browser reports it, and the guarded
 * definitions that follow still get their say.
 */
export function ownTrustedTypesPolicy(name) {
  const original = /(\w+)\.createPolicy\("lit-html",\{createHTML:(\w+)=>\2\}\)/g;
  return {
    name: 'own-trusted-types-policy',
    transform(code, id) {
      if (!code.includes('createPolicy(') || !id.includes('node_modules')) return null;
      let found = 0;
      const renamed = code.replace(original, (_, types) => {
        found += 1;
        return `(()=>{try{return ${types}.createPolicy(${JSON.stringify(name)},{createHTML:t=>t})}catch{}})()`;
      });
      if (found !== 1 || renamed.includes('"lit-html"')) {
        this.error(
          `The Trusted Types policy is not written as expected in ${id}: look at what Lit does now.`,
        );
      }
      // On one line, inside one minified line: the map is not worth the cost.
      return { code: renamed, map: null };
    },
  };
}
