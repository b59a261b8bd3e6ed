import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import type { Language, Parser, Tree, TreeCursor } from 'web-tree-sitter';

const vscode = (name: string) => `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`;

/** Where each grammar lies when run from source; a bundle brings them in `grammars/` beside itself. */
export const grammarFiles = {
  bash: vscode('bash'),
  cpp: vscode('cpp'),
  csharp: vscode('c-sharp'),
  go: vscode('go'),
  hcl: '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
  java: vscode('java'),
  kotlin: '@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm',
  php: vscode('php'),
  powershell: vscode('powershell'),
  python: vscode('python'),
  ruby: vscode('ruby'),
  rust: vscode('rust'),
  swift: 'tree-sitter-wasms/out/tree-sitter-swift.wasm',
} as const;

export type GrammarName = keyof typeof grammarFiles;

/** A syntax node as plain data. `start` and `end` count UTF-16 units; comments are left out. */
export interface Node {
  type: string;
  /** The name of the parent's field that it fills. */
  field?: string;
  /** A rule of the grammar, not a word or sign of it. */
  named: boolean;
  start: number;
  end: number;
  children: Node[];
  /** The parser made it up to go on. */
  missing?: true;
}

export type Parse = (text: string) => Node;

/** Deeper than this, a tree is cut: its depth is the stack of everything that walks it. */
const deepest = 1000;

const parsers = new Map<GrammarName, Promise<Parse>>();
let started: Promise<typeof import('web-tree-sitter')> | undefined;

/** The parser of one grammar, loaded when first asked for. */
export function parserOf(name: GrammarName): Promise<Parse> {
  let parser = parsers.get(name);
  if (!parser) {
    parser = load(name);
    parsers.set(name, parser);
  }
  return parser;
}

async function load(name: GrammarName): Promise<Parse> {
  started ??= start();
  const { Language, Parser } = await started;
  const language = await Language.load(find(`${name}.wasm`, grammarFiles[name]));
  const parser = new Parser().setLanguage(language);
  return (text) => read(parser, language, text);
}

/** Optimising the grammars' giant functions costs V8 more than it gains. */
async function start() {
  setFlagsFromString('--no-wasm-tier-up');
  setFlagsFromString('--no-wasm-dynamic-tiering');
  const treeSitter = await import('web-tree-sitter');
  const runtime = find('tree-sitter.wasm', 'web-tree-sitter/tree-sitter.wasm');
  await treeSitter.Parser.init({ locateFile: () => runtime });
  return treeSitter;
}

function find(bundled: string, fromSource: string): string {
  const beside = fileURLToPath(new URL(`./grammars/${bundled}`, import.meta.url));
  return existsSync(beside) ? beside : createRequire(import.meta.url).resolve(fromSource);
}

function read(parser: Parser, language: Language, text: string): Node {
  const tree = parser.parse(text) as Tree;
  const cursor = tree.walk();
  const root = plain(cursor, language);
  cursor.delete();
  tree.delete();
  return root;
}

function plain(cursor: TreeCursor, language: Language): Node {
  const root = nodeAt(cursor, language);
  const open = [root];
  let down = true;
  while (open.length > 0) {
    if (down && open.length < deepest && cursor.gotoFirstChild())
      open.push(add(open.at(-1)!, cursor, language));
    else if (open.length > 1 && cursor.gotoNextSibling()) {
      open.pop();
      open.push(add(open.at(-1)!, cursor, language));
      down = true;
    } else {
      open.pop();
      cursor.gotoParent();
      down = false;
    }
  }
  return root;
}

function add(parent: Node, cursor: TreeCursor, language: Language): Node {
  const node = nodeAt(cursor, language);
  if (!node.type.endsWith('comment')) parent.children.push(node);
  return node;
}

function nodeAt(cursor: TreeCursor, language: Language): Node {
  const type = cursor.nodeType;
  const field = language.fields[cursor.currentFieldId];
  const node: Node = {
    type,
    named: cursor.nodeIsNamed,
    start: cursor.startIndex,
    end: cursor.endIndex,
    children: [],
  };
  if (field) node.field = field;
  if (cursor.nodeIsMissing) node.missing = true;
  return node;
}
