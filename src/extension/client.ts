import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  changedNotification,
  explainRequest,
  type Resource,
  resourcesRequest,
  type Status,
  statusNotification,
} from '../server/protocol.ts';
import type { Log } from './log.ts';
import { StatusItem } from './status.ts';

/** By kind of file, since an editor is slowed by every event that it has to pass on. */
const watched = [
  '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,py,java,kt,kts,scala,groovy,gradle,go,cs,php,rb,rs,swift,cpp,cc,cxx,h,hpp}',
  '**/*.{tf,tofu,tfvars,hcl,yaml,yml,json,jsonc,template,xml,toml,ini,cfg,conf,properties,env,lock,mod,csproj}',
  '**/*.{sh,bash,zsh,ps1,psm1,mk,sql,http,rest,md,ipynb,dockerfile}',
  '**/{Dockerfile*,Makefile,GNUmakefile,Gemfile,Jenkinsfile,.env*,.s3cfg,config,credentials}',
];

/** The language server, started once it is wanted. A server that dies is started again, and that is said. */
export class Client implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onChanged = this.changed.event;
  private readonly item = new StatusItem();
  private client?: LanguageClient;
  private started?: Promise<LanguageClient>;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: Log,
  ) {}

  start(): Promise<LanguageClient> {
    this.started ??= this.launch();
    return this.started;
  }

  private async launch(): Promise<LanguageClient> {
    const { CloseAction, ErrorAction, LanguageClient, TransportKind } = await import(
      'vscode-languageclient/node'
    );
    const module = this.context.asAbsolutePath('dist/server.js');
    let crashes = 0;
    const client = new LanguageClient(
      'sselint',
      'sselint',
      { module, transport: TransportKind.ipc },
      {
        documentSelector: [{ scheme: 'file' }],
        outputChannel: this.log.channel,
        synchronize: { fileEvents: watched.map((glob) => vscode.workspace.createFileSystemWatcher(glob)) },
        errorHandler: {
          error: () => ({ action: ErrorAction.Continue }),
          closed: () => {
            crashes += 1;
            this.item.show({ state: 'failed', message: 'the server stopped' });
            if (crashes > 4) return { action: CloseAction.DoNotRestart };
            this.log.error('the server stopped; it is started again');
            return { action: CloseAction.Restart };
          },
        },
      },
    );
    client.onNotification(statusNotification, (status: Status) => this.item.show(status));
    client.onNotification(changedNotification, () => this.changed.fire());
    this.client = client;
    await client.start();
    this.log.info('the server has started');
    return client;
  }

  async resources(): Promise<Resource[]> {
    return (await this.start()).sendRequest<Resource[]>(resourcesRequest);
  }

  async explain(rule: string): Promise<string> {
    return (await this.start()).sendRequest<string>(explainRequest, rule);
  }

  async restart(): Promise<void> {
    await (await this.start()).restart();
    this.changed.fire();
  }

  async stop(): Promise<void> {
    await this.client?.stop();
  }

  dispose(): void {
    this.item.dispose();
    this.changed.dispose();
  }
}
