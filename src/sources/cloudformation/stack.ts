import { posix } from 'node:path';
import type { Entry, Expression } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import { absent, known, oneOf, textOf, unknown, type Value } from '../../model/value.ts';
import type { Workspace } from '../source.ts';
import { type Environment, evaluate } from '../template/evaluate.ts';
import { joinTexts, nullIsAbsent, textForm } from '../template/text.ts';
import { callIntrinsic } from './intrinsics.ts';
import type { Parsed } from './parse.ts';

/** Entries of a map by their names. */
export function entriesOf(expression: Expression | undefined): Map<string, Entry> {
  const map = new Map<string, Entry>();
  if (expression?.form !== 'record') return map;
  for (const entry of expression.entries)
    if (!('spread' in entry) && entry.name.form === 'literal') map.set(String(entry.name.value), entry);
  return map;
}

export function entry(expression: Expression | undefined, name: string): Expression | undefined {
  if (expression?.form !== 'record') return undefined;
  for (const each of expression.entries) {
    if (!('spread' in each) && each.name.form === 'literal' && each.name.value === name) return each.value;
  }
  return undefined;
}

export interface Shared {
  workspace: Workspace;
  parse(path: string, text: string): Parsed;
}

/** One template, and what its names mean (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html). */
export class Stack {
  readonly env: Environment;
  readonly resources: Map<string, Entry>;
  private readonly parameters: Map<string, Entry>;
  private readonly conditions: Map<string, Entry>;
  private readonly memory = new Map<string, Value | undefined>();
  private readonly nested = new Map<string, Stack | undefined>();

  constructor(
    readonly shared: Shared,
    readonly parsed: Parsed,
    readonly template: Expression,
    /** What its parent gives, and the logical ids that led here. */
    private readonly given: (parameter: string) => Value | undefined = () => undefined,
    readonly path: string[] = [],
  ) {
    this.resources = entriesOf(entry(template, 'Resources'));
    this.parameters = entriesOf(entry(template, 'Parameters'));
    this.conditions = entriesOf(entry(template, 'Conditions'));
    this.env = {
      refer: () => undefined,
      call: (name, args, place) => callIntrinsic(name, args, place, this),
      words: (place) => this.words(place),
    };
  }

  words({ file, start, end }: Place): string {
    return (file === this.parsed.path ? this.parsed.text : (this.shared.workspace.text(file) ?? '')).slice(
      start,
      end,
    );
  }

  /** As others name it: `Nested.Bucket`. */
  absolute(id: string): string {
    return [...this.path, id].join('.');
  }

  ref(name: string, place: Place): Value {
    return this.once(`Ref ${name}`, place, () => {
      if (name === 'AWS::NoValue') return absent;
      if (name === 'AWS::Partition') return known('aws', { place });
      if (this.parameters.has(name)) return this.parameter(name, place);
      return this.resources.has(name)
        ? this.attribute(name, 'Ref', place)
        : unknown(`\`${name}\` is known when the stack is made`, { place, origin: name });
    });
  }

  private parameter(name: string, place: Place): Value {
    const given = this.given(name);
    if (given && given.is !== 'absent') return given;
    const parameter = this.parameters.get(name)!.value;
    const allowed = entry(parameter, 'AllowedValues');
    const origin = this.absolute(name);
    if (allowed?.form === 'list' && allowed.items.length > 1) {
      const arms = allowed.items.flatMap((each) => ('spread' in each ? [] : [evaluate(each, this.env)]));
      return oneOf(
        `parameter ${origin}`,
        arms.map((value) => ({ when: `\`${name}\` is \`${textForm(value) ?? ''}\``, value })),
        { place },
      );
    }
    const standard = entry(parameter, 'Default');
    const type = entry(parameter, 'Type');
    const isStored = type?.form === 'literal' && String(type.value).startsWith('AWS::SSM::');
    if (standard && !isStored) return evaluate(standard, this.env);
    return unknown(`the parameter \`${name}\` has no default`, { place, origin });
  }

  condition(name: string, place: Place): Value {
    const found = this.conditions.get(name);
    if (!found)
      return unknown(`the condition \`${name}\` is not declared`, { place, origin: `condition ${name}` });
    return this.once(`Condition ${name}`, place, () => evaluate(found.value, this.env));
  }

  /** `Ref` and `GetAtt` of a resource: what is written, or a name for what is known only when it is made. */
  attribute(id: string, name: string, place: Place): Value {
    const resource = this.resources.get(id)?.value;
    const type = entry(resource, 'Type');
    const kind = type?.form === 'literal' ? String(type.value) : '';
    const properties = entry(resource, 'Properties');
    const origin = `${this.absolute(id)}.${name}`;
    const made = unknown(`\`${origin}\` is known only when it is made`, { place, origin });
    if (kind === 'AWS::CloudFormation::Stack' && name.startsWith('Outputs.'))
      return this.child(id)?.output(name.slice(8), place) ?? made;
    if (kind === 'AWS::S3::Bucket' || kind === 'AWS::S3Express::DirectoryBucket') {
      const bucket =
        this.written(properties, 'BucketName') ??
        unknown(made.reason, { place, origin: `${this.absolute(id)}.Ref` });
      if (name === 'Ref') return { ...bucket, place };
      return name === 'Arn' ? joinTexts([known('arn:aws:s3:::'), bucket], { place }) : made;
    }
    if (kind === 'AWS::KMS::Alias' && name === 'Ref') return this.written(properties, 'AliasName') ?? made;
    return made;
  }

  private written(properties: Expression | undefined, name: string): Value | undefined {
    const found = entry(properties, name);
    const value =
      found &&
      nullIsAbsent(this.once(`${name} ${found.place.start}`, found.place, () => evaluate(found, this.env)));
    return value && textForm(value) !== undefined ? value : undefined;
  }

  output(name: string, place: Place): Value | undefined {
    const value = entry(entry(entry(this.template, 'Outputs'), name), 'Value');
    return value && this.once(`Output ${name}`, place, () => evaluate(value, this.env));
  }

  mapping(names: string[]): Value | undefined {
    let at: Expression | undefined = entry(this.template, 'Mappings');
    for (const name of names) at = entry(at, name);
    return at && evaluate(at, this.env);
  }

  /** A nested stack whose template lies beside this one. */
  child(id: string): Stack | undefined {
    if (!this.nested.has(id)) this.nested.set(id, this.makeChild(id));
    return this.nested.get(id);
  }

  private makeChild(id: string): Stack | undefined {
    const properties = entry(this.resources.get(id)?.value, 'Properties');
    const url = entry(properties, 'TemplateURL') ?? entry(properties, 'Location');
    const path = url && textOf(evaluate(url, this.env));
    if (!path || /^[a-z]+:/.test(path) || this.path.length > 8) return undefined;
    const file = posix.join(posix.dirname(this.parsed.path), path);
    const text = this.shared.workspace.text(file);
    if (text === undefined) return undefined;
    const given = entriesOf(entry(properties, 'Parameters'));
    const parsed = this.shared.parse(file, text);
    const give = (name: string) => {
      const found = given.get(name);
      return found && evaluate(found.value, this.env);
    };
    return new Stack(this.shared, parsed, parsed.root, give, [...this.path, id]);
  }

  private once(key: string, place: Place, make: () => Value): Value {
    if (this.memory.has(key))
      return this.memory.get(key) ?? unknown(`\`${key}\` depends on itself`, { place });
    this.memory.set(key, undefined);
    const value = make();
    this.memory.set(key, value);
    return value;
  }
}
