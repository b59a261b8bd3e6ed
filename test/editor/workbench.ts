import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.ts';
import { type EditorServerOptions, startEditorServer } from './server.ts';

export interface Workbench {
  page: Page;
  /** What the server and the page printed, for a failing test. */
  log(): string;
  close(): Promise<void>;
}

export interface WorkbenchOptions extends EditorServerOptions {
  folder: string;
  /** The folder of the extension's package.json. */
  extensionPath?: string;
  /** Called in the extension host: its `run()` is the test. */
  testsPath?: string;
  /** Before the page loads; the place for `exposeFunction`. */
  prepare?: (page: Page) => Promise<void>;
  size?: { width: number; height: number };
}

/** VS Code in a browser, with the extension running from its folder, ready for mouse and keyboard. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const server = await startEditorServer(options);
  let browser: Browser | undefined;
  let log = '';
  const close = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
    page.on('console', (message) => (log += `${message.type()}: ${message.text()}\n`));
    await page.route(isElsewhere, (route) => route.abort());
    await options.prepare?.(page);
    await page.goto(addressOf(server.authority, options));
    await page.waitForSelector('.monaco-workbench .part.statusbar', { timeout: 60_000 });
    return { page, log: () => server.log() + log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const isElsewhere = (url: URL) => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1';

function addressOf(authority: string, { folder, extensionPath, testsPath }: WorkbenchOptions): string {
  const remote = (path: string) => `vscode-remote://${authority}${path}`;
  const payload = [['skipWelcome', 'true']];
  if (extensionPath) payload.push(['extensionDevelopmentPath', remote(extensionPath)]);
  if (testsPath) payload.push(['extensionTestsPath', remote(testsPath)]);
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}
