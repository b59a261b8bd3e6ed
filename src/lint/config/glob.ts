import { pattern } from '../../rules/pattern.ts';

const tokens = /\*\*\/|\*\*|\*|\?|\[!?[^\]]+\]|[{},]|[^*?[{},]+|\[/g;
const meanings: Record<string, string> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(?:',
  '}': ')',
};

/**
 * Whether a path (with `/`) is meant by a glob: `*`, `?`, `**`, `[a-z]`, `{a,b}`; one without `/` is about names.
 * It runs on an engine that takes linear time, since globs come from workspaces that may not be trusted.
 */
export function glob(source: string): (path: string) => boolean {
  const full = source.includes('/') ? source.replace(/^\.?\//, '') : `**/${source}`;
  let depth = 0;
  const translated = full.replace(tokens, (token) => {
    if (token === '{') depth += 1;
    if (token === '}' && depth > 0) depth -= 1;
    else if (token === '}') return '\\}';
    if (token === ',') return depth > 0 ? '|' : ',';
    if (token.startsWith('[') && token.length > 1) return token.replace(/^\[!/, '[^');
    return meanings[token] ?? token.replace(/[\\^$.+()[\]|]/g, '\\$&');
  });
  const compiled = pattern(`^(?:${translated}${')'.repeat(depth)})$`);
  return (path) => compiled.test(path);
}
