import { parentPort, workerData } from 'node:worker_threads';
import { sourceNamed } from '../sources/index.ts';
import type { ReadOptions } from '../sources/source.ts';
import { Files } from './files.ts';
import { readCandidate } from './read.ts';
import type { Task } from './threads.ts';

const { cwd, options } = workerData as { cwd: string; options: ReadOptions };
const files = new Files(cwd);

parentPort?.on('message', async ({ sources, ...candidate }: Task) => {
  const named = sources.map((name) => sourceNamed(name)!);
  parentPort?.postMessage(await readCandidate({ ...candidate, sources: named }, files, options));
});
