import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import type { Session } from './launch.ts';

/** In a desktop VS Code: `VSCODE_EXECUTABLE` is its path, or `download`. */
export async function runInElectron({ extensionPath, testsPath, folder, env }: Session): Promise<number> {
  const named = process.env.VSCODE_EXECUTABLE;
  // A short path: VS Code's sockets lie below it, and their names have a limit.
  const data = mkdtempSync(join(tmpdir(), 'sse-'));
  try {
    return await runTests({
      ...(named === 'download' ? {} : { vscodeExecutablePath: named }),
      extensionDevelopmentPath: extensionPath,
      extensionTestsPath: testsPath,
      extensionTestsEnv: env,
      launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', data],
    });
  } catch (error) {
    console.log(String(error));
    return 1;
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
