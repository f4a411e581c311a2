import { COMMON_HEADERS, type HeaderRule } from './rules.js';
import { COMPRESSED_TYPES, TYPES } from './types.js';

/** `nginx.conf`: an include for a `server` block whose `root` is the folder that the site's address starts from. */
export function nginxSettings(rules: readonly HeaderRule[], path: string): string {
  const locations = rules.map((rule) => {
    const { 'Content-Type': type, ...headers } = rule.headers;
    const match = rule.isFolder ? `^~ ${path}${rule.path}/` : `= ${path}${rule.path}`;
    const added = Object.entries({ ...COMMON_HEADERS, ...headers }).map(
      ([name, value]) => `    add_header ${name} "${value}";`,
    );
    const types = type ? [`    types { }`, `    default_type ${type};`] : [typesBlock()];
    const comment = rule.comment ? [`# ${rule.comment}`] : [];
    return [...comment, `location ${match} {`, ...types, COMPRESSION, ...added, '}'].join('\n');
  });
  return `# In a server block: include /path/to/this/nginx.conf;\n\n${locations.join('\n\n')}\n`;
}

// What comes from a proxy is compressed as well; text is told to be UTF-8.
const COMPRESSION = `    charset utf-8;
    charset_types ${COMPRESSED_TYPES.filter((type) => type !== 'text/html').join(' ')};
    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 256;
    gzip_types ${COMPRESSED_TYPES.filter((type) => type !== 'text/html').join(' ')};`;

function typesBlock(): string {
  const lines = Object.entries(TYPES).map(([extension, type]) => `        ${type} ${extension};`);
  return ['    types {', ...lines, '    }'].join('\n');
}
