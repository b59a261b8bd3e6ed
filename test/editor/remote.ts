import type { Session } from './launch.ts';
import { openWorkbench } from './workbench.ts';

const patience = 4 * 60_000;

/** In a VS Code server opened in Chromium; the workbench passes on the exit code. */
export async function runInServer(session: Session): Promise<number> {
  let ended: (code: number) => void;
  const code = new Promise<number>((done) => (ended = done));
  const workbench = await openWorkbench({
    ...session,
    prepare: async (page) => {
      page.on('crash', () => ended(1));
      await page.exposeFunction('codeAutomationLog', () => undefined);
      await page.exposeFunction('codeAutomationExit', (exitCode: number) => ended(exitCode));
    },
  });
  const timer = setTimeout(() => {
    console.log(`the suite did not end\n${workbench.log().slice(-5000)}`);
    ended(1);
  }, patience);
  try {
    return await code;
  } finally {
    clearTimeout(timer);
    await workbench.close();
  }
}
