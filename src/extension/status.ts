import * as vscode from 'vscode';
import type { Status } from '../server/protocol.ts';

/** The item in the language status: what the server does, and how long the last lint took. */
export class StatusItem implements vscode.Disposable {
  private readonly item = vscode.languages.createLanguageStatusItem('sselint.status', [{ scheme: 'file' }]);

  constructor() {
    this.item.name = 'sselint';
    this.item.command = { title: 'Show output', command: 'sselint.showOutput' };
    this.show({ state: 'starting' });
  }

  show({ state, ms, message }: Status): void {
    this.item.busy = state === 'starting' || state === 'reading';
    this.item.severity = vscode.LanguageStatusSeverity[state === 'failed' ? 'Error' : 'Information'];
    this.item.text = `sselint: ${message ?? state}`;
    if (ms !== undefined) this.item.detail = `last lint: ${ms} ms`;
  }

  dispose(): void {
    this.item.dispose();
  }
}
