import type { Block, Command } from './commands.ts';
import type { Dialect } from './dialect.ts';
import { lead, plainText, tail, type Word } from './words.ts';

/** What a name was given: one word, the words of an array, or what cannot be known. */
export interface Assignment {
  name: string;
  words: Word[] | undefined;
  isArray: boolean;
  /** `+=`: what was there stays before it. */
  adds: boolean;
  /** Seen in its own function only. */
  isLocal: boolean;
  at: number;
  block: Block;
}

const declarations = new Set(['export', 'local', 'readonly', 'declare', 'typeset', 'set', 'env', 'arg']);
const inSh = /^([A-Za-z_]\w*)(\+?)=/;
const inPowerShell = /^\+?=$/;

/** All that a script assigns, so that a use finds what is surely in a variable at its place. */
export class Variables {
  private readonly byName = new Map<string, Assignment[]>();

  constructor(
    commands: Command[],
    private readonly dialect: Dialect,
  ) {
    for (const command of commands) for (const found of this.assigned(command)) this.add(found);
  }

  add(assignment: Assignment): void {
    const name = this.key(assignment.name);
    this.byName.set(name, [...(this.byName.get(name) ?? []), assignment]);
  }

  /** What a variable surely holds at a place; undefined where it is not set here, or only on some way. */
  at(name: string, at: number, block: Block): Assignment | undefined {
    const all = (this.byName.get(this.key(name)) ?? []).filter(
      (each) => !each.isLocal || encloses(functionOf(each.block), block),
    );
    const last = all.findLast((each) => each.at < at);
    if (!last || !encloses(last.block, block)) return undefined;
    const again = all.some((each) => each.at > at && sharesLoop(each.block, block));
    return again || last.words === undefined ? undefined : last;
  }

  /** What stands before a command for it alone: `NAME=value command`. */
  before(command: Command): Assignment[] {
    if (this.dialect.name !== 'sh' && this.dialect.name !== 'make') return [];
    return leading(command).map((word) => this.fromWord(word, command, false)!);
  }

  /** PowerShell and cmd do not tell upper from lower case. */
  private key(name: string): string {
    const plain = name.replace(/^(script|global):/i, '');
    return this.dialect.name === 'sh' || this.dialect.name === 'make' ? plain : plain.toLowerCase();
  }

  private assigned(command: Command): Assignment[] {
    const { words, block } = command;
    const first = plainText(words[0])?.toLowerCase();
    if (this.dialect.name === 'powershell') return inPowerShellOf(command);
    if (first === 'read' || first === 'for' || first === 'foreach') {
      const names = words.slice(1).map((word) => plainText(word) ?? '');
      return names
        .filter((name) => /^[A-Za-z_]\w*$/.test(name))
        .map((name) => ({
          name,
          words: undefined,
          isArray: false,
          adds: false,
          isLocal: false,
          at: command.start,
          block,
        }));
    }
    if (this.dialect.name === 'make' && /^:{0,3}=$/.test(plainText(words[1]) ?? '')) {
      const own = words.length === 3 ? words.slice(2) : undefined;
      const name = plainText(words[0]) ?? '';
      return [{ name, words: own, isArray: false, adds: false, isLocal: false, at: command.start, block }];
    }
    const isDeclaration = declarations.has(first ?? '');
    const given = isDeclaration ? words.slice(1) : leading(command);
    if (!isDeclaration && given.length < words.length) return [];
    return given.flatMap((word, at) => {
      const found = this.fromWord(word, command, first === 'local');
      if (!found) return [];
      const isArray = at === given.length - 1 && command.collected;
      return isArray ? [{ ...found, words: command.collected, isArray: true }] : [found];
    });
  }

  private fromWord(word: Word, command: Command, isLocal: boolean): Assignment | undefined {
    const found = inSh.exec(lead(word));
    if (!found) return undefined;
    const value = tail(word, found[0].length);
    return {
      name: found[1]!,
      words: [value],
      isArray: false,
      adds: found[2] === '+',
      isLocal,
      at: word.start,
      block: command.block,
    };
  }
}

function leading({ words }: Command): Word[] {
  const end = words.findIndex((word) => !inSh.test(lead(word)));
  return end < 0 ? words : words.slice(0, end);
}

/** `$name = value`, `$name = @{ Key = value }` */
function inPowerShellOf(command: Command): Assignment[] {
  const [target, equals, ...words] = command.words;
  const [part] = target?.parts ?? [];
  if (part?.is !== 'variable' || !inPowerShell.test(plainText(equals) ?? '')) return [];
  const table = command.collected && asParameters(command.collected);
  return [
    {
      name: part.name,
      words: table ?? (words.length === 1 ? words : undefined),
      isArray: table !== undefined,
      adds: plainText(equals) === '+=',
      isLocal: false,
      at: command.start,
      block: command.block,
    },
  ];
}

/** The entries of a table as the parameters that they become: `Key = value` is `-Key value`. */
function asParameters(words: Word[]): Word[] | undefined {
  const given: Word[] = [];
  for (let at = 0; at < words.length; at += 3) {
    const [name, equals, value] = words.slice(at, at + 3);
    const key = name && plainText(name);
    if (!key || plainText(equals) !== '=' || !value) return undefined;
    given.push(
      { ...name, parts: [{ is: 'text', text: `-${key}`, start: name.start, end: name.end }] },
      value,
    );
  }
  return given;
}

function encloses(outer: Block, inner: Block): boolean {
  for (let at: Block | undefined = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

function functionOf(block: Block): Block {
  let at = block;
  while (at.kind !== 'function' && at.parent) at = at.parent;
  return at;
}

function sharesLoop(a: Block, b: Block): boolean {
  for (let at: Block | undefined = b; at; at = at.parent) {
    if (at.kind === 'loop' && encloses(at, a)) return true;
  }
  return false;
}
