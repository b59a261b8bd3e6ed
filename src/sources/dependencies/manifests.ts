import type { Ecosystem } from './packages.ts';

/** A file that names dependencies: which it is, and where in it a package's version stands (group `version`). */
export interface Manifest {
  files: RegExp;
  ecosystem: Ecosystem;
  patterns(name: string): RegExp[];
}

const pattern = (source: string, flags = '') => new RegExp(source, `dg${flags}`);
const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const quoted = `["'](?<version>[^"'\\n]*)["']`;

function mavenParts(name: string): { group: string; artifact: string } {
  const [group = '', artifact = ''] = name.split(':').map(escaped);
  return { group, artifact };
}

export const manifests: Manifest[] = [
  {
    files: /(^|\/)pom\.xml$|\.pom$/,
    ecosystem: 'maven',
    patterns: (name) => {
      const { group, artifact } = mavenParts(name);
      const between = '\\s*(?:<!--[^>]*-->\\s*)?';
      return [
        pattern(
          `<groupId>${between}${group}${between}</groupId>\\s*<artifactId>\\s*${artifact}\\s*</artifactId>\\s*<version>\\s*(?<version>[^<\\s]*)`,
        ),
      ];
    },
  },
  {
    files: /(^|\/)[^/]*\.gradle(\.kts)?$|(^|\/)libs\.versions\.toml$/,
    ecosystem: 'maven',
    patterns: (name) => {
      const { group, artifact } = mavenParts(name);
      return [
        pattern(`["']${group}:${artifact}:(?<version>[^"':@\\n]+)`),
        pattern(
          `group\\s*[:=]\\s*["']${group}["']\\s*,\\s*name\\s*[:=]\\s*["']${artifact}["']\\s*,\\s*version\\s*[:=]\\s*${quoted}`,
        ),
        pattern(`module\\s*=\\s*["']${group}:${artifact}["']\\s*,\\s*version\\s*=\\s*${quoted}`),
      ];
    },
  },
  {
    files: /(^|\/)([\w.-]*requirements[\w.-]*|constraints)\.(txt|in)$|(^|\/)requirements\/[^/]+\.txt$/,
    ecosystem: 'pypi',
    patterns: (name) => [
      pattern(`^\\s*${escaped(name)}(?:\\[[^\\]\\n]*\\])?\\s*(?<version>[=<>~!][^;#\\n]*)`, 'im'),
    ],
  },
  {
    files: /(^|\/)(pyproject\.toml|Pipfile|setup\.(py|cfg))$/,
    ecosystem: 'pypi',
    patterns: (name) => [
      pattern(`["']${escaped(name)}(?:\\[[^\\]\\n]*\\])?\\s*(?<version>[=<>~!][^;"'\\n]*)["';]`, 'i'),
      pattern(`^\\s*["']?${escaped(name)}["']?\\s*=\\s*(?:\\{[^}\\n]*version\\s*=\\s*)?${quoted}`, 'im'),
    ],
  },
  {
    files: /(^|\/)package\.json$/,
    ecosystem: 'npm',
    patterns: (name) => [pattern(`"${escaped(name)}"\\s*:\\s*"(?<version>[^"\\n]*)"`)],
  },
  {
    files: /\.(cs|fs|vb)proj$|(^|\/)(Directory\.(Packages|Build)\.props|packages\.config)$/,
    ecosystem: 'nuget',
    patterns: (name) => [
      pattern(`(?:Include|Update|id)="${escaped(name)}"\\s+[Vv]ersion="(?<version>[^"\\n]*)"`),
      pattern(`Include="${escaped(name)}"\\s*>\\s*<Version>\\s*(?<version>[^<\\s]*)`),
    ],
  },
  {
    files: /(^|\/)go\.mod$/,
    ecosystem: 'go',
    patterns: (name) => [
      pattern(`^\\s*(?:require\\s+)?${escaped(name)}(?:/v\\d+)?\\s+(?<version>v\\S+)`, 'm'),
    ],
  },
  {
    files: /(^|\/)Cargo\.toml$/,
    ecosystem: 'cargo',
    patterns: (name) => [
      pattern(`^\\s*${escaped(name)}\\s*=\\s*(?:\\{[^}\\n]*version\\s*=\\s*)?${quoted}`, 'm'),
    ],
  },
];
