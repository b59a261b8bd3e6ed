import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ReadOptions } from '../sources/source.ts';
import type { Candidate, FileReading } from './read.ts';

/** A candidate as it crosses threads: sources by name. */
export type Task = Omit<Candidate, 'sources'> & { sources: string[] };

/** About a second's work; below it, loading parsers twice costs more than it gains. */
const worthwhileBytes = 3 * 1024 * 1024;
/** Each holds parsers of its own, of 130 MB and more. */
const mostThreads = 4;
/** Only bundles bring it. */
const worker = fileURLToPath(new URL('./worker.js', import.meta.url));

/** How many threads are worth their start for this work; 1 is none besides the main one. */
export function threadsFor(candidates: Candidate[], asked: number | undefined): number {
  if (!existsSync(worker)) return 1;
  const bytes = candidates.reduce((sum, each) => sum + each.bytes, 0);
  const useful = bytes < worthwhileBytes ? 1 : Math.min(availableParallelism(), mostThreads);
  return Math.min(asked ?? useful, candidates.length);
}

/** Reads candidates in threads, each taking the next when it is done with one. */
export async function readInThreads(
  candidates: Candidate[],
  threads: number,
  workerData: { cwd: string; options: ReadOptions },
  onRead: (reading: FileReading) => void,
): Promise<void> {
  const tasks = candidates.values();
  await Promise.all(
    Array.from({ length: threads }, () => work(new Worker(worker, { workerData }), tasks, onRead)),
  );
}

function work(
  thread: Worker,
  tasks: Iterator<Candidate>,
  onRead: (reading: FileReading) => void,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const next = () => {
      const { value, done } = tasks.next();
      if (done) resolve();
      else
        thread.postMessage({
          ...value,
          sources: value.sources.map((source: { name: string }) => source.name),
        });
    };
    thread.on('error', reject);
    thread.on('message', (reading: FileReading) => {
      onRead(reading);
      next();
    });
    next();
  }).finally(() => thread.terminate());
}
