import type { Dialect } from './dialect.ts';
import { lex } from './lexer.ts';
import { plainText, type Sign, type Token, type Word } from './words.ts';

/** What stands around a command: a function, a loop, an arm of a branch. The outermost has no parent. */
export interface Block {
  kind: 'script' | 'function' | 'loop' | 'arm' | 'group';
  parent?: Block;
}

export interface Command {
  words: Word[];
  start: number;
  end: number;
  block: Block;
  /** The text of its here-document, and the file that its output goes to. */
  document?: { start: number; end: number; plain: boolean };
  output?: Word;
  /** What its last word collects in brackets: `NAME=(a b)`, `$name = @{ a = 1 }`. */
  collected?: Word[];
}

const openers: Record<string, Block['kind']> = {
  if: 'arm',
  for: 'loop',
  while: 'loop',
  until: 'loop',
  select: 'loop',
  foreach: 'loop',
  case: 'arm',
  switch: 'arm',
  '{': 'group',
};
const closers = new Set(['fi', 'done', 'esac', '}']);
/** A new arm of the branch that is open. */
const arms = new Set(['elif', 'else', 'elseif']);
const skipped = new Set(['then', 'do', 'time', '!', 'in', 'function']);

/** The commands of a stretch of a text, each with the blocks around it. */
export function commandsOf(text: string, from: number, to: number, dialect: Dialect): Command[] {
  return new Commands().of(lex(text, from, to, dialect));
}

class Commands {
  private readonly found: Command[] = [];
  private block: Block = { kind: 'script' };
  private words: Word[] = [];
  private output?: Word;
  private redirects = false;
  /** What stands after `&&` or `||` runs only sometimes. */
  private sometimes = false;
  private opensFunction = false;
  private collected?: Word[];
  private collects = false;

  of(tokens: Token[]): Command[] {
    for (const [at, token] of tokens.entries()) this.take(token, tokens[at + 1]);
    this.finish();
    return this.found;
  }

  private take(token: Token, next: Token | undefined): void {
    if (token.is === 'document') this.attach(token);
    else if (token.is === 'word') this.word(token.word);
    else if (this.collects) this.collects = token.sign !== ')' && token.sign !== '}';
    else if (this.opensCollection(token.sign, token.at)) {
      this.collected = [];
      this.collects = true;
    } else this.sign(token.sign, next);
  }

  /** `NAME=(`, `@{`, `@(` without space between. */
  private opensCollection(sign: Sign, at: number): boolean {
    const last = this.words.at(-1);
    if ((sign !== '(' && sign !== '{') || last?.end !== at) return false;
    const text = plainText(last);
    return text === '@' || (sign === '(' && /^[A-Za-z_]\w*\+?=$/.test(text ?? ''));
  }

  private attach(document: Token & { is: 'document' }): void {
    const last = this.found.at(-1);
    if (last) last.document = document;
  }

  private word(word: Word): void {
    if (this.collects) {
      this.collected?.push(word);
      return;
    }
    if (this.redirects) {
      this.output = word;
      this.redirects = false;
      return;
    }
    if (this.words.length === 0 && this.keyword(plainText(word))) return;
    this.words.push(word);
  }

  private keyword(text: string | undefined): boolean {
    if (text === undefined) return false;
    if (skipped.has(text)) return text !== 'in' && text !== 'function' ? true : this.named(text);
    if (arms.has(text)) {
      this.close();
      this.open('arm');
      return true;
    }
    if (closers.has(text)) {
      this.close();
      return true;
    }
    const kind = openers[text];
    if (!kind) return false;
    this.open(this.opensFunction ? 'function' : kind);
    this.opensFunction = false;
    return kind !== 'loop' || text === 'while' || text === 'until';
  }

  private named(text: string): boolean {
    if (text === 'function') this.opensFunction = true;
    return text === 'function';
  }

  private sign(sign: Sign, next: Token | undefined): void {
    if (sign === '<') return;
    if (sign === '>') {
      this.redirects = true;
      return;
    }
    if (sign === '(' && next?.is === 'sign' && next.sign === ')') this.opensFunction = true;
    this.finish();
    this.sometimes = sign === '&&' || sign === '||';
    if (sign === ';;') {
      this.close();
      this.open('arm');
    }
    if (sign === '{') this.openBrace();
    if (sign === '}') this.close();
  }

  /** Braces of PowerShell: what stands before says what they open. */
  private openBrace(): void {
    const before = this.found.at(-1);
    const first = before && plainText(before.words[0])?.toLowerCase();
    const isFunction = this.opensFunction || first === 'param';
    this.open(isFunction ? 'function' : 'arm');
    this.opensFunction = false;
  }

  private open(kind: Block['kind']): void {
    this.block = { kind, parent: this.block };
  }

  private close(): void {
    if (this.block.parent) this.block = this.block.parent;
  }

  private finish(): void {
    const first = this.words[0];
    if (first) {
      const around = this.sometimes ? { kind: 'arm' as const, parent: this.block } : this.block;
      const end = this.words.at(-1)!.end;
      const found: Command = { words: this.words, start: first.start, end, block: around };
      if (this.output) found.output = this.output;
      if (this.collected) found.collected = this.collected;
      this.found.push(found);
    }
    this.words = [];
    this.output = undefined;
    this.collected = undefined;
    this.collects = false;
    this.redirects = false;
  }
}
