import type { Program } from '../../evaluate/form.ts';
import { type CallEvent, follow, type Load, plainOf, Run, type Thing } from '../../evaluate/index.ts';
import type { AnyFact } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import { absent, known, list, textOf, type Value } from '../../model/value.ts';
import { factsOf } from '../cloudformation/facts.ts';
import { fromText } from '../template/text.ts';
import { bucketProperties, type Read, transportStatements } from './bucket.ts';
import { keyProperties } from './key.ts';
import { templateNames } from './l1.ts';
import { statementOf } from './statement.ts';
import { asValue, type Constructs, isUnseen, properties, property } from './values.ts';

/** Whether a file is worth following for constructs at all. */
export const usesCdk = (text: string) => /aws-cdk|@aws-cdk/.test(text);

const module = /^(?:aws-cdk-lib[./]aws[-_]|@aws-cdk\/aws-)(s3|kms)\.(\w+)$/;

const types: Record<string, string> = {
  's3.Bucket': 'AWS::S3::Bucket',
  's3.CfnBucket': 'AWS::S3::Bucket',
  's3.CfnBucketPolicy': 'AWS::S3::BucketPolicy',
  'kms.Key': 'AWS::KMS::Key',
  'kms.CfnKey': 'AWS::KMS::Key',
};

interface Made {
  id: string;
  type: string;
  body: Value;
  place: Place;
  /** Not all of its props can be seen: what is not there is unknown. */
  hidden: boolean;
}

/** The buckets and keys that a program of the CDK makes: the facts of the template that it would synthesise. */
export function readCdk(program: Program, source: string, load: Load): AnyFact[] {
  const constructs: Constructs = new Map();
  const made: Made[] = [];
  const policies = new Map<string, { place: Place; statements: Value[] }>();
  const attach = (id: string, place: Place, statements: Value[]) => {
    const before = policies.get(id)?.statements ?? [];
    if (statements.length > 0) policies.set(id, { place, statements: [...before, ...statements] });
  };
  const called = (event: CallEvent): Thing | undefined => {
    const name = module.exec(event.path);
    const type = name ? types[`${name[1]}.${name[2]}`] : undefined;
    if (type !== undefined) {
      if (!event.frame.home) return event.result;
      const found = construct(event, type, name![2]!.startsWith('Cfn'), constructs);
      constructs.set(event.result.id, { id: found.id, type });
      event.frame.state.put(event.result.id, { entries: new Map() });
      made.push(found);
      attach(found.id, found.place, found.statements);
      return event.result;
    }
    const on = event.receiver?.is === 'instance' ? constructs.get(event.receiver.id) : undefined;
    if (on && event.frame.home && event.path.endsWith('.addToResourcePolicy') && event.args[0]) {
      attach(on.id, event.place, [statementOf(event.args[0].thing, event.frame, constructs)]);
    }
    return undefined;
  };
  follow(program, new Run({ called }, load));
  for (const [id, { place, statements }] of policies) made.push(policyOf(id, place, statements));
  return made.flatMap((each) => {
    const facts = factsOf(resourceOf(each, program, source));
    return each.hidden ? facts.map((fact) => ({ ...fact, complete: false })) : facts;
  });
}

function construct(
  event: CallEvent,
  type: string,
  isL1: boolean,
  constructs: Constructs,
): Made & { statements: Value[] } {
  const { args, frame, place } = event;
  const name = args[1] && plainOf(args[1].thing, frame);
  const id = textOf(name) ?? `${type}:${place.start}`;
  const props: Thing = args[2]?.thing ?? absent;
  const read: Read = (each) => property(props, each, frame, constructs);
  const hidden = isUnseen(props, frame);
  if (isL1) {
    const body = templateNames(asValue(props, frame, constructs));
    return { id, type, place, body: body.is === 'record' ? body : properties({}), hidden, statements: [] };
  }
  const isBucket = type === 'AWS::S3::Bucket';
  const body = properties(isBucket ? bucketProperties(read) : keyProperties(read), { place });
  return { id, type, place, body, hidden, statements: isBucket ? transportStatements(read, id, hidden) : [] };
}

function policyOf(id: string, place: Place, statements: Value[]): Made {
  const document = properties({ Version: known('2012-10-17'), Statement: list(statements) }, { place });
  const body = properties({ Bucket: fromText(`⟨${id}.Ref⟩`), PolicyDocument: document }, { place });
  return { id: `${id}Policy`, type: 'AWS::S3::BucketPolicy', body, place, hidden: false };
}

function resourceOf({ id, type, body, place }: Made, program: Program, source: string) {
  return {
    type,
    address: id,
    name: id,
    scope: program.file,
    body,
    place,
    exists: known(true),
    ignored: [],
    via: 'aws-cdk',
    source,
    words: (at: Place) => program.text.slice(at.start, at.end),
    endpoints: {},
  };
}
