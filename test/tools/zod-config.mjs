/**
 * Keeps zod's settings inside our files. It hangs them on `globalThis`, where our copy and the page's own would change
 * each other; and we leave no globals behind.
 */
export function ownZodConfig() {
  const shared = /\(_a = globalThis\)\.__zod_globalConfig \?\? \(_a\.__zod_globalConfig = \{\}\);/;
  return {
    name: 'own-zod-config',
    transform(code, id) {
      if (!code.includes('__zod_globalConfig')) return null;
      const own = code
        .replace(shared, '')
        .replace('globalConfig = globalThis.__zod_globalConfig', 'globalConfig = {}')
        .replaceAll('globalThis.__zod_globalConfig?.', 'globalConfig.');
      if (own.includes('__zod_globalConfig'))
        this.error(`zod's settings are not written as expected in ${id}: look at what it does now.`);
      // What is taken out stands on lines of its own: the map stays near enough.
      return { code: own, map: null };
    },
  };
}
