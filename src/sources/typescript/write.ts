import type { Change, Write } from '../../model/change.ts';
import { type Fact, field } from '../../model/fact.ts';
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

/** A construct's own words (`s3.BucketEncryption.KMS`) are not the template's: only its constants are replaced. */
function isConstant(change: Change, fact: Fact, text: string): boolean {
  if (change.verb !== 'set') return change.verb === 'drop';
  const { place } = field(fact, change.path.replace(/encryption\.mode$/, 'encryption.algorithm'));
  return place !== undefined && /^(['"`].*['"`]|true|false|\d+)$/.test(text.slice(place.start, place.end));
}

export const write: Write = async (changes, fact, text) => {
  const isConstruct = fact.via === 'aws-cdk';
  if (isConstruct && !changes.every((change) => isConstant(change, fact, text))) return undefined;
  return writeCode(changes, fact, text, syntax);
};
