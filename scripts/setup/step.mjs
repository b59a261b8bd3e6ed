import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Runs a step, if its file is the program, or returns it for another to run. */
export async function step(url, name, work) {
  const go = () => timed(name, work);
  if (fileURLToPath(url) === argv[1]) process.exitCode = (await go()) ? 0 : 1;
  return go;
}

async function timed(name, work) {
  const start = Date.now();
  const say = (mark, text) =>
    console.log(`${mark} ${name}: ${text} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  try {
    say('✓', (await work()) || 'there already');
    return true;
  } catch (error) {
    say('✗', error.message);
    return false;
  }
}
