import {
  armsOf,
  boundMethod,
  type CallEvent,
  type EvaluatedArgument,
  entry,
  entryNames,
  type Frame,
  type Instance,
  isOpen,
  type Listener,
  make,
  pathOf,
  plainOf,
  type Thing,
} from '../evaluate/index.ts';
import type { AnyFact, Fact } from '../model/fact.ts';
import type { Place } from '../model/place.ts';
import { known, scalar, unknown, type Value } from '../model/value.ts';
import { clientFact, connectionFields } from './clients.ts';
import { configured } from './configure.ts';
import { clientOptions } from './connection.ts';
import { cseFact, cseOfCall } from './cse.ts';
import { etagComparedWithMd5 } from './etag.ts';
import { emptyInput, fromArguments, fromObject, type Input, isRequest } from './input.ts';
import { joinsOf } from './joins.ts';
import { type Operation, operation, operationOfMethod } from './operations.ts';
import { isExactly, isNamed } from './paths.ts';
import { postInput, presignedBy } from './presigns.ts';
import { requestFact } from './request.ts';
import type { Sdk } from './sdk.ts';
import { hoistedHeaders, signedHeaders } from './signed.ts';
import { isExpectation } from './stand-ins.ts';
import { operationOfVerb } from './verbs.ts';

export interface MatchOptions {
  source: string;
  /** SDKs of this file's language; those that its imports show come first. */
  sdks: { sdk: Sdk; used: boolean }[];
  /** The configuration's host → hostClass. */
  endpoints: Record<string, string>;
}

/** A request whose call was made: its operation, what was given, by which client. */
export interface Sent {
  operation: Operation;
  input: Input;
  place: Place;
  client?: Thing;
  managed?: boolean;
  presigned?: { signs: Value };
  inUrl?: Value;
  ignored?: Value;
  /** The arguments of the call. */
  given?: Thing[];
}

type Command = NonNullable<Sdk['commands']>[number];
type ClientRow = Sdk['clients'][number];
type Presign = NonNullable<Sdk['presigns']>[number];
type Method = NonNullable<Sdk['methods']>[number];

interface Pending {
  sdk: Sdk;
  command: Command;
  operation: Operation;
  instance: Instance;
  frame: Frame;
}

/** Hears the calls of one file and says which of them are requests and clients, by the data of SDKs. */
export class Matcher implements Listener {
  readonly facts: AnyFact[] = [];
  private readonly pending: Pending[] = [];
  private readonly sent = new Set<number>();
  private readonly clients: { sdk: Sdk; row: ClientRow; instance: Instance; place: Place; frame: Frame }[] =
    [];
  private readonly commands = new Map<number, { sdk: Sdk; command: Command; operation: Operation }>();

  constructor(private readonly options: MatchOptions) {}

  called(event: CallEvent): Thing | undefined {
    for (const { sdk, used } of this.options.sdks) {
      const result = this.calledIn(sdk, used, event);
      if (result !== 'other') return result;
    }
    this.handedOn(event);
    return isRequest(event.path) && event.receiver?.is !== 'instance' ? closed(event) : undefined;
  }

  /** A method that is handed on with its arguments: `run_in_thread(client.put_object, Bucket=b)`. */
  private handedOn(event: CallEvent): void {
    const at = event.args.findIndex((arg) => boundMethod(arg.thing));
    const method = at === -1 ? undefined : boundMethod(event.args[at]!.thing);
    const args = event.args.slice(at + 1);
    const isGiven = method?.args.length || args.some((arg) => arg.name !== undefined || arg.spread);
    if (!method || !isGiven) return;
    const path = `${pathOf(method.receiver)}.${method.name}`;
    for (const { sdk, used } of this.options.sdks) {
      this.method(sdk, used, { ...event, path, receiver: method.receiver, args: [...method.args, ...args] });
    }
  }

  private calledIn(sdk: Sdk, used: boolean, event: CallEvent): Thing | undefined | 'other' {
    const command = commandOf(event.path, sdk);
    if (command && (used || !event.path.startsWith('*.'))) return this.construct(sdk, command, event);
    const made = clientMaker(event, sdk);
    if (made) return this.client(sdk, made, event);
    const presign = presignedBy(sdk, event);
    if (presign && (used || isOf(event, sdk))) {
      this.presigned(sdk, presign, event);
      return undefined;
    }
    if (sdk.types?.some((type) => isNamed(event.path, type, sdk)) && event.receiver?.is !== 'instance')
      return closed(event);
    if (event.receiver === undefined) return 'other';
    return this.method(sdk, used, event);
  }

  private construct(sdk: Sdk, found: { command: Command; operation: Operation }, event: CallEvent): Thing {
    const made = closed(event);
    // So that `command.input.ServerSideEncryption = …` changes what was given.
    const given = argumentFor(event.args, found.command.input);
    if (given) event.frame.state.put(made.id, { entries: new Map([['input', { thing: given.thing }]]) });
    this.commands.set(made.id, { sdk, ...found });
    if (event.frame.home) this.pending.push({ sdk, ...found, instance: made, frame: event.frame });
    return made;
  }

  private client(sdk: Sdk, row: ClientRow, event: CallEvent): Thing {
    const made = closed(event);
    if (event.frame.home)
      this.clients.push({ sdk, row, instance: made, place: event.place, frame: event.frame });
    return made;
  }

  private method(sdk: Sdk, used: boolean, event: CallEvent): Thing | undefined | 'other' {
    const name = event.path.slice(event.path.lastIndexOf('.') + 1);
    if (this.sendsCommand(sdk, name, event) || this.sendsBuilt(sdk, name, event)) return undefined;
    if (isExpectation(event.args) || (event.receiver?.is === 'symbol' && isRequest(name))) return 'other';
    const receiver = event.receiver!;
    const given = { ...event, args: withoutContext(sdk, name, event.args) };
    const method = sdk.methods?.find((each) => each.method === name && isOn(each, receiver, sdk, used));
    if (method) {
      this.emitMethod(sdk, method, given);
      return undefined;
    }
    if (sdk.spelling === 'camel' && /^[A-Z]/.test(name)) return 'other';
    const found = operationOfMethod(name);
    if (!found || !(isClient(receiver, sdk) || isLikely(found, event, used))) return 'other';
    if (sdk.fluent && event.args.length === 0) {
      return make(event.frame, event.place, undefined, {
        type: event.path,
        trail: [],
        made: [{ thing: receiver, place: event.place }],
      });
    }
    this.emitOperation(sdk, found, given);
    return undefined;
  }

  /** `client.send(command)`, `upload.done()`. */
  private sendsCommand(sdk: Sdk, name: string, event: CallEvent): boolean {
    const own =
      event.receiver &&
      armsOf(event.receiver)
        .map((arm) => this.commandFor(arm))
        .find(Boolean);
    if (own?.command.sentBy?.includes(name)) {
      this.emitCommands(event.receiver!, event, undefined);
      return true;
    }
    const [first] = event.args;
    if (!sdk.senders?.includes(name) || !first) return false;
    if (!armsOf(first.thing).some((arm) => this.commandFor(arm))) return false;
    this.emitCommands(first.thing, event, event.receiver);
    return true;
  }

  private commandFor(thing: Thing) {
    if (thing.is !== 'instance') return undefined;
    const found = this.commands.get(thing.id);
    if (found || thing.type === undefined) return found;
    for (const { sdk } of this.options.sdks) {
      const command = commandOf(thing.type, sdk);
      if (command) return { sdk, ...command };
    }
    return undefined;
  }

  private emitCommands(
    things: Thing,
    event: CallEvent,
    client: Thing | undefined,
    more: Partial<Sent> = {},
  ): void {
    for (const arm of armsOf(things)) {
      const found = this.commandFor(arm);
      if (!found || arm.is !== 'instance' || isDeclaredOnly(arm, event.frame)) continue;
      this.sent.add(arm.place.start);
      if (!event.frame.home) continue;
      const input = commandInput(arm, found.command, found.sdk, event.frame);
      const own = client ?? where(arm, found.command.client, event.frame);
      const sent = {
        operation: found.operation,
        input,
        place: event.place,
        client: own,
        managed: found.command.managed,
      };
      this.emit(found.sdk, { ...sent, ...more }, event.frame);
    }
  }

  /** `client.put_object().bucket(b).send()`: the receiver is the request. */
  private sendsBuilt(sdk: Sdk, name: string, event: CallEvent): boolean {
    if (!sdk.fluent || !sdk.senders?.includes(name) || event.receiver?.is !== 'instance') return false;
    const { type, made } = event.receiver;
    const found = type === undefined ? undefined : operationOfMethod(type.slice(type.lastIndexOf('.') + 1));
    if (!found || !event.frame.home) return found !== undefined;
    const input = emptyInput();
    fromObject(input, { ...event.receiver, made: [] }, sdk, event.frame);
    const presigned = name.startsWith('presign') ? { presigned: { signs: signedHeaders(input) } } : {};
    this.emit(
      sdk,
      { operation: found, input, place: event.place, client: made[0]?.thing, ...presigned },
      event.frame,
    );
    return true;
  }

  private emitMethod(sdk: Sdk, method: Method, event: CallEvent): void {
    if (!event.frame.home) return;
    const input = emptyInput();
    stepsInto(input, event.receiver, sdk, event.frame);
    const inner = method.input && argumentFor(event.args, method.input);
    const outer = inner ? event.args.filter((arg) => arg !== inner) : event.args;
    fromArguments(input, outer, method.positional, sdk, event.frame);
    if (inner) fromObject(input, inner.thing, sdk, event.frame);
    if (inner?.thing.is === 'unknown') input.rest ??= inner.thing;
    const found = method.byVerb ? operationOfVerb(input, outer, event.frame) : operation(method.operation);
    if (!found || (method.whereGiven && !givesEncryption(input))) return;
    const ignored = rejected(input, method);
    const { managed, presigned } = method;
    this.emit(
      sdk,
      {
        operation: found,
        input,
        place: event.place,
        client: event.receiver,
        managed,
        ignored,
        ...(presigned && { presigned: { signs: signedHeaders(input) } }),
      },
      event.frame,
    );
  }

  private emitOperation(sdk: Sdk, found: Operation, event: CallEvent): void {
    if (!event.frame.home) return;
    const input = emptyInput();
    stepsInto(input, event.receiver, sdk, event.frame);
    fromArguments(input, event.args, sdk.positional?.[found.name], sdk, event.frame);
    if (input.written.some(({ name }) => name.startsWith('@')))
      this.facts.push(cseOfCall(input, event.place, sdk, this.options.source));
    if (isHandedOn(event.receiver)) input.rest ??= unknown('what hands this call on may change it');
    const given = event.args.map((arg) => arg.thing);
    this.emit(
      sdk,
      { operation: found, input, place: event.place, client: event.receiver, given },
      event.frame,
    );
  }

  private presigned(sdk: Sdk, presign: Presign, event: CallEvent): void {
    const command = presign.command && argumentFor(event.args, presign.command);
    const client = presign.client ? argumentFor(event.args, presign.client)?.thing : event.receiver;
    const hoisted = hoistedHeaders(presign.options && argumentFor(event.args, presign.options), event.frame);
    if (command) {
      const signs = { signs: signedHeaders(commandArmInput(command.thing, this, event.frame)) };
      this.emitCommands(command.thing, event, client, { presigned: signs, inUrl: hoisted });
      return;
    }
    if (!event.frame.home) return;
    if (presign.post) {
      const input = postInput(presign, event, sdk);
      const found = operation('PostObject')!;
      this.emit(
        sdk,
        { operation: found, input, place: event.place, client, presigned: { signs: signedHeaders(input) } },
        event.frame,
      );
      return;
    }
    this.presignedByWord(sdk, presign, event, client);
  }

  /** The operation is named by a text: `generate_presigned_url('put_object', Params={…})`. */
  private presignedByWord(sdk: Sdk, presign: Presign, event: CallEvent, client: Thing | undefined): void {
    const word = presign.operation && argumentFor(event.args, presign.operation);
    for (const arm of word ? armsOf(word.thing) : []) {
      const found = arm.is === 'known' ? operationOfWord(String(arm.value)) : undefined;
      if (!found) continue;
      const input = emptyInput();
      const params = presign.input && argumentFor(event.args, presign.input);
      stepsInto(input, event.receiver, sdk, event.frame);
      const others = event.args.filter((arg) => arg !== word);
      if (!presign.input) fromArguments(input, others, undefined, sdk, event.frame);
      if (params) fromObject(input, params.thing, sdk, event.frame);
      if (params?.thing.is === 'unknown') input.rest ??= params.thing;
      const signs = signedHeaders(input);
      const inUrl = client && isSignedInUrl(client, sdk, event.frame) ? signs : undefined;
      const sent = { operation: found, input, place: event.place, client, presigned: { signs }, inUrl };
      this.emit(sdk, sent, event.frame);
    }
  }

  compared(operator: string, operands: Thing[], place: Place): void {
    const found = etagComparedWithMd5(operator, operands);
    const request = this.facts.findLast(
      (fact): fact is Fact<'request'> =>
        fact.kind === 'request' && scalar(fact.fields.operation) === found?.name,
    );
    if (found && request) request.fields.etagAsMd5 = known(true, { place });
  }

  commandInputOf(thing: Thing, frame: Frame): Input | undefined {
    const found = this.commandFor(thing);
    return found && thing.is === 'instance'
      ? commandInput(thing, found.command, found.sdk, frame)
      : undefined;
  }

  private emit(sdk: Sdk, sent: Sent, frame: Frame): void {
    const { input, place } = sent;
    const joins = joinsOf(sent, frame);
    if (sent.operation.configures) {
      const fact = configured(sent, sdk, this.options.source, joins);
      if (fact) this.facts.push(fact);
      return;
    }
    this.facts.push(
      requestFact({
        operation: sent.operation.name,
        members: input.members,
        rest: input.rest,
        place,
        via: sdk.sdk,
        source: this.options.source,
        keys: sdk.keys,
        managed: sent.managed,
        presigned: sent.presigned,
        inUrl: sent.inUrl,
        ignored: sent.ignored,
        transport: connectionFields(sent.client, sdk, frame, this.options.endpoints),
        anchors: { call: place, ...(input.place && { input: input.place }) },
        joins,
      }),
    );
  }

  /** What a function made and did not send is sent elsewhere, in a way that cannot be followed. */
  finished(frame: Frame): void {
    if (!frame.scope.parent) this.readSettings(frame);
    for (const each of this.pending.filter((pending) => isWithin(pending.frame, frame))) {
      this.pending.splice(this.pending.indexOf(each), 1);
      if (this.sent.has(each.instance.place.start)) continue;
      const at = frame.state.holds(each.instance.id) ? frame : each.frame;
      const input = commandInput(each.instance, each.command, each.sdk, at);
      if (each.command.whereGiven && !givesEncryption(input)) continue;
      const client = where(each.instance, each.command.client, at);
      const { operation: of, instance, command } = each;
      this.late.push(() =>
        this.emit(
          each.sdk,
          { operation: of, input, place: instance.place, client, managed: command.managed },
          frame,
        ),
      );
      this.lateAt.push(instance.place.start);
    }
    for (const client of this.clients.filter((each) => isWithin(each.frame, frame))) {
      this.clients.splice(this.clients.indexOf(client), 1);
      const { instance, place, sdk, row } = client;
      const at = frame.state.holds(instance.id) ? frame : client.frame;
      const fact = sdk.options && clientFact(instance, place, sdk, at, this.options);
      if (row.encrypts) this.facts.push(cseFact(instance, place, row.encrypts, sdk, at, this.options.source));
      if (fact) this.facts.push(fact);
    }
  }

  /** What a module's own names configure: `AWS_S3_OBJECT_PARAMETERS`. */
  private readSettings(frame: Frame): void {
    for (const { sdk } of this.options.sdks) {
      for (const [name, operates] of Object.entries(sdk.settings ?? {})) {
        const cell = frame.scope.own(name);
        const thing = cell === undefined ? undefined : frame.state.get(cell);
        const place = thing?.place;
        const found = operation(operates);
        if (thing?.is !== 'instance' || !place || !found) continue;
        const input = emptyInput();
        fromObject(input, thing, sdk, frame);
        this.emit(sdk, { operation: found, input, place, managed: true }, frame);
      }
    }
  }

  private readonly late: (() => void)[] = [];
  private readonly lateAt: number[] = [];

  /** All facts, once the whole file has been followed. */
  all(): AnyFact[] {
    this.late.forEach((emit, at) => {
      if (!this.sent.has(this.lateAt[at]!)) emit();
    });
    return once(this.facts);
  }
}

/** A call whose receiver is one of several is one request all the same. */
function once(facts: AnyFact[]): AnyFact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const { file, start, end } = fact.place;
    const operation = fact.kind === 'request' ? scalar(fact.fields.operation) : '';
    const key = `${fact.kind} ${file}:${start}-${end} ${operation}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Whether a call was met in this function, or in a block of it. */
function isWithin(inner: Frame, frame: Frame): boolean {
  return inner.around === frame.around && inner.scope.program === frame.scope.program;
}

/** An object that is made here by its own type: what is not written in it is not there. */
function closed(event: CallEvent): Instance {
  // Keyword arguments are entries, so that one that is set again in a branch is joined with what it was.
  const named = event.args.flatMap(({ name, namePlace, thing, place, spread }) =>
    name === undefined || spread ? [] : [[name, { thing, name: namePlace, entry: place }] as const],
  );
  event.frame.state.put(event.result.id, { entries: new Map(named) });
  return event.result;
}

function commandOf(path: string, sdk: Sdk): { command: Command; operation: Operation } | undefined {
  for (const command of sdk.commands ?? []) {
    const last = path.slice(path.lastIndexOf('.') + 1);
    const isPattern = command.path.includes('{Operation}');
    if (isPattern && !last.endsWith('Command')) continue;
    const found = operation(command.operation ?? last.replace(/Command$/, ''));
    if (found && isExactly(path, command.path.replace('{Operation}', found.name), sdk))
      return { command, operation: found };
  }
  return undefined;
}

/** A parameter of a command's type: it is made elsewhere, and a request there. */
function isDeclaredOnly(thing: Instance, frame: Frame): boolean {
  return thing.made.length === 0 && entryNames(thing, frame).length === 0 && isOpen(thing, frame);
}

function commandInput(instance: Instance, command: Command, sdk: Sdk, frame: Frame): Input {
  const input = emptyInput();
  const given = where(instance, command.input, frame);
  if (given) fromObject(input, given, sdk, frame);
  if (given?.is === 'unknown') input.rest ??= given;
  return input;
}

function commandArmInput(thing: Thing, matcher: Matcher, frame: Frame): Input {
  const [first] = armsOf(thing);
  return (first && matcher.commandInputOf(first, frame)) ?? emptyInput();
}

type Where = { argument?: number; keyword?: string; entry?: string };

function argumentFor(args: EvaluatedArgument[], at: Where): EvaluatedArgument | undefined {
  const named = at.keyword === undefined ? undefined : args.find((arg) => arg.name === at.keyword);
  const positional = args.filter((arg) => arg.name === undefined);
  return named ?? (at.argument === undefined ? undefined : positional[at.argument]);
}

function where(instance: Instance, at: Where | undefined, frame: Frame): Thing | undefined {
  if (!at) return undefined;
  if (at.entry === undefined) return argumentFor(instance.made, at)?.thing;
  const own = entry(instance, at.entry, frame)?.thing;
  const first = instance.made[0]?.thing;
  return own ?? (first && entry(first, at.entry, frame)?.thing);
}

/** `put_object`, and on an object's own method `:put`. */
function operationOfWord(word: string): Operation | undefined {
  return operationOfMethod(word) ?? operationOfMethod(`${word}Object`);
}

/** Signature version 2 puts every `x-amz-` header into the URL. */
function isSignedInUrl(client: Thing, sdk: Sdk, frame: Frame): boolean {
  return scalar(clientOptions(client, sdk, frame).signature) === 's3';
}

function givesEncryption({ members }: Input): boolean {
  return members.ServerSideEncryption !== undefined || members.SSECustomerAlgorithm !== undefined;
}

/** A receiver that asks another object for what it does not have itself. */
function isHandedOn(receiver: Thing | undefined): boolean {
  return receiver !== undefined && armsOf(receiver).some((arm) => pathOf(arm).startsWith('*.?other'));
}

function withoutContext(sdk: Sdk, method: string, args: EvaluatedArgument[]): EvaluatedArgument[] {
  const has = sdk.context === 'always' || (sdk.context === 'withContext' && /WithContext$/.test(method));
  return has ? args.slice(1) : args;
}

function clientMaker(event: CallEvent, sdk: Sdk): ClientRow | undefined {
  return sdk.clients.find((client) => {
    if (!isExactlyOrMade(event.path, client.path, sdk)) return false;
    const { service } = client;
    if (!service) return true;
    const word = argumentFor(event.args, service)?.thing;
    return word?.is === 'known' && service.is.includes(String(word.value));
  });
}

/** `T`, or the usual ways to make one: `T.new`, `T.builder`, `T.create`. */
function isExactlyOrMade(path: string, pattern: string, sdk: Sdk): boolean {
  if (isExactly(path, pattern, sdk)) return true;
  const made =
    /\.(new|builder|create|fromEnvironment|from_env|from_conf|invoke|standard|defaultClient|factory|init)$/;
  return made.test(path) && isExactly(path.replace(made, ''), pattern, sdk);
}

function isClient(thing: Thing, sdk: Sdk): boolean {
  return armsOf(thing).some((arm) => sdk.clients.some((client) => isNamed(pathOf(arm), client.path, sdk)));
}

function isOf(event: CallEvent, sdk: Sdk): boolean {
  return event.receiver !== undefined && isClient(event.receiver, sdk);
}

/** A receiver that cannot be known, but a method and parameters that only S3 has. */
function isLikely(found: Operation, event: CallEvent, used: boolean): boolean {
  if (found.configures === 'key' || !event.receiver) return false;
  const isUnknown = armsOf(event.receiver).some((arm) => /^[?*]/.test(pathOf(arm)) || arm.is === 'unknown');
  return isUnknown && (used || namesObject(event));
}

/** `Bucket` and `Key` among what is given. */
function namesObject(event: CallEvent): boolean {
  const given = new Set<string>();
  for (const arg of event.args) {
    if (arg.name !== undefined) given.add(arg.name);
    for (const arm of armsOf(arg.thing)) {
      if (arm.is === 'instance')
        for (const name of event.frame.state.contents(arm.id).entries.keys()) given.add(name);
    }
  }
  return (
    ['Bucket', 'bucket'].some((name) => given.has(name)) && ['Key', 'key'].some((name) => given.has(name))
  );
}

function isOn(method: Method, receiver: Thing, sdk: Sdk, used: boolean): boolean {
  return armsOf(receiver).some((arm) => {
    const steps = arm.is === 'instance' ? arm.trail.map((step) => step.name) : [];
    const last = steps.findLast((step) => sdk.steps?.[step]);
    const path = pathOf(arm);
    const isKnown = sdk.clients.some((client) => isNamed(path, client.path, sdk));
    if (last !== undefined && (isKnown || used)) return method.on?.includes(last) ?? false;
    const on = method.on ?? ['client'];
    if (on.some((each) => each !== 'client' && isNamed(path, each, sdk))) return true;
    if (!on.includes('client')) return false;
    return isKnown || (used && method.distinct === true && (/^[?*]/.test(path) || arm.is === 'unknown'));
  });
}

/** The arguments of `Bucket('b')` and `Object('b', 'k')` on the way to the call. */
function stepsInto(input: Input, receiver: Thing | undefined, sdk: Sdk, frame: Frame): void {
  if (receiver?.is !== 'instance') return;
  const steps = [...receiver.trail];
  const type = receiver.type?.slice(receiver.type.lastIndexOf('.') + 1);
  if (type !== undefined && sdk.steps?.[type]) steps.unshift({ name: type, args: receiver.made });
  for (const step of steps) {
    const names = sdk.steps?.[step.name];
    const given =
      names && steps.length > 1 && step.args.length < names.length ? names.slice(-step.args.length) : names;
    step.args.forEach((arg, at) => {
      const member = arg.name ?? given?.[at];
      if (member) input.members[memberName(member)] = plainOf(arg.thing, frame);
    });
  }
}

function memberName(name: string): string {
  return { bucket_name: 'Bucket', name: 'Bucket', key: 'Key', object_key: 'Key' }[name] ?? name;
}

function rejected(input: Input, method: Method): Value | undefined {
  const rows = input.written.filter(({ name }) => method.rejects?.[name] !== undefined);
  if (rows.length === 0) return undefined;
  const items = rows.map(({ name, value }): Value => {
    const place = value.entry ?? value.place;
    return {
      is: 'record',
      place,
      entries: [
        {
          name: known('name'),
          value: known(name, { place: value.name ?? place, name: value.name, entry: value.entry }),
        },
        { name: known('instead'), value: known(method.rejects![name]!, { place: value.name ?? place }) },
      ],
    };
  });
  return { is: 'list', items };
}
