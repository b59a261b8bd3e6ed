import assert from 'node:assert/strict';
import { evaluate } from '../../src/policy/evaluate.ts';
import type { Request } from '../../src/policy/form.ts';
import { plainValue } from '../../src/policy/plain.ts';
import { readPolicy } from '../../src/policy/read.ts';
import { encryption, transport, transports, uploads } from './tables.ts';

function compare(rows: typeof encryption, requests: Record<string, Request>) {
  for (const [name, Statement, cells] of rows) {
    Object.entries(requests).forEach(([what, request], column) => {
      it(`${name}: ${what}`, () => {
        const policy = readPolicy(plainValue({ Version: '2012-10-17', Statement }), 'bucket');
        assert.deepEqual(policy.faults, []);
        const denied = evaluate(policy, request).verdict === 'deny';
        assert.equal(denied ? 'D' : 'p', cells[column]);
      });
    });
  }
}

describe('what slips through policies that are meant to require an encryption', () =>
  compare(encryption, uploads));
describe('what slips through policies that are meant to require https', () => compare(transport, transports));
