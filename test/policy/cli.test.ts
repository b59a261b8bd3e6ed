import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './command-line.ts';
import { bucket, object } from './tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'sselint-policy-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The path of a file with this text, or this data as JSON. */
function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return path;
}

const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const denyHttp = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [bucket, `${bucket}/*`],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const allowReads = {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:role/Reader' },
  Action: 's3:GetObject',
  Resource: `${bucket}/*`,
};
const good = file('good.json', policy(denyHttp));
const weak = file('weak.json', policy({ ...denyHttp, Action: 's3:GetObject' }));
const open = file('open.json', policy(denyHttp, allowReads));

const get = (secure: boolean, principal: unknown = { AWS: 'arn:aws:iam::111122223333:role/Reader' }) => ({
  action: 's3:GetObject',
  resource: object,
  principal,
  context: { 'aws:SecureTransport': String(secure) },
});

/** What is wrong with a policy, and the words at which it is said. */
const malformed: [name: string, text: string, at: string, message: RegExp][] = [
  [
    'effect.json',
    '{ "Statement": {\n "Effect": "Refuse", "Principal": "*", "Action": "s3:*", "Resource": "*" } }',
    '"Refuse"',
    /^Effect is "Allow" or "Deny", not "Refuse"$/,
  ],
  [
    'operator.json',
    JSON.stringify(policy({ ...denyHttp, Condition: { StringEqual: { 'aws:SecureTransport': 'false' } } })),
    '"StringEqual"',
    /StringEqual\b.*StringEquals/,
  ],
  [
    'element.json',
    '{ "Statement": [\n { "Effect": "Deny",\n "Principals": "*", "Action": "s3:*", "Resource": "*" } ] }',
    '"Principals"',
    /Principals.*Principal/,
  ],
  ['comma.json', '{ "Version": "2012-10-17"\n "Statement": [] }', '"Statement"', /comma is missing/],
  ['empty.json', '{ "Version": "2012-10-17", "Statement": [] }', '[]', /Statement is empty/],
];

function positionOf(text: string, words: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

describe('policy check', () => {
  it('proves, and exits with 0', async () => {
    const { code, out } = await say('policy', 'check', good);
    assert.equal(code, 0);
    assert.match(out, /^proved +http +no request over plain http passes$/m);
  });

  it('refutes what is meant with a request and a command, and exits with 1', async () => {
    const { code, out } = await say('policy', 'check', weak);
    assert.equal(code, 1);
    assert.match(
      out,
      /^refuted +http .*\n +`PutObject` on `arn:aws:s3:::reports\/report.csv` by .* over http\n +\$ aws s3api put-object --bucket reports /m,
    );
  });

  it('says in JSON where the policy means it', async () => {
    const { code, out } = await say('policy', 'check', weak, '--format', 'json');
    const { version, type, properties, errors } = JSON.parse(out);
    assert.deepEqual([code, version, type, errors], [1, 1, 'bucket', []]);
    const [http, oldTls] = properties;
    assert.deepEqual([http.property, http.result, http.demanded], ['http', 'refuted', true]);
    assert.equal(http.counterexample.request.context['aws:SecureTransport'], 'false');
    const text = JSON.stringify(policy({ ...denyHttp, Action: 's3:GetObject' }), null, 2);
    assert.deepEqual(http.range.start, positionOf(text, '"aws:SecureTransport"'));
    assert.deepEqual(
      [oldTls.property, oldTls.result, oldTls.demanded, oldTls.range],
      ['oldTls', 'refuted', false, null],
    );
  });

  it('--property demands what the policy does not mean', async () => {
    assert.equal((await say('policy', 'check', good, '--property', 'oldTls')).code, 1);
    assert.equal((await say('policy', 'check', weak, '--property', 'anonymousRead')).code, 0);
  });

  it('the counterexample is one that the policy really lets through', async () => {
    const { out } = await say('policy', 'check', weak, '-f', 'json');
    const asked = file('asked.jsonl', JSON.stringify(JSON.parse(out).properties[0].counterexample.request));
    const verdict = await say('policy', 'evaluate', weak, '--requests', asked);
    assert.deepEqual(JSON.parse(verdict.out), { verdict: 'none', statement: null });
  });

  for (const [name, text, at, message] of malformed) {
    it(`${name}: an error with its place, exit code 2, and no verdict`, async () => {
      const path = file(name, text);
      const { line, column } = positionOf(text, at);
      const pretty = await say('policy', 'check', path);
      assert.deepEqual([pretty.code, pretty.out], [2, '']);
      assert(pretty.err.startsWith(`${path}:${line}:${column}: `), pretty.err);
      const json = await say('policy', 'check', path, '--format', 'json');
      const { properties, errors } = JSON.parse(json.out);
      assert.deepEqual([json.code, properties], [2, []]);
      assert.deepEqual([errors[0].file, errors[0].line, errors[0].column], [path, line, column]);
      assert.match(errors[0].message, message);
    });
  }

  it('a file that is not there', async () => {
    const { code, err } = await say('policy', 'check', join(folder, 'none.json'));
    assert.equal(code, 2);
    assert.match(err, /none\.json: cannot be read: ENOENT\n$/);
  });
});

describe('policy evaluate', () => {
  const answers = (out: string) =>
    out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('one verdict a line, by the statement that decides', async () => {
    const lines = [get(false), get(true), get(true, 'anonymous')].map((each) => JSON.stringify(each));
    const { code, out } = await say(
      'policy',
      'evaluate',
      open,
      '--requests',
      file('three.jsonl', lines.join('\n')),
    );
    assert.equal(code, 0);
    assert.deepEqual(answers(out), [
      { verdict: 'deny', statement: 0 },
      { verdict: 'allow', statement: 1 },
      { verdict: 'none', statement: null },
    ]);
  });

  it('a line with an error stays in its place', async () => {
    const lines = [
      JSON.stringify(get(false)),
      '{"action": ',
      JSON.stringify({ ...get(true), action: 'GetObject' }),
      JSON.stringify({ policy: policy({ ...denyHttp, Effect: 'Refuse' }), request: get(false) }),
      JSON.stringify({ policy: policy(allowReads), request: get(false) }),
      JSON.stringify(get(true)),
    ];
    const asked = file('errors.jsonl', lines.join('\n'));
    const { code, out } = await say('policy', 'evaluate', good, '--requests', asked);
    assert.equal(code, 2);
    const [first, json, action, effect, own, last] = answers(out);
    assert.deepEqual(first, { verdict: 'deny', statement: 0 });
    assert.match(json.error, /^not valid JSON: /);
    assert.deepEqual(action, { error: 'action: expected "service:Action"' });
    assert.match(effect.error, /^Effect is "Allow" or "Deny"/);
    assert.deepEqual(own, { verdict: 'allow', statement: 0 });
    assert.deepEqual(last, { verdict: 'none', statement: null });
  });

  it('without a policy each line has to bring one', async () => {
    const lines = [
      JSON.stringify(get(false)),
      JSON.stringify({ policy: policy(denyHttp), request: get(false) }),
    ];
    const { code, out } = await say(
      'policy',
      'evaluate',
      '--requests',
      file('own.jsonl', `${lines.join('\n')}\n`),
    );
    const [none, own] = answers(out);
    assert.equal(code, 2);
    assert.match(none.error, /^no policy: /);
    assert.deepEqual(own, { verdict: 'deny', statement: 0 });
  });

  it('no requests, or none that can be read', async () => {
    assert.equal((await say('policy', 'evaluate', good)).code, 2);
    const { code, err } = await say('policy', 'evaluate', good, '--requests', join(folder, 'none.jsonl'));
    assert.equal(code, 2);
    assert.match(err, /^sselint: --requests: .*none\.jsonl cannot be read: ENOENT\n$/);
  });
});

describe('policy test', () => {
  const test = (expect: string, secure = false) => `
  - name: a download
    request:
      action: s3:GetObject
      resource: ${object}
      principal: { AWS: arn:aws:iam::111122223333:role/Reader }
      context: { aws:SecureTransport: ${secure} }
    expect: ${expect}`;

  it('a policy in a file beside it: all pass', async () => {
    const path = file('pass.yaml', `policy: open.json\ntests:${test('deny')}${test('allow', true)}\n`);
    const { code, out } = await say('policy', 'test', path);
    assert.deepEqual([code, out], [0, `passed  ${path}  a download\n`.repeat(2)]);
  });

  it('a policy in the test file: what fails says what it got', async () => {
    const path = file('fail.yaml', `policy: ${JSON.stringify(policy(denyHttp))}\ntests:${test('allow')}\n`);
    const { code, out } = await say('policy', 'test', path);
    assert.deepEqual(
      [code, out],
      [1, `failed  ${path}  a download: expected allow, got deny, by statement 0\n`],
    );
    const { tests, errors } = JSON.parse((await say('policy', 'test', path, '-f', 'json')).out);
    assert.deepEqual(errors, []);
    assert.deepEqual(tests, [
      { file: path, name: 'a download', expected: 'allow', verdict: 'deny', statement: 0, passed: false },
    ]);
  });

  const wrong: [name: string, text: string, message: RegExp][] = [
    ['expect', `policy: good.json\ntests:${test('maybe')}\n`, /a download: expect is allow, deny or none/],
    ['request', 'policy: good.json\ntests: [{ expect: deny }]\n', /test 1: a request is an object/],
    ['no tests', 'policy: good.json\n', /expected policy and tests/],
    ['no YAML', 'policy: [\n', /not valid YAML/],
    [
      'policy',
      'policy: { Statement: { Effect: Refuse } }\ntests: []\n',
      /policy: .*Effect is "Allow" or "Deny"/,
    ],
    ['no such policy', 'policy: none.json\ntests: []\n', /none\.json: cannot be read: ENOENT/],
  ];
  for (const [name, text, message] of wrong) {
    it(`a mistake in the test file: ${name}`, async () => {
      const { code, err } = await say('policy', 'test', file('wrong.yaml', text));
      assert.equal(code, 2);
      assert.match(err, message);
    });
  }
});

describe('policy diff', () => {
  const changes = async (before: string, after: string) => {
    const { code, out } = await say('policy', 'diff', before, after, '--format', 'json');
    const { differences } = JSON.parse(out) as { differences: { change: string; statement: number }[] };
    return [code, ...differences.map(({ change, statement }) => `${change} ${statement}`)];
  };

  it('says what is newly allowed and newly denied, and of which policy the statement is', async () => {
    assert.deepEqual(await changes(good, open), [1, 'newlyAllowed 1']);
    assert.deepEqual(await changes(open, good), [1, 'noLongerAllowed 1']);
    assert.deepEqual(await changes(weak, good), [1, 'newlyDenied 0']);
    assert.deepEqual(await changes(good, weak), [1, 'noLongerDenied 0']);
  });

  it('in words', async () => {
    const { code, out } = await say('policy', 'diff', good, open);
    assert.equal(code, 1);
    assert.match(
      out,
      /^newly allowed +`GetObject` on .*role\/Reader` over https \(statement 1 of the new policy\)\n$/,
    );
  });

  it('another way to say the same is no difference', async () => {
    const split = file(
      'split.json',
      policy(
        { ...denyHttp, Resource: bucket, Sid: 'Bucket' },
        { ...denyHttp, Resource: `${bucket}/*`, Principal: { AWS: '*' } },
      ),
    );
    assert.deepEqual(await changes(good, split), [0]);
    assert.equal((await say('policy', 'diff', good, split)).out, 'no request fares differently\n');
  });

  it('a policy that is none gives no difference', async () => {
    const { code, out, err } = await say('policy', 'diff', good, file('none-at-all.json', '[]'));
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /none-at-all\.json:1:1: a policy is an object with a Statement/);
  });
});
