import { COMMON_HEADERS, type HeaderRule } from './rules.js';
import { COMPRESSED_TYPES, TYPES } from './types.js';

/** `.htaccess`, for Apache and the many hosts with it: headers need mod_headers, compression mod_deflate or mod_brotli. */
export function apacheSettings(rules: readonly HeaderRule[], path: string): string {
  const types = Object.entries(TYPES).map(([extension, type]) => `AddType ${type} .${extension}`);
  const common = Object.entries(COMMON_HEADERS).map(([name, value]) => `  Header set ${name} "${value}"`);
  const blocks = rules.map((rule) => {
    const pattern = `^${escaped(path + rule.path)}${rule.isFolder ? '/' : '$'}`;
    const { 'Content-Type': type, ...headers } = rule.headers;
    const lines = Object.entries(headers).map(([name, value]) => `    Header set ${name} "${value}"`);
    const forced = type ? [`    ForceType ${type}`] : [];
    const comment = rule.comment ? [`  # ${rule.comment}`] : [];
    return [...comment, `  <If "%{REQUEST_URI} =~ m#${pattern}#">`, ...lines, ...forced, '  </If>'].join(
      '\n',
    );
  });
  return `# For Apache. Needs: AllowOverride FileInfo Indexes Options
Options -Indexes
AddDefaultCharset utf-8
AddCharset utf-8 .js .json .css .ics .map .svg
${types.join('\n')}

<IfModule mod_headers.c>
${[...common, ...blocks].join('\n')}
</IfModule>

<IfModule mod_filter.c>
  <IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE ${COMPRESSED_TYPES.join(' ')}
  </IfModule>
  <IfModule mod_brotli.c>
    AddOutputFilterByType BROTLI_COMPRESS ${COMPRESSED_TYPES.join(' ')}
  </IfModule>
</IfModule>
`;
}

/** A path in a regular expression between `#`: plain names have one sign that means something there. */
const escaped = (path: string): string => path.replace(/\./g, '\\.');
