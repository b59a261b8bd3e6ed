export interface Page {
  title: string;
  sum: string;
  counts: Record<string, number>;
  /** Escaped HTML. */
  options: string;
  errors: string;
  items: string;
}

const style = `
:root { color-scheme: light dark; --error: #c62828; --warning: #b26a00; --info: #1565c0; --unknown: #7b1fa2; }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffb74d; --info: #82b1ff; --unknown: #ce93d8; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
form { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center; margin: 1rem 0; }
input[type=search] { flex: 1 1 14rem; padding: .35rem .5rem; font: inherit; } select { font: inherit; max-width: 100%; }
ul { list-style: none; padding: 0; } li { border-left: 4px solid; padding: .25rem 1rem; margin: 1rem 0; }
h1 { font-size: 1.5rem; } h2 { font-size: 1rem; margin: 0; } p { margin: .25rem 0; } .where, .note, .sum { opacity: .75; }
.error { border-color: var(--error); } .warning { border-color: var(--warning); } .info { border-color: var(--info); } .unknown { border-color: var(--unknown); }
.error h2 span { color: var(--error); } .warning h2 span { color: var(--warning); } .info h2 span { color: var(--info); } .unknown h2 span { color: var(--unknown); }
pre { overflow-x: auto; background: color-mix(in srgb, currentColor 8%, transparent); padding: .5rem; margin: .5rem 0; } pre b { opacity: .5; user-select: none; }
mark { background: none; color: inherit; text-decoration: underline wavy; } .errors li { border-color: var(--error); }`;

const script = `
const form = document.querySelector('form'), items = [...document.querySelectorAll('#findings > li')], shown = document.querySelector('output');
const filter = () => {
  const kinds = new FormData(form).getAll('kind'), rule = form.rule.value, words = form.words.value.toLowerCase();
  for (const item of items) item.hidden = !(kinds.includes(item.dataset.kind) && (!rule || item.dataset.rule === rule) && item.textContent.toLowerCase().includes(words));
  shown.value = items.filter((item) => !item.hidden).length + ' of ' + items.length + ' shown';
};
form.addEventListener('input', filter); form.addEventListener('submit', (event) => event.preventDefault()); filter();`;

/** The page around the findings. It loads nothing and sends nothing. */
export function page({ title, sum, counts, options, errors, items }: Page): string {
  const boxes = Object.entries(counts)
    .filter(([kind, count]) => count > 0 || kind !== 'unknown')
    .map(
      ([kind, count]) =>
        `<label><input type="checkbox" name="kind" value="${kind}" checked> ${kind} (${count})</label>`,
    )
    .join('\n');
  const unread = errors
    ? `<section class="errors"><h2>What could not be read</h2><ul>${errors}</ul></section>`
    : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
<p class="sum">${sum}</p>
${unread}
<form>
${boxes}
<label>Rule <select name="rule"><option value="">all</option>${options}</select></label>
<input type="search" name="words" placeholder="Search" aria-label="Search">
<output></output>
</form>
<ul id="findings">
${items || '<li class="info" data-kind="info" data-rule="">No findings.</li>'}
</ul>
<script>${script}</script>
</body>
</html>
`;
}
