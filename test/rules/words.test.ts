import assert from 'node:assert/strict';
import { hasWord } from '../../src/rules/words.ts';

const rows: [string, string, boolean][] = [
  ['pan', 'pan', true],
  ['card-pan', 'pan', true],
  ['cardPan', 'pan', true],
  ['CARD_PAN', 'pan', true],
  ['PANNumber', 'pan', true],
  ['company', 'pan', false],
  ['span', 'pan', false],
  ['date-of-birth', 'date-of-birth', true],
  ['customer.dateOfBirth', 'date-of-birth', true],
  ['date-of-first-birth', 'date-of-birth', false],
  ['x-amz-meta-ssn', 'ssn', true],
];

describe('words in names', () => {
  for (const [name, word, found] of rows) {
    it(`${word} ${found ? 'is' : 'is not'} in ${name}`, () => assert.equal(hasWord(name, [word]), found));
  }
});
