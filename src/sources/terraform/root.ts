import { posix } from 'node:path';
import type { Place } from '../../model/place.ts';
import { known, type Value } from '../../model/value.ts';
import type { Workspace } from '../source.ts';
import { type Environment, evaluate } from '../template/evaluate.ts';
import type { Resource } from '../template/resource.ts';
import { valueOfBody } from './body.ts';
import type { Folder, Library } from './folder.ts';
import type { Instance } from './instances.ts';
import { Module } from './module.ts';
import { bucketInside, isBucketModule } from './registry.ts';
import { addressOf } from './resources.ts';
import { type Attribute, attribute, type Block, blocksOf, constant } from './syntax.ts';

/** All that a root module declares, its modules' too. */
export interface Declared {
  resources: Resource[];
  /** Folders of modules that it calls. */
  calls: Set<string>;
}

export const source = 'terraform';

/** Follows the modules of one root folder; `wants` tells which types of resources are worth following. */
export function declaredIn(path: string, library: Library, wants: (type: string) => boolean): Declared {
  const folder = library.folder(path);
  const declared: Declared = { resources: [], calls: new Set() };
  if (!folder) return declared;
  const given = tfvarsOf(folder, library);
  const installed = installedModules(path, library.workspace);
  const root = new Module({ library, folder: path, given, installed }, folder, '', given);
  collect(root, wants, declared, known(true));
  return declared;
}

function collect(module: Module, wants: (type: string) => boolean, declared: Declared, exists: Value): void {
  const { folder } = module;
  for (const [name, block] of folder.resources) {
    if (!wants(block.labels[0] ?? '')) continue;
    for (const instance of module.instances('resources', name)) add(module, instance, exists, declared);
  }
  for (const block of [...folder.providers, ...folder.backends]) {
    const type = `${block.type}.${block.labels[0]}`;
    if (wants(type)) declared.resources.push(plainBlock(type, block, module));
  }
  for (const [name] of folder.calls) {
    for (const instance of module.instances('calls', name))
      follow(module, name, instance, exists, wants, declared);
  }
}

function follow(
  module: Module,
  name: string,
  instance: Instance,
  above: Value,
  wants: (type: string) => boolean,
  declared: Declared,
): void {
  const exists = both(above, instance.exists);
  if (isNever(exists)) return;
  const child = module.child(name, instance);
  if (child) {
    declared.calls.add(child.folder.path);
    collect(child, wants, declared, exists);
  } else if (isBucketModule(instance.block)) {
    const address = module.absolute(`module.${name}${instance.suffix}`);
    const body = valueOfBody(instance.block.body, instance.env);
    declared.resources.push({
      ...resource(bucketModuleType, bucketInside(address), instance.block, body, module),
      exists,
    });
  }
}

/** The inputs of `terraform-aws-modules/s3-bucket`, as a resource. */
export const bucketModuleType = 'module.s3-bucket';

const isNever = (exists: Value) => exists.is === 'known' && exists.value !== true;

/** Where one is known to hold, the other decides. */
function both(a: Value, b: Value): Value {
  return a.is === 'known' && a.value === true
    ? b
    : b.is === 'known' && b.value === true
      ? a
      : isNever(b)
        ? b
        : a;
}

function add(module: Module, instance: Instance, above: Value, declared: Declared): void {
  const exists = both(above, instance.exists);
  if (isNever(exists)) return;
  const { block } = instance;
  const body = valueOfBody(block.body, instance.env);
  declared.resources.push({
    ...resource(block.labels[0]!, addressOf(module, 'resources', instance), block, body, module),
    exists,
  });
}

function plainBlock(type: string, block: Block, module: Module): Resource {
  return resource(type, module.absolute(type), block, valueOfBody(block.body, module.env), module);
}

function resource(type: string, address: string, block: Block, body: Value, module: Module): Resource {
  return {
    type,
    address,
    name: address.replaceAll(/\[[^\]]*\]/g, ''),
    scope: module.root.folder,
    body,
    place: block.place,
    exists: known(true),
    ignored: ignoredBy(block, module.env),
    via: 'terraform',
    source,
    words: (place) => module.env.words(place),
    endpoints: module.root.library.workspace.options.endpoints,
    region: regionOf(block, module),
  };
}

/** The Region of the provider that makes it. A module that is handed providers may have any. */
function regionOf(block: Block, module: Module): Value | undefined {
  const own = attribute(block.body, 'region') ?? providerOf(block, module);
  const region = own && evaluate(own.value, module.env);
  return region?.is === 'known' ? region : undefined;
}

function providerOf(block: Block, module: Module): Attribute | undefined {
  if (module.path.length > 0) return undefined;
  const named = attribute(block.body, 'provider')?.value;
  const words = named ? module.env.words(named.place) : 'aws';
  const found = module.folder.providers.find(({ labels, body }) => {
    const alias = constant(body, 'alias');
    return words === (alias === undefined ? labels[0] : `${labels[0]}.${alias}`);
  });
  return found && attribute(found.body, 'region');
}

/** `lifecycle { ignore_changes = [a, b] }`: what is written there is not what is. */
function ignoredBy(block: Block, env: Environment): string[] {
  const ignored = blocksOf(block.body, 'lifecycle').map(
    (each) => attribute(each.body, 'ignore_changes')?.value,
  );
  return ignored.flatMap((each) => {
    if (each?.form === 'list') return each.items.map((item) => env.words(item.place).replace(/[.[].*$/s, ''));
    return each ? [env.words(each.place)] : [];
  });
}

/** Variables of the root: `*.tfvars` of its folder, then those of the command line, the last one wins. */
function tfvarsOf(folder: Folder, library: Library): (name: string) => Value | undefined {
  const { workspace } = library;
  const given = new Map(folder.tfvars);
  for (const path of workspace.options.tfvars) {
    const text = workspace.text(path);
    for (const each of text === undefined ? [] : library.parse(path, text).body.attributes)
      given.set(each.name, each.value);
  }
  const env: Environment = {
    refer: () => undefined,
    call: () => undefined,
    words: (place: Place) => library.words(place),
  };
  return (name) => {
    const found = given.get(name);
    return found && evaluate(found, env);
  };
}

/** Where `terraform init` has put modules. */
function installedModules(root: string, workspace: Workspace): Map<string, string> {
  const text = workspace.text(posix.join(root, '.terraform/modules/modules.json'));
  if (text === undefined) return new Map();
  try {
    const { Modules = [] } = JSON.parse(text) as { Modules?: { Key?: unknown; Dir?: unknown }[] };
    return new Map(
      Modules.flatMap(({ Key, Dir }): [string, string][] =>
        typeof Key === 'string' && typeof Dir === 'string' && Key !== ''
          ? [[Key, posix.join(root, Dir)]]
          : [],
      ),
    );
  } catch {
    return new Map();
  }
}
