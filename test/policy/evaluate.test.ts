import assert from 'node:assert/strict';
import { answerTo } from '../../src/cli/policy-evaluate.ts';

const arn = 'arn:aws:s3:::reports/k';
type Context = Record<string, unknown>;

function verdict(condition: object, context: Context, more: object = {}, request: object = {}) {
  const statement = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: '*',
    Condition: condition,
    ...more,
  };
  const policy = { Version: '2012-10-17', Statement: [statement] };
  const asked = { action: 's3:GetObject', resource: arn, principal: 'anonymous', context, ...request };
  const answer = answerTo(JSON.stringify({ policy, request: asked }), undefined);
  return 'error' in answer ? answer.error : answer.verdict;
}

describe('condition operators', () => {
  const rows: [condition: object, context: Context, holds: boolean][] = [
    [{ StringEquals: { 'aws:x': 'a' } }, { 'AWS:X': 'a' }, true],
    [{ StringEquals: { 'aws:x': 'a' } }, { 'aws:x': 'A' }, false],
    [{ StringEqualsIgnoreCase: { 'aws:x': 'a' } }, { 'aws:x': 'A' }, true],
    [{ StringEquals: { 'aws:x': 'a*' } }, { 'aws:x': 'ab' }, false],
    [{ StringLike: { 'aws:x': 'a*?' } }, { 'aws:x': 'ab' }, true],
    [{ StringLike: { 'aws:x': 'a${*}' } }, { 'aws:x': 'ab' }, false],
    [{ StringLike: { 'aws:x': 'a${*}' } }, { 'aws:x': 'a*' }, true],
    [{ StringNotEquals: { 'aws:x': ['a', 'b'] } }, { 'aws:x': 'b' }, false],
    [{ StringNotEquals: { 'aws:x': 'a' } }, {}, true],
    [{ StringNotEqualsIfExists: { 'aws:x': 'a' } }, {}, true],
    [{ StringEqualsIfExists: { 'aws:x': 'a' } }, {}, true],
    [{ StringEquals: { 'aws:x': 'a' } }, {}, false],
    [{ Null: { 'aws:x': true } }, {}, true],
    [{ Null: { 'aws:x': 'false' } }, { 'aws:x': '' }, true],
    [{ 'ForAllValues:StringEquals': { 'aws:x': ['a', 'b'] } }, { 'aws:x': ['a'] }, true],
    [{ 'ForAllValues:StringEquals': { 'aws:x': ['a', 'b'] } }, { 'aws:x': ['a', 'c'] }, false],
    [{ 'ForAllValues:StringEquals': { 'aws:x': 'a' } }, {}, true],
    [{ 'ForAnyValue:StringEquals': { 'aws:x': 'a' } }, { 'aws:x': ['a', 'c'] }, true],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:x': 'a' } }, { 'aws:x': ['a', 'c'] }, true],
    [{ 'ForAnyValue:StringNotEquals': { 'aws:x': 'a' } }, {}, false],
    [{ NumericLessThan: { 'aws:x': '1.2' } }, { 'aws:x': '1.1' }, true],
    [{ NumericLessThan: { 'aws:x': '10' } }, { 'aws:x': '9' }, true],
    [{ NumericEquals: { 'aws:x': 'many' } }, { 'aws:x': '9' }, false],
    [{ DateGreaterThan: { 'aws:x': '2026-01-01T00:00:00Z' } }, { 'aws:x': '2026-01-01T00:00:01Z' }, true],
    [{ DateLessThan: { 'aws:x': '1767225600' } }, { 'aws:x': '2025-12-31' }, true],
    [{ Bool: { 'aws:x': false } }, { 'aws:x': 'FALSE' }, true],
    [{ IpAddress: { 'aws:x': '203.0.113.0/24' } }, { 'aws:x': '203.0.113.77' }, true],
    [{ IpAddress: { 'aws:x': '2001:db8::/32' } }, { 'aws:x': '2001:DB8:0:0::1' }, true],
    [{ IpAddress: { 'aws:x': '0.0.0.0/0' } }, { 'aws:x': '2001:db8::1' }, false],
    [{ NotIpAddress: { 'aws:x': '203.0.113.0/24' } }, { 'aws:x': '203.0.114.1' }, true],
    [
      { ArnLike: { 'aws:x': 'arn:aws:sns:*:111122223333:*' } },
      { 'aws:x': 'arn:aws:sns:eu-west-1:111122223333:a:b' },
      true,
    ],
    [{ ArnLike: { 'aws:x': 'arn:aws:*:b' } }, { 'aws:x': 'arn:aws:sns:eu-west-1:1:b' }, false],
    [{ ArnNotEquals: { 'aws:x': 'arn:aws:sns:*:*:b' } }, { 'aws:x': 'arn:aws:sns:eu-west-1:1:b' }, false],
    [{ StringEquals: { 'aws:x': '${aws:y}' } }, { 'aws:x': 'a*', 'aws:y': 'a*' }, true],
    [{ StringLike: { 'aws:x': '${aws:y}' } }, { 'aws:x': 'ab', 'aws:y': 'a*' }, false],
    [{ StringEquals: { 'aws:x': "${aws:y, 'none'}" } }, { 'aws:x': 'none' }, true],
    [{ StringNotEquals: { 'aws:x': '${aws:y}' } }, { 'aws:x': 'none' }, true],
  ];
  for (const [condition, context, holds] of rows) {
    it(`${JSON.stringify(condition)} ${holds ? 'holds' : 'fails'} with ${JSON.stringify(context)}`, () => {
      assert.equal(verdict(condition, context), holds ? 'deny' : 'none');
    });
  }

  it('no variables before version 2012-10-17', () => {
    const request = {
      action: 's3:GetObject',
      resource: arn,
      principal: 'anonymous',
      context: { 'aws:x': '${aws:y}', 'aws:y': 'a' },
    };
    const statement = {
      Effect: 'Deny',
      Principal: '*',
      Action: '*',
      Resource: '*',
      Condition: { StringEquals: { 'aws:x': '${aws:y}' } },
    };
    const answer = answerTo(JSON.stringify({ policy: { Statement: statement }, request }), undefined);
    assert.deepEqual(answer, { verdict: 'deny', statement: 0 });
  });
});

describe('principals', () => {
  const role = 'arn:aws:iam::111122223333:role/team/Writer';
  const session = 'arn:aws:sts::111122223333:assumed-role/Writer/build';
  const rows: [principal: unknown, asking: unknown, meant: boolean][] = [
    ['*', 'anonymous', true],
    [{ AWS: '*' }, 'anonymous', true],
    [{ AWS: role }, { AWS: role }, true],
    [{ AWS: role }, { AWS: session }, true],
    [{ AWS: '111122223333' }, { AWS: session }, true],
    [{ AWS: 'arn:aws:iam::111122223333:root' }, { AWS: role }, true],
    [{ AWS: '999988887777' }, { AWS: role }, false],
    [{ AWS: role }, 'anonymous', false],
    [{ Service: 'logging.s3.amazonaws.com' }, { Service: 'logging.s3.amazonaws.com' }, true],
    [{ Service: 'logging.s3.amazonaws.com' }, { AWS: role }, false],
    [{ CanonicalUser: 'abc' }, { CanonicalUser: 'abc' }, true],
  ];
  for (const [principal, asking, meant] of rows) {
    it(`${JSON.stringify(principal)} ${meant ? 'means' : 'does not mean'} ${JSON.stringify(asking)}`, () => {
      assert.equal(verdict({}, {}, { Principal: principal }, { principal: asking }), meant ? 'deny' : 'none');
      const but = { Principal: undefined, NotPrincipal: principal };
      assert.equal(verdict({}, {}, but, { principal: asking }), meant ? 'none' : 'deny');
    });
  }
});

describe('a policy that is none', () => {
  const rows: [unknown, RegExp][] = [
    [null, /a policy is an object/],
    [{ Version: '2012-10-17' }, /has a Statement/],
    [{ Version: '2012-10-18', Statement: [] }, /Version is/],
    [
      { Statement: [{ Effect: 'deny', Principal: '*', Action: '*', Resource: '*' }] },
      /Effect is "Allow" or "Deny", not "deny"/,
    ],
    [
      { Statement: [{ Effect: 'Deny', Principal: '*', Actions: '*', Resource: '*' }] },
      /did you mean "Action"/,
    ],
    [{ Statement: [{ Effect: 'Deny', Principal: '*', Action: '*' }] }, /no Resource or NotResource/],
    [
      { Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', NotAction: '*', Resource: '*' }] },
      /exclude each other/,
    ],
    [
      { Statement: [{ Effect: 'Deny', Principal: 'me', Action: '*', Resource: '*' }] },
      /Principal is "\*" or an object/,
    ],
    [
      { Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: 'bucket' }] },
      /a resource is an ARN/,
    ],
    [
      {
        Statement: [
          { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*', Condition: { StringEqual: {} } },
        ],
      },
      /did you mean "StringEquals"/,
    ],
    [
      {
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: '*',
            Resource: '*',
            Condition: { Null: { 'aws:x': 'yes' } },
          },
        ],
      },
      /Null takes true/,
    ],
  ];
  for (const [policy, message] of rows) {
    it(`${JSON.stringify(policy)}`, () => {
      const request = { action: 's3:GetObject', resource: arn, principal: 'anonymous', context: {} };
      const answer = answerTo(JSON.stringify({ policy, request }), undefined);
      assert('error' in answer);
      assert.match(answer.error, message);
    });
  }
});
