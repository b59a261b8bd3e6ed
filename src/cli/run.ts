import { argv, stdout } from 'node:process';
import manifest from '../../package.json' with { type: 'json' };
import { main } from './main.ts';

// A reader that has seen enough (`| head`) is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

main(argv.slice(2), manifest.version).then((code) => {
  process.exitCode = code;
});
