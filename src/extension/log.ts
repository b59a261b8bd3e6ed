import * as vscode from 'vscode';

/** The output channel, with VS Code's own levels. */
export class Log implements vscode.Disposable {
  readonly channel = vscode.window.createOutputChannel('sselint', { log: true });

  info(message: string): void {
    this.channel.info(message);
  }

  error(message: string): void {
    this.channel.error(message);
  }

  show(): void {
    this.channel.show(true);
  }

  dispose(): void {
    this.channel.dispose();
  }
}
