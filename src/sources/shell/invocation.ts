import { type Unknown, unknown } from '../../model/value.ts';
import { type Flag, type Subcommand, type Tool, toolOfProgram } from '../../sdks/index.ts';
import type { Command } from './commands.ts';
import { expanded, placeIn, type Scope } from './values.ts';
import { lead, plainText, tail, type Word } from './words.ts';

/** One flag as it was given. */
export interface Given {
  /** As the data of the tool spell it. */
  name: string;
  flag: Flag;
  nameWord: Word;
  value?: Word;
  end: number;
}

/** A command of a tool that is known: its flags, and what stands beside them. */
export interface Invocation {
  tool: Tool;
  subcommand: Subcommand;
  /** The words of the subcommand: `s3api`, `put-object`. */
  path: string[];
  given: Given[];
  /** Flags that are refused here, with what is to be written instead. */
  rejected: { given: Given; instead: string }[];
  operands: Word[];
  /** Set where more flags may be there that cannot be seen. */
  rest?: Unknown;
  start: number;
  end: number;
}

/** Programs that run the program after them. */
const wrappers =
  /^(sudo|time|env|nohup|exec|command|xargs|retry|timeout|docker|podman|nice|ionice|call|start|&|if|while|until|eval|\$)$/i;

export function invocationOf(command: Command, scope: Scope): Invocation | undefined {
  const { words, rest } = expanded(command.words, scope);
  const at = programAt(words);
  const tool = toolOfProgram(programIn(words[at]));
  if (!tool) return undefined;
  const reader = new Arguments(tool, words.slice(at + 1), scope, rest);
  const found = reader.read();
  return (
    found && {
      ...found,
      given: [...found.given, ...fromEnvironment(tool, found.given, command, scope)],
      start: words[at]!.start,
      end: Math.max(command.end, words[at]!.end),
    }
  );
}

/** The first word, behind what runs it and what is set for it. */
function programAt(words: Word[]): number {
  let wrapped = false;
  for (const [at, word] of words.entries()) {
    const text = plainText(word) ?? '';
    if (toolOfProgram(programIn(word))) return at;
    if (wrappers.test(text)) wrapped = true;
    else if (!wrapped && !/^[A-Za-z_]\w*=/.test(lead(word)) && !text.startsWith('@')) return -1;
  }
  return -1;
}

/** A recipe of make may set `@` or `-` before it. */
function programIn(word: Word | undefined): string {
  return (plainText(word) ?? '').replace(/^[@-]+/, '');
}

/** Flags that the environment stands for, where the command has none of its own. */
function fromEnvironment(
  tool: Tool,
  given: Given[],
  command: Command,
  { variables, at, block }: Scope,
): Given[] {
  const before = variables.before(command);
  return Object.entries(tool.environment ?? {}).flatMap(([variable, name]) => {
    const flag = tool.flags?.[name];
    const set = before.find((each) => each.name === variable) ?? variables.at(variable, at, block);
    const value = set?.words?.length === 1 ? set.words[0] : undefined;
    if (!set || !flag || !value || given.some((each) => each.name === name)) return [];
    const nameWord = { parts: [], start: set.at, end: set.at + variable.length };
    return [{ name, flag, nameWord, value, end: value.end }];
  });
}

class Arguments {
  private readonly path: string[] = [];
  private readonly operands: Word[] = [];
  private at = 0;

  constructor(
    private readonly tool: Tool,
    private readonly words: Word[],
    private readonly scope: Scope,
    private rest: Unknown | undefined,
  ) {}

  read(): Omit<Invocation, 'start' | 'end'> | undefined {
    const { tool } = this;
    const subcommand = this.subcommand();
    if (!subcommand) return undefined;
    const given: Given[] = [];
    const rejected: Invocation['rejected'] = [];
    for (this.at = 0; this.at < this.words.length; this.at += 1) {
      const found = this.argument(subcommand);
      if (!found) continue;
      const instead = subcommand.rejects?.[found.name];
      if (instead === undefined) given.push(found);
      else rejected.push({ given: found, instead });
    }
    const { path, operands, rest } = this;
    return {
      tool,
      subcommand,
      path,
      given,
      rejected,
      operands: operands.slice(path.length),
      ...(rest && { rest }),
    };
  }

  /** The words before the flags, or between those of all subcommands. */
  private subcommand(): Subcommand | undefined {
    const longest = Math.max(...this.tool.subcommands.map(({ path }) => path.length));
    for (let at = 0; at < this.words.length && this.path.length < longest; at += 1) {
      const word = this.words[at]!;
      const text = plainText(word) ?? '';
      if (!isFlag(lead(word))) this.path.push(text);
      else if (this.takesValue(lead(word))) at += 1;
    }
    const found = this.tool.subcommands.find(({ path }) =>
      path.every((each, at) => each === '*' || each.split('|').includes(this.path[at] ?? '')),
    );
    this.path.length = found?.path.length ?? 0;
    return found;
  }

  private takesValue(text: string): boolean {
    const flags = [this.tool.flags, ...this.tool.subcommands.map((each) => each.flags)];
    const known = flags.map((each) => each?.[text]).find(Boolean);
    return (
      !text.includes('=') &&
      known?.is === undefined &&
      !this.tool.switches?.includes(text) &&
      known !== undefined
    );
  }

  private argument(subcommand: Subcommand): Given | undefined {
    const word = this.words[this.at]!;
    const text = lead(word);
    if (!isFlag(text)) {
      this.operand(word);
      return undefined;
    }
    const { name, attached } = this.split(word, text);
    const flag = this.flagOf(name, subcommand);
    if (!flag) {
      if (attached === undefined && !this.tool.switches?.includes(name)) this.skipValue();
      return undefined;
    }
    const found: Given = { name: flag.name, flag: flag.flag, nameWord: word, end: word.end };
    if (flag.flag.is !== undefined) return found;
    const next = this.words[this.at + 1];
    const isNext = next && (!isFlag(lead(next)) || plainText(next) === undefined);
    const value = attached ?? (isNext ? next : undefined);
    if (value === undefined) return found;
    if (attached === undefined) this.at += 1;
    else found.nameWord = { parts: [], start: word.start, end: attached.start };
    return { ...found, value, end: value.end };
  }

  private split(word: Word, text: string): { name: string; attached?: Word } {
    const separator = this.tool.style === 'gnu' ? /^(--[\w-]+)=/ : /^(-\w+):/;
    const found = separator.exec(text);
    if (found) return { name: found[1]!, attached: tail(word, found[0].length) };
    const isShort =
      this.tool.style === 'gnu' && /^-[A-Za-z]./.test(text) && this.tool.flags?.[text.slice(0, 2)];
    return isShort && isShort.is === undefined && !this.tool.switches?.includes(text)
      ? { name: text.slice(0, 2), attached: tail(word, 2) }
      : { name: text };
  }

  private flagOf(name: string, subcommand: Subcommand): { name: string; flag: Flag } | undefined {
    const flags = { ...this.tool.flags, ...subcommand.flags };
    if (this.tool.style === 'single') {
      const found = Object.keys(flags).find((each) => each.toLowerCase() === name.toLowerCase());
      return found ? { name: found, flag: flags[found]! } : undefined;
    }
    const flag = flags[name] ?? (subcommand.rejects?.[name] === undefined ? undefined : {});
    if (flag) return { name, flag };
    return subcommand.path.at(-1) === '*' ? { name, flag: { member: name.slice(2) } } : undefined;
  }

  /** The value of a flag that is not known here: the word after it, unless it is an address. */
  private skipValue(): void {
    const next = this.words[this.at + 1];
    if (next && !isFlag(lead(next)) && !/^\w+:/.test(lead(next))) this.at += 1;
  }

  private operand(word: Word): void {
    const [part] = word.parts;
    const isOpen = word.parts.length === 1 && part?.is === 'variable' && part.splits;
    if (isOpen && this.operands.length >= this.path.length + 2) {
      this.rest ??= unknown(`\`$${part.name}\` is not set in this script`, {
        place: placeIn(this.scope, part.start, part.end),
      });
    }
    this.operands.push(word);
  }
}

function isFlag(text: string): boolean {
  return /^-{1,2}[A-Za-z]/.test(text);
}
