import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from './bundle.ts';
import { runInElectron } from './electron.ts';
import { ordersIn } from './orders.ts';
import { runInServer } from './remote.ts';

export interface Launch {
  /** Absolute paths of mocha files that import `vscode`. */
  tests: string[];
  extensionPath: string;
  /** The folder that is opened; default an empty one. */
  folder?: string;
  grep?: string;
  /** Of the bundle below `.cache/editor`. */
  name?: string;
  reporter?: string;
}

export interface Session {
  extensionPath: string;
  testsPath: string;
  folder: string;
  env: Record<string, string>;
}

const ownReporter = resolve(import.meta.dirname, '../../scripts/test/reporter.cjs');

/** Runs the suite inside a real extension host; gives its exit code. */
export async function launch(options: Launch): Promise<number> {
  const { testsPath, files } = await bundle(options.tests, options.name ?? 'tests');
  const scratch = mkdtempSync(join(tmpdir(), 'sselint-launch-'));
  const output = join(scratch, 'output');
  const folder = options.folder ?? join(scratch, 'folder');
  mkdirSync(folder, { recursive: true });
  const orders = { files, output, reporter: options.reporter ?? ownReporter, grep: options.grep };
  const session = { extensionPath: options.extensionPath, testsPath, folder, env: ordersIn(orders) };
  try {
    return await (wantsElectron() ? runInElectron(session) : runInServer(session));
  } finally {
    if (existsSync(output)) process.stdout.write(readFileSync(output));
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A desktop VS Code is taken where one is named: a path, or `download`. */
const wantsElectron = () => Boolean(process.env.VSCODE_EXECUTABLE);
