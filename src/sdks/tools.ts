import type { Tool } from './tool.ts';
import awsCli from './tools/aws-cli.json' with { type: 'json' };
import awsPowerShell from './tools/aws-powershell.json' with { type: 'json' };
import curl from './tools/curl.json' with { type: 'json' };
import mc from './tools/mc.json' with { type: 'json' };
import rclone from './tools/rclone.json' with { type: 'json' };
import s3Sync from './tools/s3-sync.json' with { type: 'json' };
import s3cmd from './tools/s3cmd.json' with { type: 'json' };
import s5cmd from './tools/s5cmd.json' with { type: 'json' };

/** Every command line tool that is known; adding one is adding a file and a row here. */
export const tools: Tool[] = [awsCli, awsPowerShell, curl, mc, rclone, s3Sync, s3cmd, s5cmd] as Tool[];

export function toolNamed(name: string): Tool | undefined {
  return tools.find((tool) => tool.tool === name);
}

/** The tool that a program's name or path stands for: `/usr/bin/aws`, `S3Sync.exe`. */
export function toolOfProgram(program: string): Tool | undefined {
  const name = program
    .replace(/^.*[/\\]/, '')
    .replace(/(\.exe|\.cmd)$/i, '')
    .replace(/[:@].*$/, '')
    .toLowerCase();
  return tools.find((tool) => tool.programs.includes(name));
}
