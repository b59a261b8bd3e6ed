const languages = {
  cs: 'csharp',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'sh',
  tf: 'hcl',
  ts: 'ts',
};
const trailing = /(\s*(?:\/\/|#|--|<!--)) want "(.*?)"/;
const next = /(?:\/\/|#|--) want-next "(.*?)"/;

/** An example as Markdown, with what is wrong in a comment where it is wrong. */
export function shownExample({ name, text }) {
  const extension = name.slice(name.lastIndexOf('.') + 1);
  const shown = text
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(trailing, '$1 ← $2').replace(next, '# ↓ $1'))
    .join('\n');
  return `${caption(name)}\n\n\`\`\`${languages[extension] ?? extension}\n${shown}\n\`\`\``;
}

function caption(name) {
  if (name.includes('.fixed.')) return `Mended, \`${name.replace('.fixed', '')}\` becomes:`;
  if (name.endsWith('.facts.json')) return 'As facts:';
  return `\`${name}\``;
}
