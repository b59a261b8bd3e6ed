// Runs inside the extension host. What it is to do comes by the environment.
import { appendFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';
import type { Orders } from './orders.ts';

export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const orders: Orders = JSON.parse(process.env.SSELINT_EDITOR_TESTS ?? '{}');
  // VS Code has nailed down `console.log`.
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) =>
    appendFileSync(orders.output, `${format(...args)}\n`);
  const mocha = new Mocha({
    reporter: orders.reporter,
    timeout: 20_000,
    forbidOnly: !orders.grep,
    ...(orders.grep && { grep: orders.grep }),
  });
  for (const file of orders.files) mocha.addFile(file);
  const failures = await new Promise<number>((done) => mocha.run(done));
  if (failures > 0) throw new Error(`${failures} failed`);
}
