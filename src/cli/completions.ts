import { Argument, type Command, type Option } from 'commander';

type Shell = 'bash' | 'zsh' | 'fish';

/** `sselint completions bash|zsh|fish`: made from the commands themselves. */
export function registerCompletions(program: Command): void {
  program
    .command('completions')
    .description('print a script that completes commands, flags and their values')
    .addArgument(
      new Argument('<shell>', 'bash: source <(sselint completions bash)').choices(['bash', 'zsh', 'fish']),
    )
    .action((shell: Shell) => {
      process.stdout.write(scripts[shell](wordsOf(program)));
    });
}

/** What can follow: one row a command path (`''`, `baseline create`). */
interface Words {
  path: string;
  commands: { name: string; description: string }[];
  flags: { names: string[]; description: string; values: string[] }[];
  values: string[];
}

function wordsOf(command: Command, path = ''): Words[] {
  const own: Words = {
    path,
    commands: command.commands.map((each) => ({ name: each.name(), description: each.description() })),
    flags: command.options.map(flag),
    values: command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
  };
  const below = command.commands.flatMap((each) => wordsOf(each, `${path} ${each.name()}`.trim()));
  return [own, ...below];
}

function flag({ short, long, description, argChoices }: Option) {
  return { names: [short, long].filter((name) => name !== undefined), description, values: argChoices ?? [] };
}

const scripts: Record<Shell, (words: Words[]) => string> = { bash, zsh, fish };

function bash(words: Words[]): string {
  const cases = words.map(({ path, commands, flags, values }) => {
    const names = [...commands.map((each) => each.name), ...flags.flatMap((each) => each.names), ...values];
    return `    '${path}') words='${names.join(' ')}' ;;`;
  });
  const choices = words.flatMap(({ path, flags }) =>
    flags
      .filter((each) => each.values.length)
      .map((each) => {
        const patterns = each.names.map((name) => `'${path}|${name}'`).join('|');
        return `    ${patterns}) COMPREPLY=($(compgen -W '${each.values.join(' ')}' -- "$current")); return ;;`;
      }),
  );
  return `# sselint completions: source <(sselint completions bash)
_sselint() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} path='' words='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${path:+$path }$word" in
      ${words
        .filter((each) => each.path)
        .map((each) => `'${each.path}'`)
        .join('|')}) path="\${path:+$path }$word" ;;
    esac
  done
  case "$path|$previous" in
${choices.join('\n')}
  esac
  case "$path" in
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _sselint sselint
`;
}

/** zsh runs bash's completion functions. */
function zsh(words: Words[]): string {
  return `#compdef sselint\nautoload -U +X bashcompinit && bashcompinit\n${bash(words)}`;
}

function fish(words: Words[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const rows = words.flatMap(({ path, commands, flags, values }) => {
    const names = path.split(' ').filter(Boolean);
    const all = words.filter((each) => each.path && !each.path.includes(' ')).map((each) => each.path);
    const seen = names.map((name) => `__fish_seen_subcommand_from ${name}`).join('; and ');
    const condition = quoted(seen || `not __fish_seen_subcommand_from ${all.join(' ')}`);
    const ofFlags = flags.map(({ names: given, description, values: choices }) => {
      const options = given.map((name) =>
        name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
      );
      const value = choices.length ? ` -x -a ${quoted(choices.join(' '))}` : '';
      return `complete -c sselint -n ${condition} ${options.join(' ')}${value} -d ${quoted(description)}`;
    });
    const ofCommands = commands.map(
      ({ name, description }) => `complete -c sselint -n ${condition} -a ${name} -d ${quoted(description)}`,
    );
    return [
      ...ofCommands,
      ...ofFlags,
      ...(values.length ? [`complete -c sselint -n ${condition} -a ${quoted(values.join(' '))}`] : []),
    ];
  });
  return `# sselint completions: sselint completions fish | source\n${rows.join('\n')}\n`;
}
