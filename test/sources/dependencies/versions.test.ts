import assert from 'node:assert/strict';
import { textOf } from '../../../src/model/value.ts';
import { read } from '../../../src/sources/dependencies/read.ts';
import { isBelowFixed } from '../../../src/sources/dependencies/versions.ts';

const client = 'amazon-s3-encryption-client-java';

describe('versions of encryption libraries', () => {
  const constraints: [string, boolean | undefined][] = [
    ['3.6.0', true],
    ['4.0.0', false],
    ['v3.2.1', true],
    ['==3.9', true],
    ['^3.1', true],
    ['^4.0', false],
    ['~> 3.4', true],
    ['>=3.0', undefined],
    ['>=3.0,<4', true],
    ['>=4.1', false],
    ['<4.0.0', true],
    ['<=4.0.0', undefined],
    ['[3.0,4.0)', true],
    ['[3.0,5.0)', undefined],
    ['3.+', true],
    ['latest', undefined],
    ['^3 || ^4', undefined],
  ];
  for (const [constraint, expected] of constraints) {
    it(constraint, () => assert.equal(isBelowFixed(constraint, '4.0.0'), expected));
  }

  const group = 'software.amazon.encryption.s3';
  const dependency = (version: string) =>
    `<dependency><groupId>${group}</groupId>\n<artifactId>${client}</artifactId>\n<version>${version}</version></dependency>`;
  const files: [string, string, string | undefined][] = [
    ['pom.xml', dependency('3.3.5'), '3.3.5'],
    [
      'pom.xml',
      `<properties><s3ec.version>4.0.1</s3ec.version></properties>${dependency('${s3ec.version}')}`,
      '4.0.1',
    ],
    ['pom.xml', dependency('${unknown}'), undefined],
    ['app/build.gradle', `implementation '${group}:${client}:3.1.0'`, '3.1.0'],
    ['build.gradle.kts', `implementation("${group}:${client}:3.1.0")`, '3.1.0'],
    ['gradle/libs.versions.toml', `s3ec = { module = "${group}:${client}", version = "3.2.0" }`, '3.2.0'],
    ['go.mod', 'require (\n\tgithub.com/aws/amazon-s3-encryption-client-go/v3 v3.1.0\n)', 'v3.1.0'],
    ['requirements.txt', 'boto3\naws-encryption-sdk==1.9.1  # pinned', '==1.9.1'],
    ['pyproject.toml', 'dependencies = ["aws-encryption-sdk[MPL]>=1.7,<2"]', '>=1.7,<2'],
    ['pyproject.toml', 'aws-encryption-sdk = "^1.4"', '^1.4'],
    ['package.json', '{ "dependencies": { "@aws-crypto/client-node": "^1.9.0" } }', '^1.9.0'],
  ];
  for (const [path, text, version] of files) {
    it(`${path}: ${version}`, () => {
      const { facts } = read({ path, text });
      assert.equal(facts.length, 1);
      const [fact] = facts;
      assert.equal(fact?.kind === 'cse' ? textOf(fact.fields.version) : '', version);
    });
  }

  it('names what is below', () => {
    const text = dependency('3.3.5');
    const [fact] = read({ path: 'pom.xml', text }).facts;
    assert.ok(fact?.kind === 'cse' && fact.fields.belowFixed?.is === 'known' && fact.fields.belowFixed.value);
    assert.equal(text.slice(fact.place.start, fact.place.end), '3.3.5');
  });

  it('says nothing of other packages', () => {
    assert.deepEqual(read({ path: 'requirements.txt', text: 'aws-encryption-sdk-cli==1.0' }).facts, []);
  });
});
