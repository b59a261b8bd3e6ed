import type { Dialect } from './dialect.ts';
import type { Part, Sign, Token, Word } from './words.ts';

const curly: Record<string, RegExp> = { '“': /[”“]/, '”': /[”“]/, '‘': /[’‘]/ };
const signs = /^(?:;;|&&|\|\||[;&|()<>\n])/;

/** Cuts a stretch of a text into words and signs. Half-written quotes end with the stretch. */
export function lex(text: string, from: number, to: number, dialect: Dialect): Token[] {
  return new Lexer(text, from, to, dialect).all();
}

class Lexer {
  private at: number;
  private readonly tokens: Token[] = [];
  private parts: Part[] = [];
  private wordStart = -1;
  private documents: { mark: string; plain: boolean }[] = [];

  constructor(
    private readonly text: string,
    from: number,
    private readonly to: number,
    private readonly dialect: Dialect,
  ) {
    this.at = from;
  }

  all(): Token[] {
    while (this.at < this.to) this.step();
    this.endWord();
    return this.tokens;
  }

  private step(): void {
    const sign = this.text[this.at]!;
    if (this.continues()) return;
    if (sign === ' ' || sign === '\t' || sign === '\r') {
      this.endWord();
      this.at += 1;
      return;
    }
    if (this.wordStart < 0 && this.comments()) return;
    if (this.placeholder() || this.signs(sign)) return;
    if (this.wordStart < 0) this.wordStart = this.at;
    this.inWord(sign);
  }

  private continues(): boolean {
    const found = /^\r?\n[ \t]*/.exec(this.text.slice(this.at + 1, this.at + 200));
    if (this.text[this.at] !== this.dialect.escape || !found) return false;
    this.endWord();
    this.at += 1 + found[0].length;
    return true;
  }

  private comments(): boolean {
    const found = this.dialect.comment.exec(this.ahead());
    if (!found) return false;
    this.at += found[0].length;
    return true;
  }

  /** `<your-key>`, `{{ key }}`, `${{ secrets.KEY }}` stand for what is not known. */
  private placeholder(): boolean {
    const found = /^(?:<[A-Za-z][\w .:/-]*>|\$?\{\{.*?\}\})/.exec(this.ahead(300));
    if (!found) return false;
    if (this.wordStart < 0) this.wordStart = this.at;
    this.push({ is: 'hidden', start: this.at, end: this.at + found[0].length });
    return true;
  }

  private signs(first: string): boolean {
    if (first === '<' && this.dialect.name !== 'powershell' && this.opensDocument()) return true;
    const braces = this.dialect.bracesAreSigns && /[{}]/.test(first);
    const found = braces ? first : signs.exec(this.text.slice(this.at, this.at + 2))?.[0];
    if (found === undefined) return false;
    this.endWord();
    this.tokens.push({ is: 'sign', sign: found as Sign, at: this.at });
    this.at += found.length;
    if (found === '\n') this.readDocuments();
    return true;
  }

  private opensDocument(): boolean {
    const found = /^<<-?[ \t]*(?:'(?<single>[^'\n]+)'|"(?<double>[^"\n]+)"|\\?(?<plain>\w+))/.exec(
      this.ahead(100),
    );
    if (!found) return false;
    const { single, double, plain } = found.groups!;
    this.endWord();
    this.documents.push({ mark: (single ?? double ?? plain)!, plain: plain === undefined });
    this.at += found[0].length;
    return true;
  }

  private readDocuments(): void {
    for (const { mark, plain } of this.documents) {
      const rest = this.text.slice(this.at, this.to);
      const end = new RegExp(`^[ \\t]*${mark.replace(/\W/g, '\\$&')}[ \\t]*$`, 'm').exec(rest);
      const length = end?.index ?? rest.length;
      this.tokens.push({ is: 'document', start: this.at, end: this.at + length, plain });
      this.at += length + (end?.[0].length ?? 0);
    }
    this.documents = [];
  }

  private inWord(sign: string): void {
    const { dialect } = this;
    if (sign === "'" && dialect.singleQuotes) this.single();
    else if (sign === '"') this.double('"');
    else if (curly[sign] && this.wordStart === this.at) this.curly(curly[sign]);
    else if (sign === '`' && dialect.escape === '\\') this.hidden(this.text.indexOf('`', this.at + 1) + 1);
    else if (this.substitution() || this.variable(false) || this.splat()) return;
    else if (sign === dialect.escape && this.at + 1 < this.to) {
      this.push({ is: 'text', text: this.text[this.at + 1]!, start: this.at, end: this.at + 2 });
    } else this.plain();
  }

  private plain(): void {
    const rest = this.ahead();
    const found = /^[^\s'"`$\\^%!;&|()<>{}“”‘@]+/.exec(rest)?.[0] ?? rest[0]!;
    this.push({ is: 'text', text: found, start: this.at, end: this.at + found.length });
  }

  private single(): void {
    const start = this.at + 1;
    let end = this.text.indexOf("'", start);
    while (this.dialect.name === 'powershell' && end >= 0 && this.text[end + 1] === "'") {
      end = this.text.indexOf("'", end + 2);
    }
    const stop = end < 0 || end >= this.to ? this.to : end;
    const inner = this.text.slice(start, stop);
    const text = this.dialect.name === 'powershell' ? inner.replaceAll("''", "'") : inner;
    this.push({ is: 'text', text, start, end: stop });
    this.at = Math.min(stop + 1, this.to);
  }

  private curly(closing: RegExp): void {
    const start = this.at + 1;
    const length = this.text.slice(start, this.to).search(closing);
    const end = length < 0 ? this.to : start + length;
    this.push({ is: 'text', text: this.text.slice(start, end), start, end });
    this.at = Math.min(end + 1, this.to);
  }

  /** Text with variables; the parts are one where nothing is to be put in. */
  private double(closing: string): void {
    this.at += 1;
    let text = '';
    let start = this.at;
    const flush = () => {
      if (text !== '') this.push({ is: 'text', text, start, end: this.at });
      text = '';
      start = this.at;
    };
    while (this.at < this.to && this.text[this.at] !== closing) {
      const sign = this.text[this.at]!;
      if (sign === this.dialect.escape && this.dialect.name !== 'cmd') {
        const next = this.text[this.at + 1] ?? '';
        text += next === '\n' ? '' : /["`$\\]/.test(next) ? next : sign + next;
        this.at += 2;
        continue;
      }
      if (/[$%!{<]/.test(sign)) {
        flush();
        if (this.substitution() || this.placeholder() || this.variable(true)) {
          start = this.at;
          continue;
        }
      }
      text += sign;
      this.at += 1;
    }
    flush();
    if (this.parts.length === 0) this.parts.push({ is: 'text', text: '', start, end: this.at });
    this.at = Math.min(this.at + 1, this.to);
  }

  /** `$(command)`, `$((sum))`, and what of `${…}` is more than a name. */
  private substitution(): boolean {
    const opening = this.text[this.at + 1];
    if (this.text[this.at] !== '$') return false;
    if (this.dialect.variable.test(this.ahead(400)) || (opening !== '(' && opening !== '{')) return false;
    const closing = opening === '(' ? ')' : '}';
    let depth = 0;
    let end = this.at + 1;
    for (; end < this.to; end += 1) {
      if (this.text[end] === opening) depth += 1;
      if (this.text[end] === closing) depth -= 1;
      if (depth === 0) break;
    }
    this.hidden(end + 1);
    return true;
  }

  private variable(quoted: boolean): boolean {
    const found = this.dialect.variable.exec(this.ahead(400));
    if (!found) return false;
    const { name, braced, made, all, fallback } = found.groups ?? {};
    const called = name ?? braced ?? made ?? found[0];
    const splits = quoted ? all === '[@]' || called === '@' : this.dialect.name !== 'powershell';
    const end = this.at + found[0].length;
    const member = /^[.[][\w.[\]'"]+/.exec(this.text.slice(end, end + 100));
    if (this.dialect.name === 'powershell' && !quoted && member) {
      this.hidden(end + member[0].length);
      return true;
    }
    this.push({ is: 'variable', name: called, splits, start: this.at, end, ...(fallback && { fallback }) });
    return true;
  }

  private splat(): boolean {
    const found = /^@([A-Za-z_]\w*)/.exec(this.ahead(200));
    if (!found || this.wordStart !== this.at || this.dialect.name !== 'powershell') return false;
    this.push({
      is: 'variable',
      name: found[1]!,
      splits: true,
      start: this.at,
      end: this.at + found[0].length,
    });
    return true;
  }

  private hidden(end: number): void {
    this.push({ is: 'hidden', start: this.at, end: end <= this.at ? this.to : Math.min(end, this.to) });
  }

  private push(part: Part): void {
    const last = this.parts.at(-1);
    const joins = part.is === 'text' && last?.is === 'text' && last.end === part.start;
    if (joins) this.parts[this.parts.length - 1] = { ...last, text: last.text + part.text, end: part.end };
    else this.parts.push(part);
    this.at = part.end;
  }

  private endWord(): void {
    if (this.wordStart >= 0) {
      const word: Word = { parts: this.parts, start: this.wordStart, end: this.at };
      this.tokens.push({ is: 'word', word });
    }
    this.parts = [];
    this.wordStart = -1;
  }

  private ahead(length = 4000): string {
    return this.text.slice(this.at, Math.min(this.at + length, this.to));
  }
}
