import type { Syntax } from '../code-edit/syntax.ts';
import { cLiteral } from '../code-edit/syntax.ts';
import type { Adapter } from './adapter.ts';

/** A language that is read on the shared walker: which files, by which adapter, and how its fixes are spelled. */
export interface Language {
  files: RegExp;
  load(): Promise<Adapter>;
  syntax: Syntax;
}

const assigned = (name: string, value: string) => `${name} = ${value}`;
const labelled = (name: string, value: string) => `${name}: ${value}`;

export const languages: Language[] = [
  {
    files: /\.pyi?$/,
    load: async () => (await import('./python.ts')).python,
    syntax: {
      literal: (value, quote) =>
        typeof value === 'boolean' ? (value ? 'True' : 'False') : cLiteral(value, quote),
      entry: (name, value) => `${name}=${value}`,
      wrap: {
        encode: (x) => `base64.b64encode(${x}).decode()`,
        decode: (x) => `base64.b64decode(${x})`,
        hexDecode: (x) => `bytes.fromhex(${x})`,
      },
    },
  },
  {
    files: /\.(rb|rake)$|(^|\/)(Rakefile|Gemfile)$/,
    load: async () => (await import('./ruby.ts')).ruby,
    syntax: {
      literal: cLiteral,
      entry: labelled,
      wrap: {
        encode: (x) => `Base64.strict_encode64(${x})`,
        decode: (x) => `Base64.strict_decode64(${x})`,
        hexDecode: (x) => `[${x}].pack('H*')`,
      },
    },
  },
  {
    files: /\.php$/,
    load: async () => (await import('./php.ts')).php,
    syntax: {
      literal: cLiteral,
      entry: (name, value) => `'${name}' => ${value}`,
      wrap: {
        encode: (x) => `base64_encode(${x})`,
        decode: (x) => `base64_decode(${x})`,
        hexDecode: (x) => `hex2bin(${x})`,
      },
    },
  },
  {
    files: /\.swift$/,
    load: async () => (await import('./swift.ts')).swift,
    syntax: { literal: cLiteral, entry: labelled, wrap: { encode: (x) => `${x}.base64EncodedString()` } },
  },
  {
    files: /\.rs$/,
    load: async () => (await import('./rust.ts')).rust,
    syntax: { literal: cLiteral, entry: (name, value) => `.${name}(${value})`, wrap: {} },
  },
  {
    files: /\.java$/,
    load: async () => (await import('./java.ts')).java,
    syntax: {
      literal: cLiteral,
      entry: (name, value) => `.${name}(${value})`,
      wrap: {
        encode: (x) => `Base64.getEncoder().encodeToString(${x})`,
        decode: (x) => `Base64.getDecoder().decode(${x})`,
      },
    },
  },
  {
    files: /\.kts?$/,
    load: async () => (await import('./kotlin.ts')).kotlin,
    syntax: {
      literal: cLiteral,
      entry: assigned,
      wrap: { encode: (x) => `Base64.getEncoder().encodeToString(${x})` },
    },
  },
  {
    files: /\.go$/,
    load: async () => (await import('./go.ts')).go,
    syntax: {
      literal: cLiteral,
      entry: labelled,
      wrap: { encode: (x) => `base64.StdEncoding.EncodeToString([]byte(${x}))` },
    },
  },
  {
    files: /\.cs$/,
    load: async () => (await import('./csharp.ts')).csharp,
    syntax: {
      literal: cLiteral,
      entry: assigned,
      wrap: {
        encode: (x) => `Convert.ToBase64String(${x})`,
        decode: (x) => `Convert.FromBase64String(${x})`,
        hexDecode: (x) => `Convert.FromHexString(${x})`,
      },
    },
  },
  {
    files: /\.(cpp|cc|cxx|hpp|hh|hxx|h)$/,
    load: async () => (await import('./cpp.ts')).cpp,
    syntax: { literal: cLiteral, entry: (name, value) => `${name}(${value})`, wrap: {} },
  },
];

export function languageOf(path: string): Language | undefined {
  return languages.find((language) => language.files.test(path));
}
