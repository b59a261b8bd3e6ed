import type { Sdk } from './sdk.ts';

/** Whether a dotted path is, or begins with, a name of an SDK: below its modules, or by an import of everything. */
export function isNamed(path: string, pattern: string, sdk: Sdk): boolean {
  return named(path, pattern, sdk, begins, '(?=$|\\.)');
}

export function isExactly(path: string, pattern: string, sdk: Sdk): boolean {
  return named(path, pattern, sdk, whole, '$');
}

/** A compiled pattern, with its answers: the same few paths are asked for again and again. */
interface Name {
  expression: RegExp;
  answers: Map<string, boolean>;
}

type Names = WeakMap<Sdk, Map<string, Name>>;
const begins: Names = new WeakMap();
const whole: Names = new WeakMap();
const mostAnswers = 2000;

function named(path: string, pattern: string, sdk: Sdk, names: Names, end: string): boolean {
  const { expression, answers } = nameOf(pattern, sdk, names, end);
  let answer = answers.get(path);
  if (answer === undefined) {
    answer = expression.test(path);
    if (answers.size > mostAnswers) answers.clear();
    answers.set(path, answer);
  }
  return answer;
}

function nameOf(pattern: string, sdk: Sdk, names: Names, end: string): Name {
  let ofSdk = names.get(sdk);
  if (!ofSdk) {
    ofSdk = new Map();
    names.set(sdk, ofSdk);
  }
  let name = ofSdk.get(pattern);
  if (!name) {
    name = { expression: new RegExp(`^${anchored(pattern, sdk)}${end}`), answers: new Map() };
    ofSdk.set(pattern, name);
  }
  return name;
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
