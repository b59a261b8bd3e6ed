import type { Write } from '../../model/change.ts';
import { cLiteral, type Syntax } from '../code-edit/syntax.ts';
import { writeCode } from '../code-edit/write.ts';

const syntax: Syntax = {
  literal: cLiteral,
  entry: (name, value) => `${name}: ${value}`,
  wrap: {
    encode: (x) => `Buffer.from(${x}).toString('base64')`,
    decode: (x) => `Buffer.from(${x}, 'base64')`,
    hexDecode: (x) => `Buffer.from(${x}, 'hex')`,
  },
};

export const write: Write = async (changes, fact, text) => writeCode(changes, fact, text, syntax);
