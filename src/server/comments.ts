type Comment = (words: string) => string;

const slashes: Comment = (words) => `// ${words}`;
const hash: Comment = (words) => `# ${words}`;
const dashes: Comment = (words) => `-- ${words}`;
const markup: Comment = (words) => `<!-- ${words} -->`;

const byExtension: Record<string, Comment> = Object.fromEntries(
  (
    [
      [slashes, 'ts tsx mts cts js jsx mjs cjs java kt kts go cs rs swift cpp cc cxx hpp h php jsonc'],
      [hash, 'py rb tf tofu tfvars yaml yml sh bash zsh ps1 properties conf toml env ini mk http'],
      [dashes, 'sql'],
      [markup, 'xml md html'],
    ] as const
  ).flatMap(([comment, extensions]) => extensions.split(' ').map((extension) => [extension, comment])),
);

/** How a file's language writes a comment of one line; undefined where it has none (JSON). */
export function commentLine(file: string): Comment | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (/^(Dockerfile|Makefile|\.env|\.s3cfg|config)/.test(name)) return hash;
  return byExtension[name.slice(name.lastIndexOf('.') + 1)];
}
