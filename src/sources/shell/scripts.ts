import { isMap, isScalar, isSeq, parseAllDocuments, type Scalar, type YAMLMap } from 'yaml';
import { type Dialect, dialects } from './dialect.ts';

/** A stretch of a file that a shell will run. */
export interface Script {
  start: number;
  end: number;
  dialect: Dialect;
}

const byExtension: [RegExp, Dialect][] = [
  [/\.(sh|bash|zsh|ksh|dash|bats|command|envrc|bashrc|zshrc|profile)$/i, dialects.sh],
  [/\.(ps1|psm1)$/i, dialects.powershell],
  [/\.(bat|cmd)$/i, dialects.cmd],
];
const isMakefile = /(^|\/)(GNU)?makefile(\.\w+)?$|\.mk$/i;
const isDockerfile = /(^|\/)(Dockerfile|Containerfile)[^/]*$|\.dockerfile$/i;
const isYaml = /\.ya?ml$/i;
const isProse = /\.(md|mdx|markdown|rst|adoc|txt|html?)$/i;
const isBare = /(^|\/)[^/.]+$/;

/** Whether a path may hold a script; without an extension its first line tells. */
export function mayHoldScripts(path: string): boolean {
  const named = byExtension.some(([pattern]) => pattern.test(path));
  return named || [isMakefile, isDockerfile, isYaml, isProse, isBare].some((pattern) => pattern.test(path));
}

export function scriptsIn(path: string, text: string): Script[] {
  const whole = byExtension.find(([pattern]) => pattern.test(path))?.[1];
  if (whole) return [{ start: 0, end: text.length, dialect: whole }];
  if (isMakefile.test(path)) return [{ start: 0, end: text.length, dialect: dialects.make }];
  if (isDockerfile.test(path)) return [{ start: 0, end: text.length, dialect: dialects.sh }];
  if (isYaml.test(path)) return inYaml(text);
  if (isProse.test(path)) return inProse(text);
  return /^#!.*\b(ba|z|k|da)?sh\b/.test(text) ? [{ start: 0, end: text.length, dialect: dialects.sh }] : [];
}

const fences =
  /^(?<indent>[ \t]*)(?<mark>`{3,}|~{3,})[ \t]*\{?\.?(?<info>[\w+-]*)[^\n]*\n(?<body>[\s\S]*?)(?:^[ \t]*\k<mark>|(?![\s\S]))/gm;
/** reStructuredText's: what is indented after `::`. */
const literalBlocks = /::[ \t]*\n(?:[ \t]*\n)+(?<body>(?:[ \t]+\S[^\n]*(?:\n|$)|[ \t]*\n)+)/g;
const shells = /^(sh|bash|zsh|shell|console|shell-session|shellsession|terminal|)$/i;
const powershells = /^(powershell|ps1?|pwsh)$/i;
const cmds = /^(bat|cmd|batch|dos)$/i;

/** Blocks of code in documents. */
function inProse(text: string): Script[] {
  const indented = [...text.matchAll(literalBlocks)].map(({ 0: words, index, groups }) => {
    const start = index + words.length - groups!.body!.length;
    return { start, end: index + words.length, dialect: dialects.sh };
  });
  const fenced = [...text.matchAll(fences)].flatMap((found) => {
    const { info = '', body = '' } = found.groups!;
    const start = found.index + found[0].indexOf('\n') + 1;
    const dialect = dialectOf(info);
    return dialect ? [{ start, end: start + body.length, dialect }] : [];
  });
  return [...fenced, ...indented];
}

function dialectOf(info: string): Dialect | undefined {
  if (shells.test(info)) return dialects.sh;
  if (powershells.test(info)) return dialects.powershell;
  return cmds.test(info) ? dialects.cmd : undefined;
}

/** Keys under which CI systems and build specifications hold commands. */
const runs =
  /^(run|script|before_script|after_script|commands?|cmds?|entrypoint|args|shell|inline|bash|powershell|pwsh|build|install|pre_build|post_build|steps)$/;

/** GitHub's `run`, GitLab's `script`, CodeBuild's `commands`, a container's `command`. */
function inYaml(text: string): Script[] {
  const scripts: Script[] = [];
  const visitMap = (node: YAMLMap, dialect: Dialect): void => {
    const own = /pwsh|powershell/.test(String(node.get('shell') ?? '')) ? dialects.powershell : dialect;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      visit(value, runs.test(name), powershells.test(name) ? dialects.powershell : own);
    }
  };
  const visit = (node: unknown, isRun: boolean, dialect: Dialect): void => {
    if (isScalar(node) && isRun) scripts.push(...scriptOf(node, text, dialect));
    if (isSeq(node)) for (const item of node.items) visit(item, isRun, dialect);
    if (isMap(node)) visitMap(node, dialect);
  };
  for (const document of parseAllDocuments(text, { logLevel: 'silent', uniqueKeys: false })) {
    if ('contents' in document) visit(document.contents, false, dialects.sh);
  }
  return scripts;
}

/** What stands in a scalar as it is; one with escapes is left. */
function scriptOf(node: Scalar, text: string, dialect: Dialect): Script[] {
  const { range, type, value } = node;
  if (!range || typeof value !== 'string') return [];
  const [start, end] = range;
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') {
    const from = text.indexOf('\n', start) + 1;
    return from > 0 && from < end ? [{ start: from, end, dialect }] : [];
  }
  if (type === 'PLAIN') return [{ start, end, dialect }];
  const inner = text.slice(start + 1, end - 1);
  return inner === value ? [{ start: start + 1, end: end - 1, dialect }] : [];
}
