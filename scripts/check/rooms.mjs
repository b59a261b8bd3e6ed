// Arrows between the rooms of src/ point one way, and a library has one room that knows it.
// Types count too. (The parser is ts-morph's: TypeScript 7 has none for JavaScript.)
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { ts } from 'ts-morph';
import { filesBelow } from '../test/files.mjs';

/** What a room may know besides itself and the model. A file may be named where the rest of its room is private. */
const mayKnow = {
  model: [],
  evaluate: [],
  policy: [],
  sdks: ['evaluate'],
  sources: ['evaluate', 'policy', 'sdks'],
  rules: [],
  lint: ['rules', 'policy', 'sources'],
  live: ['policy', 'lint', 'rules', 'sources'],
  report: [],
  cli: ['lint', 'live', 'policy', 'rules', 'report', 'server'],
  server: ['lint', 'rules', 'policy', 'sdks'],
  extension: ['server/protocol', 'live'],
};

const homes = {
  vscode: ['extension'],
  'vscode-languageclient': ['extension'],
  'vscode-languageserver': ['server'],
  '@aws-sdk': ['live'],
  '@smithy': ['live'],
  'ts-morph': ['sources'],
  'web-tree-sitter': ['sources'],
  commander: ['cli'],
};

const problems = filesBelow('src', '.ts').flatMap(problemsOf);
for (const problem of problems) console.log(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

function problemsOf(file) {
  const room = file.split('/')[1];
  const rooms = mayKnow[room];
  if (!rooms) return [`${file}: src/${room} is no room`];
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter((name) => !(name.startsWith('.') ? mayImport(file, room, rooms, name) : mayUse(room, name)))
    .map((name) => `${file} (${room}) may not know ${name}`);
}

function mayImport(file, room, rooms, name) {
  const target = relative('src', resolve(dirname(file), name)).replaceAll('\\', '/');
  if (target.startsWith('..')) return !name.endsWith('.ts');
  return ['model', room, ...rooms].some((known) => isBelow(target, known));
}

function mayUse(room, name) {
  const library = Object.keys(homes).find((known) => isBelow(name, known));
  return !library || homes[library].includes(room);
}

/** `server/protocol` holds `server/protocol.ts` and `server/protocol/notes.ts`. */
function isBelow(path, known) {
  return path === known || path.startsWith(`${known}/`) || path.startsWith(`${known}.`);
}
