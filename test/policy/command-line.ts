import { main } from '../../src/cli/main.ts';

export interface Said {
  code: number;
  out: string;
  err: string;
}

/** Runs a command line in this process, and catches what it says. */
export async function say(...args: string[]): Promise<Said> {
  const texts = { out: '', err: '' };
  const streams = { out: process.stdout, err: process.stderr };
  const writes = { out: process.stdout.write, err: process.stderr.write };
  for (const name of ['out', 'err'] as const) {
    streams[name].write = (chunk: string | Uint8Array) => {
      texts[name] += chunk;
      return true;
    };
  }
  try {
    const code = await main(args, '0.0.0');
    return { code, ...texts };
  } finally {
    for (const name of ['out', 'err'] as const) streams[name].write = writes[name];
  }
}
