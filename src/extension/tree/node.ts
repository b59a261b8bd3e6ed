import type { Range } from 'vscode-languageserver-protocol';
import type { Resource, ResourceFinding } from '../../server/protocol.ts';

/** One row of a tree. `can` are the words that menus match: `finding`, `fixable`, `resource`. */
export interface Node {
  id: string;
  label: string;
  description?: string;
  tooltip?: string;
  /** A codicon. */
  icon: string;
  color?: string;
  can: string[];
  at?: { uri: string; range: Range };
  children: Node[];
  expanded?: boolean;
  resource?: Resource;
  finding?: ResourceFinding;
}
