import type { Terminal } from '../report/report.ts';

/** What an output stream can show, as it and the environment say (https://no-color.org, FORCE_COLOR). */
export function terminalOf(stream: NodeJS.WriteStream, colour: boolean | undefined): Terminal {
  const { env } = process;
  const isTerminal = stream.isTTY === true && env.TERM !== 'dumb';
  const asked = colour ?? (env.FORCE_COLOR ? env.FORCE_COLOR !== '0' : undefined);
  return {
    colour: asked ?? (isTerminal && !env.NO_COLOR),
    links: isTerminal && hasLinks(env),
    width: stream.columns ?? 80,
  };
}

/** Terminals known to open OSC 8 links. */
function hasLinks(env: NodeJS.ProcessEnv): boolean {
  const byName = ['vscode', 'iTerm.app', 'WezTerm', 'ghostty', 'Hyper', 'rio'].includes(
    env.TERM_PROGRAM ?? '',
  );
  return (
    byName ||
    env.WT_SESSION !== undefined ||
    Number(env.VTE_VERSION ?? 0) >= 5000 ||
    env.TERM === 'xterm-kitty'
  );
}
