import type { Sdk } from './sdk.ts';

/** Whether a dotted path is, or begins with, a name of an SDK: below its modules, or by an import of everything. */
export function isNamed(path: string, pattern: string, sdk: Sdk): boolean {
  return named(path, pattern, sdk, '(?=$|\\.)');
}

export function isExactly(path: string, pattern: string, sdk: Sdk): boolean {
  return named(path, pattern, sdk, '$');
}

const compiled = new Map<string, RegExp>();

function named(path: string, pattern: string, sdk: Sdk, end: string): boolean {
  const key = `${sdk.sdk} ${pattern} ${end}`;
  let expression = compiled.get(key);
  if (!expression) {
    expression = new RegExp(`^${anchored(pattern, sdk)}${end}`);
    compiled.set(key, expression);
  }
  return expression.test(path);
}

/** `?.client` on any unknown receiver; a name with its module stands alone too; any other below a module. */
function anchored(pattern: string, sdk: Sdk): string {
  if (pattern.startsWith('?.')) return `[*?][\\w.$]*\\.${escaped(pattern.slice(2))}`;
  if (sdk.modules.includes(pattern)) return escaped(pattern);
  const module = sdk.modules.find((each) => pattern === each || pattern.startsWith(`${each}.`));
  const name = module ? pattern.slice(module.length + 1) : pattern;
  const modules = (module ? [module] : sdk.modules).map(escaped).join('|');
  const last = escaped(name.split('.').slice(-2).join('.'));
  const own = escaped(name);
  return `(?:(?:${modules})(?:[./][\\w./-]+?)??\\.${own}|\\*\\.(?:[\\w.]+\\.)?(?:${own}|${last}))`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** Whether a file shows, by its imports, that it uses an SDK. */
export function isUsed(symbols: Iterable<string>, sdk: Sdk): boolean {
  for (const symbol of symbols) {
    if (sdk.modules.some((module) => symbol === module || symbol.startsWith(module))) return true;
  }
  return false;
}
