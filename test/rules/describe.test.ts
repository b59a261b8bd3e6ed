import assert from 'node:assert/strict';
import { describeRule } from '../../src/rules/describe.ts';
import { ruleOf } from './facts.ts';

describe('the description of a rule', () => {
  it('gives the highest severity of its checks in every preset', async () => {
    const rule = await ruleOf(`severity: { recommended: error }
checks:
  - { when: { bucket: b }, message: one, severity: { kms: warning } }
  - { when: { bucket: c }, message: two, severity: { strict: info } }`);
    assert.deepEqual(describeRule(rule).severity, { recommended: 'off', kms: 'warning', strict: 'warning' });
  });
  it('gives messages and fixes once', async () => {
    const rule = await ruleOf(`checks:
  - each: [customerKey, copySource.customerKey]
    when: { entry.literal: true }
    message: written
    fix: { title: Drop it, drop: entry.key }`);
    const { messages, fixes, docs } = describeRule(rule);
    assert.deepEqual([messages, fixes, docs], [['written'], ['Drop it'], 'docs/rules/request/test.md']);
  });
});
