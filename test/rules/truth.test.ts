import assert from 'node:assert/strict';
import { and, not, or, type Truth } from '../../src/rules/truth.ts';

const doubt = { path: 'x', reason: 'unseen' };
const words: Record<string, Truth> = { true: true, false: false, doubt };

function table(rows: [string, string, string][], of: (truths: Truth[]) => Truth) {
  for (const [a, b, result] of rows) {
    it(`${a}, ${b} → ${result}`, () => assert.deepEqual(of([words[a]!, words[b]!]), words[result]));
    it(`${b}, ${a} → ${result}`, () => assert.deepEqual(of([words[b]!, words[a]!]), words[result]));
  }
}

describe('three-valued logic', () => {
  describe('and', () =>
    table(
      [
        ['true', 'true', 'true'],
        ['true', 'false', 'false'],
        ['true', 'doubt', 'doubt'],
        ['false', 'false', 'false'],
        ['false', 'doubt', 'false'],
        ['doubt', 'doubt', 'doubt'],
      ],
      and,
    ));
  describe('or', () =>
    table(
      [
        ['true', 'true', 'true'],
        ['true', 'false', 'true'],
        ['true', 'doubt', 'true'],
        ['false', 'false', 'false'],
        ['false', 'doubt', 'doubt'],
        ['doubt', 'doubt', 'doubt'],
      ],
      or,
    ));
  it('not', () => {
    assert.equal(not(true), false);
    assert.equal(not(false), true);
    assert.deepEqual(not(doubt), doubt);
  });
  it('of nothing, all hold and none does', () => {
    assert.equal(and([]), true);
    assert.equal(or([]), false);
  });
});
