import assert from 'node:assert/strict';
import { join } from 'node:path';
import { standardConfig } from '../../src/lint/config/config.ts';
import { findConfig } from '../../src/lint/config/find.ts';
import { glob } from '../../src/lint/config/glob.ts';
import { loadConfig } from '../../src/lint/config/load.ts';
import { rulesOf } from '../../src/lint/config/rules.ts';
import { Lines } from '../../src/model/place.ts';
import { tree } from './tree.ts';

async function load(files: Record<string, string>, name = 'sselint.config.yaml') {
  const cwd = tree(files);
  const { config, faults } = await loadConfig(join(cwd, name), cwd);
  const checked = faults.length ? { faults } : await rulesOf(config, cwd);
  return { cwd, config, faults: checked.faults };
}

describe('a configuration that is wrong', () => {
  const cases: [string, string, RegExp, number | undefined][] = [
    ['no YAML', 'preset: {\n', /expected YAML/, 2],
    ['a key that there is not', 'preset: kms\nprests: kms\n', /the configuration has no "prests"/, 2],
    ['a preset that there is not', '\npreset: nope\n', /preset: expected one of recommended, kms, strict/, 2],
    [
      'a severity that there is not',
      'rules:\n  request/bad-algorithm: fatal\n',
      /expected one of error, warning, info, off/,
      2,
    ],
    [
      'a rule that there is not',
      'rules:\n  request/bad-algoritm: off\n',
      /there is no rule request\/bad-algoritm/,
      2,
    ],
    [
      'an option that there is not',
      'rules:\n  key/rotation-period: { options: { nope: 1 } }\n',
      /there is no option nope/,
      2,
    ],
    ['an override without files', 'overrides:\n  - rules: {}\n', /"files", which is missing/, 2],
    ['a base that there is not', 'extends: ./nope.yaml\n', /there is no such file/, undefined],
    ['itself as its base', 'extends: ./sselint.config.yaml\n', /it extends itself/, undefined],
    ['a folder that there is not', 'ruleFolders: [nope]\n', /there is no folder nope/, undefined],
    ['another scanner that there is not', 'honourSuppressions: [nope]\n', /expected one of checkov/, 1],
  ];
  for (const [name, text, message, line] of cases) {
    it(`with ${name} says so, with its place`, async () => {
      const { faults } = await load({ 'sselint.config.yaml': text });
      const [fault] = faults;
      assert.match(fault?.message ?? '', message);
      assert.equal(fault?.kind, 'configuration');
      if (line) assert.equal(new Lines(text).position(fault!.place!.start).line, line);
    });
  }

  it('of a package names the place in package.json', async () => {
    const text = '{\n  "name": "x",\n  "sselint": {\n    "preset": "nope"\n  }\n}\n';
    const { faults } = await load({ 'package.json': text }, 'package.json');
    assert.equal(new Lines(text).position(faults[0]!.place!.start).line, 4);
  });
});

describe('a configuration', () => {
  it('is the nearest upwards, in any of its forms', () => {
    const cwd = tree({
      'sselint.config.yaml': '',
      'a/sselint.config.json': '{}',
      'a/b/package.json': '{ "name": "b" }',
      'c/package.json': '{ "sselint": {} }',
      'c/d/x': '',
    });
    assert.equal(findConfig(cwd), join(cwd, 'sselint.config.yaml'));
    assert.equal(findConfig(join(cwd, 'a/b')), join(cwd, 'a/sselint.config.json'));
    assert.equal(findConfig(join(cwd, 'c/d')), join(cwd, 'c/package.json'));
  });

  it('stands above what it extends, and adds to it', async () => {
    const { config, faults, cwd } = await load({
      'base/base.yaml':
        'preset: strict\nkeys: [a]\nrules: { request/bad-algorithm: off }\nbaseline: b.json\noverrides: [{ files: [x] }]\n',
      'sselint.config.yaml':
        'extends: [./base/base.yaml]\nkeys: [b]\nrules: { request/sse-c-used: error }\noverrides: [{ files: [y] }]\n',
    });
    assert.deepEqual(faults, []);
    assert.equal(config.preset, 'strict');
    assert.deepEqual(config.keys, ['b']);
    assert.deepEqual(Object.keys(config.rules), ['request/bad-algorithm', 'request/sse-c-used']);
    assert.equal(config.baseline, join(cwd, 'base/b.json'));
    assert.deepEqual(
      config.overrides.map(({ files, folder }) => [files[0], folder]),
      [
        ['x', join(cwd, 'base')],
        ['y', cwd],
      ],
    );
  });

  it('brings rules of its own, and says which of them are broken', async () => {
    const rule =
      'title: T\nwhy: W\nseverity: { recommended: error }\nchecks:\n  - when: { encryption.mode: SSE-C }\n    message: found\n';
    const { config, cwd } = await load({
      'sselint.config.yaml': 'ruleFolders: [own]\n',
      'own/request/ours/rule.yaml': rule,
      'own/request/broken/rule.yaml': rule.replace('error', 'fatal'),
      'own/request/bad-algorithm/rule.yaml': rule,
    });
    const { rules, faults } = await rulesOf(config, cwd);
    assert(rules.some(({ id }) => id === 'request/ours'));
    assert.deepEqual(faults.map(({ file }) => file).sort(), [
      'own/request/bad-algorithm/rule.yaml',
      'own/request/broken/rule.yaml',
    ]);
  });

  it('takes a whole kind at once', async () => {
    const { faults } = await load({ 'sselint.config.yaml': 'rules: { "request/*": off }\n' });
    assert.deepEqual(faults, []);
    assert.equal(standardConfig.preset, 'recommended');
  });
});

describe('a glob', () => {
  const cases: [string, string, boolean][] = [
    ['test/**', 'test/a/b.ts', true],
    ['test/**', 'a/test/b.ts', false],
    ['**/*.md', 'x.md', true],
    ['*.md', 'a/b/x.md', true],
    ['a/*.ts', 'a/b/x.ts', false],
    ['a/{b,c}/*.{ts,js}', 'a/c/x.js', true],
    ['a/[!b]c', 'a/dc', true],
    ['a/[!b]c', 'a/bc', false],
    ['a.b', 'aXb', false],
    ['./a/?', 'a/b', true],
    ['a/(b)+', 'a/(b)+', true],
  ];
  for (const [pattern, path, matches] of cases) {
    it(`${pattern} ${matches ? 'means' : 'does not mean'} ${path}`, () => {
      assert.equal(glob(pattern)(path), matches);
    });
  }

  it('takes linear time', () => {
    assert.equal(glob(`${'*a'.repeat(30)}b`)('a'.repeat(250)), false);
  });
});
