import { spawn } from 'node:child_process';

/** Runs a command to its end; what it printed is shown at once, or only when it fails. */
export function run(command, args, { cwd, env, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', ...(show ? ['inherit', 'inherit'] : ['pipe', 'pipe'])];
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
    child.on('error', (error) => reject(new Error(`${command}: ${error.message}`)));
    child.on('close', (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${[command, ...args].join(' ')} ended with ${code}\n${tail(output)}`)),
    );
  });
}

export const succeeds = (command, args) =>
  run(command, args).then(
    () => true,
    () => false,
  );

const tail = (text) => text.trimEnd().split('\n').slice(-100).join('\n');
