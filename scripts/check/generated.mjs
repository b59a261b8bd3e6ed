// What is generated and committed is up to date when generating it again changes nothing.
import { run } from '../setup/run.mjs';

const state = async () => (await run('git', ['status', '--porcelain'])) + (await run('git', ['diff']));

const before = await state();
await run('npm', ['run', '--loglevel=error', 'generate']).catch(({ message }) => {
  console.log(message);
  process.exit(1);
});
if ((await state()) !== before) {
  console.log(`npm run generate changed files:\n${await run('git', ['status', '--short'])}`);
  process.exitCode = 1;
}
