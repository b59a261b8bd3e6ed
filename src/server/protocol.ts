import type { Range } from 'vscode-languageserver-protocol';

/** What the server says beyond LSP, for the status item and the explorer. Plain data only. */

/** Server → client: what it is doing, and how long the last lint took. */
export const statusNotification = 'sselint/status';
export interface Status {
  state: 'starting' | 'reading' | 'ready' | 'failed';
  /** Milliseconds of the last lint of a document. */
  ms?: number;
  files?: number;
  message?: string;
}

/** Server → client: findings or facts changed; views that show them ask anew. */
export const changedNotification = 'sselint/changed';

/** Client → server: what is known of the workspace, for the explorer. */
export const resourcesRequest = 'sselint/resources';
export interface Resource {
  kind: 'bucket' | 'key' | 'policy' | 'request' | 'sink' | 'client' | 'cse';
  name: string;
  /** In a few words: `SSE-KMS · alias/x · bucket key on`. */
  summary: string;
  uri: string;
  range: Range;
  findings: ResourceFinding[];
  /** Requests that go to this bucket, resources that use this key. */
  usedAt: { label: string; uri: string; range: Range }[];
}
export interface ResourceFinding {
  rule: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  uri: string;
  range: Range;
  fixes: string[];
}

/** Client → server: a rule's page as Markdown. */
export const explainRequest = 'sselint/explain';
