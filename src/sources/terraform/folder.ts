import type { Expression } from '../../evaluate/form.ts';
import type { Place } from '../../model/place.ts';
import type { Workspace } from '../source.ts';
import { hclParser } from './hcl.ts';
import { jsonParser } from './json.ts';
import { type Attribute, type Block, blocksOf, type Parsed } from './syntax.ts';
import { screen } from './tokens.ts';

/** The files of one folder, which are one module to Terraform (https://developer.hashicorp.com/terraform/language/files). */
export interface Folder {
  path: string;
  files: Parsed[];
  variables: Map<string, Block>;
  locals: Map<string, Attribute>;
  outputs: Map<string, Block>;
  /** By `type.name`. */
  resources: Map<string, Block>;
  data: Map<string, Block>;
  calls: Map<string, Block>;
  providers: Block[];
  backends: Block[];
  /** Values of variables that files of the folder bring. */
  tfvars: Map<string, Expression>;
}

/** Reads folders and files once for one look at the workspace. */
export interface Library {
  workspace: Workspace;
  folder(path: string): Folder | undefined;
  parse(path: string, text: string): Parsed;
  /** Reads a text in the native syntax that is no file of its own. */
  parseText(path: string, text: string): Parsed;
  words(place: Place): string;
}

export const isModuleFile = (path: string) => /\.(tf|tofu)(\.json)?$/.test(path);
const isAutomatic = (name: string) => /(^|\/)terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name);

/** A module's files are needed by each root that calls it. */
const parsedFiles = new Map<string, Parsed>();
const mostParsed = 2000;

export async function libraryOf(workspace: Workspace): Promise<Library> {
  const parsers = { hcl: await hclParser(), json: await jsonParser() };
  const folders = new Map<string, Folder | undefined>();
  const parse: Parse = (path, text) => {
    const before = parsedFiles.get(path);
    if (before?.text === text) return before;
    const parsed = (path.endsWith('.json') ? parsers.json : parsers.hcl)(path, text);
    if (parsedFiles.size >= mostParsed) parsedFiles.clear();
    parsedFiles.set(path, parsed);
    return parsed;
  };
  return {
    workspace,
    parse,
    parseText: parsers.hcl,
    words: ({ file, start, end }) =>
      (parsedFiles.get(file)?.text ?? workspace.text(file) ?? '').slice(start, end),
    folder: (path) => {
      if (!folders.has(path)) folders.set(path, load(path, workspace, parse));
      return folders.get(path);
    },
  };
}

type Parse = (path: string, text: string) => Parsed;

function load(path: string, workspace: Workspace, parse: Parse): Folder | undefined {
  const names = workspace.list(path).sort();
  const read = (name: string) => {
    const file = name.includes('/') ? name : path === '.' || path === '' ? name : `${path}/${name}`;
    const text = workspace.text(file);
    return text === undefined || isOther(name, text) ? [] : [parse(file, text)];
  };
  const files = names.filter(isModuleFile).flatMap(read);
  if (files.length === 0) return undefined;
  const automatic = names
    .filter(isAutomatic)
    .sort((a, b) => Number(b.startsWith('terraform.')) - Number(a.startsWith('terraform.')));
  return index(path, files, automatic.flatMap(read));
}

/** A file of nothing but resources that have nothing to do with S3 and KMS. */
function isOther(name: string, text: string): boolean {
  return name.endsWith('.tf') && !screen.test(text) && !/^(?!resource\b)[a-z]/m.test(text);
}

function index(path: string, files: Parsed[], tfvars: Parsed[]): Folder {
  const all = (type: string) => files.flatMap((file) => blocksOf(file.body, type));
  const labelled = (type: string) => new Map(all(type).map((block) => [block.labels.join('.'), block]));
  const attributes = all('locals').flatMap((block) => block.body.attributes);
  return {
    path,
    files,
    variables: labelled('variable'),
    locals: new Map(attributes.map((each) => [each.name, each])),
    outputs: labelled('output'),
    resources: labelled('resource'),
    data: labelled('data'),
    calls: labelled('module'),
    providers: all('provider'),
    backends: all('terraform').flatMap((block) => blocksOf(block.body, 'backend')),
    tfvars: new Map(tfvars.flatMap((file) => file.body.attributes.map((each) => [each.name, each.value]))),
  };
}
