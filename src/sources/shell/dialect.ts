/** What differs between shells, for one way of cutting their text into words. */
export interface Dialect {
  name: 'sh' | 'make' | 'powershell' | 'cmd';
  escape: string;
  /** In single quotes stands plain text. */
  singleQuotes: boolean;
  /** A reference to a variable at the beginning of a text; `name`, `braced` and `splat` as they match. */
  variable: RegExp;
  comment: RegExp;
  /** `{` and `}` are signs wherever they stand. */
  bracesAreSigns: boolean;
}

const dollar =
  /^\$(?:(?<name>[A-Za-z_]\w*|[@*#?$!0-9-])|\{(?<braced>[A-Za-z_]\w*)(?<all>\[[@*]\])?(?::?[-=](?<fallback>[^{}]*))?\})/;

export const dialects: Record<Dialect['name'], Dialect> = {
  sh: {
    name: 'sh',
    escape: '\\',
    singleQuotes: true,
    variable: dollar,
    comment: /^#[^\n]*/,
    bracesAreSigns: false,
  },
  make: {
    name: 'make',
    escape: '\\',
    singleQuotes: true,
    variable: /^\$(?:\$(?<name>[A-Za-z_]\w*)|\$?\{(?<braced>[A-Za-z_]\w*)\}|\((?<made>[A-Za-z_]\w*)\))/,
    comment: /^#[^\n]*/,
    bracesAreSigns: false,
  },
  powershell: {
    name: 'powershell',
    escape: '`',
    singleQuotes: true,
    variable: /^\$(?:(?<name>(?:env:|script:|global:)?[A-Za-z_]\w*)|\{(?<braced>[^}]+)\})/i,
    comment: /^(?:<#[\s\S]*?(?:#>|$)|#[^\n]*)/,
    bracesAreSigns: true,
  },
  cmd: {
    name: 'cmd',
    escape: '^',
    singleQuotes: false,
    variable: /^(?:%(?<name>[A-Za-z_]\w*)%|!(?<braced>[A-Za-z_]\w*)!|%~?[0-9*])/,
    comment: /^(?:rem\b|::)[^\n]*/i,
    bracesAreSigns: false,
  },
};
