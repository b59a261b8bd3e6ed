import assert from 'node:assert/strict';
import { judge } from '../../src/rules/judge.ts';
import { type Rule, standardSettings } from '../../src/rules/rule.ts';
import { shippedRules } from '../../src/rules/shipped.ts';
import { type Example, examplesOf, findingsOf, mended, presetFor, ruleFolders, shown } from './examples.ts';
import { factsFrom, type PlainFact } from './plain-facts.ts';

let rules: Rule[] = [];

describe('every example of a rule', () => {
  before(async () => {
    rules = await shippedRules();
  });
  for (const id of ruleFolders()) {
    const examples = examplesOf(id);
    const rule = () => rules.find((each) => each.id === id)!;
    describe(id, () => {
      it('is there: bad, good and unknown, in two forms', () => {
        assert.deepEqual([...new Set(examples.map((each) => each.kind))].sort(), ['bad', 'good', 'unknown']);
        const bad = examples.filter((each) => each.kind === 'bad');
        assert(
          bad.every((each) => each.wants.length > 0 || isFacts(each)),
          'a bad example wants nothing',
        );
        const forms = new Set(examples.map((each) => extension(each.name)));
        assert(forms.size > 1 || bad.length > 1 || bad.every(isFacts), 'one form only');
      });
      for (const example of examples) {
        if (isFacts(example)) it(example.name, () => judgesFacts(rule(), example));
        else it(example.name, () => finds(rule(), example));
        if (example.fixed !== undefined) it(`${example.name} is mended`, () => mends(rule(), example));
      }
    });
  }
});

async function finds(rule: Rule, { name, text, wants }: Example) {
  const { findings, faults } = await findingsOf(rule, rules, name, text);
  assert.deepEqual(
    faults.map((fault) => fault.message),
    [],
  );
  const found = shown(findings, text);
  const matches = wants.filter(({ line, part }) =>
    found.some((each) => each.line === line && each.message.includes(part)),
  );
  assert.deepEqual(
    [matches, found.length],
    [wants, wants.length],
    `found ${JSON.stringify(found, null, 2)}\nwanted ${JSON.stringify(wants, null, 2)}`,
  );
}

async function mends(rule: Rule, { name, text, fixed }: Example) {
  assert.equal(await mended(rule, rules, name, text), fixed);
}

function judgesFacts(rule: Rule, example: Example) {
  const plain = (JSON.parse(example.text) as { facts: PlainFact[] }).facts;
  const facts = factsFrom(plain);
  const { findings } = judge(facts, rules, { ...standardSettings, preset: presetFor(rule) });
  const own = findings.filter((each) => each.rule === rule.id);
  for (const [at, { want }] of plain.entries()) {
    const said = own.filter((each) => each.fact === facts[at]).map((each) => each.message);
    assert.equal(said.length, want === undefined ? 0 : 1, said.join('\n'));
    assert(
      said.every((message) => message.includes(want!)),
      said.join('\n'),
    );
  }
}

function extension(name: string): string {
  return name.slice(name.lastIndexOf('.'));
}

function isFacts({ name }: Example): boolean {
  return name.endsWith('.facts.json');
}
