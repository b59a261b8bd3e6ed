import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lines } from '../../src/model/place.ts';
import { loadRules, readRule } from '../../src/rules/load.ts';

const good = `title: A test
severity: { recommended: error }
why: For tests.
checks:
  - when: { encryption.mode: SSE-C }
    message: found
`;

async function faultOf(text: string) {
  const read = await readRule(text, 'rules/request/x/rule.yaml', 'request/x');
  assert('faults' in read, 'the rule is accepted');
  const [fault] = read.faults;
  assert.equal(fault?.kind, 'configuration');
  assert.equal(fault.file, 'rules/request/x/rule.yaml');
  return { message: fault.message, line: new Lines(text).position(fault.place!.start).line };
}

const broken: [string, string, RegExp, number][] = [
  ['no YAML', good.replace('{ encryption', '{{ encryption'), /expected YAML/, 6],
  ['a word that no rule has', `${good}extra: 1\n`, /has no "extra"/, 7],
  ['a severity that is none', good.replace('error', 'fatal'), /one of error, warning, info, off/, 2],
  ['a check without a message', good.replace('    message: found\n', ''), /"message", which is missing/, 5],
  [
    'a path that no fact has',
    good.replace('encryption.mode', 'encryption.mood'),
    /a request has no "encryption.mood"/,
    5,
  ],
  ['a slot that no fact has', good.replace('found', '"{color}"'), /a request has no "color"/, 5],
  ['entry outside of each', good.replace('encryption.mode', 'entry.mode'), /has no "entry.mode"/, 5],
  ['a condition that is no schema', good.replace('SSE-C', '{ minimum: many }'), /is no JSON Schema/, 5],
  ['a pattern that cannot be read', good.replace('SSE-C', "{ pattern: '(' }"), /is no JSON Schema/, 5],
  ['a pattern that could hang', good.replace('SSE-C', "{ pattern: '(a)\\1' }"), /is no JSON Schema/, 5],
];

describe('a broken rule file', () => {
  for (const [name, text, message, line] of broken) {
    it(`with ${name} is an error with its place`, async () => {
      const fault = await faultOf(text);
      assert.match(fault.message, message);
      assert.equal(fault.line, line);
    });
  }
  it('in a folder that is no kind must say what it is for', async () => {
    const read = await readRule(good, 'team/x/rule.yaml', 'team/x');
    assert('faults' in read);
    assert.match(read.faults[0]!.message, /expected "for", one of request, client/);
    assert('rule' in (await readRule(`for: request\n${good}`, 'team/x/rule.yaml', 'team/x')));
  });
  it('that is not there is an error, and the others are read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sselint-rules-'));
    for (const name of ['request/here', 'request/missing'])
      mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, 'request/here/rule.yaml'), good);
    const { rules, faults } = await loadRules(folder);
    rmSync(folder, { recursive: true });
    assert.deepEqual(
      rules.map((rule) => rule.id),
      ['request/here'],
    );
    assert.match(faults[0]!.message, /cannot be read \(ENOENT\)/);
  });
  it('a good one is a rule', async () => {
    const read = await readRule(good, 'rules/request/x/rule.yaml', 'request/x');
    assert('rule' in read);
    assert.equal(read.rule.kind, 'request');
  });
});
