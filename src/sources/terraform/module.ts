import { posix } from 'node:path';
import type { Place } from '../../model/place.ts';
import { known, type RecordEntry, unknown, type Value } from '../../model/value.ts';
import { type Environment, evaluate, type Step } from '../template/evaluate.ts';
import { textForm } from '../template/text.ts';
import type { Folder, Library } from './folder.ts';
import { callFunction } from './functions.ts';
import { type Instance, instancesOf } from './instances.ts';
import { bucketModuleOutputs, outputOfKnown } from './registry.ts';
import { attributeOf, objectOf } from './resources.ts';
import { isNamed, whereExists } from './steps.ts';
import { attribute, type Block, constant } from './syntax.ts';

/** Where modules are, and which may be followed. */
export interface Root {
  library: Library;
  folder: string;
  /** Values given on the command line, and by files of the root's folder. */
  given: (name: string) => Value | undefined;
  /** Where registry modules lie, by their keys (`a.b` of a module in a module). */
  installed: Map<string, string>;
}

/** One instance of a module: the root, or what a `module` block makes of a folder. */
export class Module {
  readonly env: Environment;
  private readonly memory = new Map<string, Value | undefined>();
  private readonly made = new Map<string, Instance[]>();
  private readonly children = new Map<string, Module | undefined>();

  constructor(
    readonly root: Root,
    readonly folder: Folder,
    /** `module.a.module.b["x"]`; empty of the root. */
    readonly address: string,
    private readonly input: (name: string) => Value | undefined,
    /** Names of the calls that led here. */
    readonly path: string[] = [],
  ) {
    this.env = {
      refer: (name, steps, place) => this.refer(name, steps, place),
      call: (name, args, place) => callFunction(name, args, place, this),
      words: (place) => root.library.words(place),
    };
  }

  /** An address as seen from the root. */
  absolute(local: string): string {
    return this.address ? `${this.address}.${local}` : local;
  }

  variable(name: string, place: Place): Value {
    return this.once(`var.${name}`, place, () => {
      const given = this.input(name);
      if (given && given.is !== 'absent') return given;
      const block = this.folder.variables.get(name);
      const standard = block && attribute(block.body, 'default');
      if (standard) return evaluate(standard.value, this.env);
      const reason = block ? `\`var.${name}\` has no default` : `\`var.${name}\` is not declared`;
      return unknown(reason, { place, origin: this.absolute(`var.${name}`) });
    });
  }

  local(name: string, place: Place): Value {
    const found = this.folder.locals.get(name);
    if (!found) return this.unknownName(`local.${name}`, place);
    return this.once(`local.${name}`, place, () => evaluate(found.value, this.env));
  }

  output(name: string, place: Place): Value {
    const value = this.folder.outputs.get(name) && attribute(this.folder.outputs.get(name)!.body, 'value');
    if (!value) return this.unknownName(`output.${name}`, place);
    return this.once(`output.${name}`, place, () => evaluate(value.value, this.env));
  }

  instances(kind: 'resources' | 'data' | 'calls', name: string): Instance[] {
    const key = `${kind} ${name}`;
    const block = this.folder[kind].get(name);
    if (!block) return [];
    if (!this.made.has(key)) {
      this.made.set(key, []);
      this.made.set(key, instancesOf(block, this.env));
    }
    return this.made.get(key)!;
  }

  /** The module that one instance of a `module` block makes; undefined where its folder cannot be seen. */
  child(name: string, instance: Instance): Module | undefined {
    const key = `${name}${instance.suffix}`;
    if (!this.children.has(key)) this.children.set(key, this.makeChild(name, instance));
    return this.children.get(key);
  }

  private makeChild(name: string, instance: Instance): Module | undefined {
    const path = [...this.path, name];
    const folder = path.length > 8 ? undefined : this.folderOf(instance.block, path);
    const found = folder === undefined ? undefined : this.root.library.folder(folder);
    if (!found) return undefined;
    const input = (variable: string) => {
      const given = attribute(instance.block.body, variable);
      return given && { ...evaluate(given.value, instance.env), name: given.namePlace, entry: given.place };
    };
    return new Module(this.root, found, this.absolute(`module.${name}${instance.suffix}`), input, path);
  }

  private folderOf(call: Block, path: string[]): string | undefined {
    const source = constant(call.body, 'source');
    if (source?.startsWith('./') || source?.startsWith('../'))
      return posix.normalize(`${this.folder.path}/${source}`).replace(/\/$/, '');
    return this.root.installed.get(path.join('.'));
  }

  private readonly asked = new Map<string, { value: Value; place: Place } | undefined>();

  /** Of a resource, once; what has the place of the one who asked first gets that of the one who asks now. */
  attribute(key: string, place: Place, make: () => Value): Value {
    if (!this.asked.has(key)) {
      this.asked.set(key, undefined);
      this.asked.set(key, { value: make(), place });
    }
    const found = this.asked.get(key);
    if (!found) return unknown(`\`${key}\` depends on itself`, { place });
    return found.value.place === found.place ? { ...found.value, place } : found.value;
  }

  /** Evaluates each thing once; what depends on itself is unknown. */
  private once(key: string, place: Place, make: () => Value): Value {
    if (this.memory.has(key))
      return this.memory.get(key) ?? unknown(`\`${key}\` depends on itself`, { place });
    this.memory.set(key, undefined);
    const value = make();
    const named =
      value.is === 'unknown' && value.origin === undefined ? { ...value, origin: this.absolute(key) } : value;
    this.memory.set(key, named);
    return named;
  }

  private refer(name: string, steps: Step[], place: Place): { value: Value; taken: number } | undefined {
    const [first, second] = steps.map((step) => textForm(step.name));
    if (name === 'var' && first) return { value: this.variable(first, place), taken: 1 };
    if (name === 'local' && first) return { value: this.local(first, place), taken: 1 };
    if (name === 'path' && first)
      return { value: known(first === 'module' ? this.folder.path : this.root.folder, { place }), taken: 1 };
    if (name === 'module' && first) return this.referCall(first, steps, place);
    if (name === 'data' && first && second)
      return this.referResource('data', `${first}.${second}`, steps, 2, place);
    if (first && this.folder.resources.has(`${name}.${first}`))
      return this.referResource('resources', `${name}.${first}`, steps, 1, place);
    return undefined;
  }

  private referResource(
    kind: 'resources' | 'data',
    name: string,
    steps: Step[],
    taken: number,
    place: Place,
  ) {
    const found = this.select(this.instances(kind, name), steps, taken);
    if (!this.folder[kind].has(name)) return undefined;
    if (!found) return { value: this.whole(kind, name, place), taken };
    const attributeName = steps[found.taken] && textForm(steps[found.taken]!.name);
    if (!attributeName) return { value: objectOf(this, kind, found.instance, place), taken: found.taken };
    return { value: attributeOf(this, kind, found.instance, attributeName, place), taken: found.taken + 1 };
  }

  private referCall(name: string, steps: Step[], place: Place) {
    if (!this.folder.calls.has(name)) return { value: this.unknownName(`module.${name}`, place), taken: 1 };
    const found = this.select(this.instances('calls', name), steps, 1);
    if (!found) return { value: this.whole('calls', name, place), taken: 1 };
    const output = steps[found.taken] && textForm(steps[found.taken]!.name);
    if (!output) return { value: this.outputsOf(name, found.instance, place), taken: found.taken };
    return { value: this.outputOf(name, found.instance, output, place), taken: found.taken + 1 };
  }

  private outputOf(name: string, instance: Instance, output: string, place: Place): Value {
    const child = this.child(name, instance);
    if (child) return child.output(output, place);
    const address = this.absolute(`module.${name}${instance.suffix}`);
    return (
      outputOfKnown(instance, address, output, place) ??
      unknown('the module is not here', { place, origin: `${address}.${output}` })
    );
  }

  private outputsOf(name: string, instance: Instance, place: Place): Value {
    const child = this.child(name, instance);
    const outputs = [...(child?.folder.outputs.keys() ?? bucketModuleOutputs)];
    const entries = outputs.map(
      (output): RecordEntry => ({ name: known(output), value: this.outputOf(name, instance, output, place) }),
    );
    return { is: 'record', entries, rest: child ? undefined : unknown('the module is not here', { place }) };
  }

  /** The instance that an index after the name selects. Without one, a single block is itself. */
  private select(
    instances: Instance[],
    steps: Step[],
    at: number,
  ): { instance: Instance; taken: number } | undefined {
    const [only] = instances;
    if (only && only.suffix === '') return { instance: only, taken: at };
    const index = steps[at] && !isNamed(steps[at]!) ? steps[at]!.name : undefined;
    if (!index) return undefined;
    const key = index.is === 'known' ? index.value : undefined;
    const found =
      instances.find((each) => key !== undefined && String(each.key) === String(key)) ??
      instances.find((each) => each.suffix === '[*]');
    return found ? { instance: found, taken: at + 1 } : undefined;
  }

  /** All instances of a block: a list under `count`, a map under `for_each`. */
  private whole(kind: 'resources' | 'data' | 'calls', name: string, place: Place): Value {
    return this.attribute(`${kind} ${name}`, place, () => this.allOf(kind, name, place));
  }

  private allOf(kind: 'resources' | 'data' | 'calls', name: string, place: Place): Value {
    const instances = this.instances(kind, name);
    const made = instances.filter((each) => each.suffix !== '[*]');
    const rest =
      made.length < instances.length
        ? unknown('how many there are cannot be known', { place, origin: this.absolute(name) })
        : undefined;
    const value = (each: Instance): Value => {
      const object = kind === 'calls' ? this.outputsOf(name, each, place) : objectOf(this, kind, each, place);
      return each.exists.is === 'oneOf' ? whereExists(each.exists, object) : object;
    };
    const isList =
      made.every((each) => typeof each.key === 'number') &&
      this.folder[kind].get(name)!.body.attributes.some((each) => each.name === 'count');
    if (isList) return { is: 'list', items: made.map(value), rest, place };
    return {
      is: 'record',
      entries: made.map((each) => ({ name: known(String(each.key)), value: value(each) })),
      rest,
      place,
    };
  }

  private unknownName(name: string, place: Place): Value {
    return unknown(`\`${name}\` is not declared here`, { place, origin: this.absolute(name) });
  }
}
