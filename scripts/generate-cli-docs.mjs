// docs/cli.md: the help of every command, as the commands print it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';

const { program } = await tsImport('../src/cli/program.ts', import.meta.url);

const root = program('', () => {}).configureHelp({ helpWidth: 100 });
const sections = commandsOf(root, 'sselint').map(
  ({ name, command }) => `## ${name}\n\n\`\`\`text\n${helpOf(command)}\n\`\`\``,
);

mkdirSync('docs', { recursive: true });
writeFileSync(
  'docs/cli.md',
  `# The command line\n\nGenerated from the commands' own help.\n\n${sections.join('\n\n')}\n`,
);

function commandsOf(command, name) {
  return [
    { name, command },
    ...command.commands.flatMap((each) => commandsOf(each, `${name} ${each.name()}`)),
  ];
}

function helpOf(command) {
  let text = '';
  command
    .configureHelp({ helpWidth: 100 })
    .configureOutput({ writeOut: (written) => (text += written), getOutHelpWidth: () => 100 });
  command.outputHelp();
  return text.trim();
}
