import * as vscode from 'vscode';
import type { Client } from '../client.ts';
import type { Node } from './node.ts';
import { workspaceNodes } from './nodes.ts';

/** The view of the workspace. It follows the diagnostics; what it showed stays until something newer is there. */
export class FindingsTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private shown: Node[] = [];
  private readonly subscription: vscode.Disposable;

  constructor(private readonly client: Client) {
    this.subscription = client.onChanged(() => this.refresh());
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return node.children;
    try {
      this.shown = workspaceNodes(await this.client.resources());
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return [failure(message), ...this.shown];
    }
    return this.shown;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return treeItem(node);
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}

export function treeItem(node: Node): vscode.TreeItem {
  const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    node.label,
    node.children.length ? (node.expanded ? Expanded : Collapsed) : None,
  );
  item.id = node.id;
  item.description = node.description;
  item.tooltip = node.tooltip;
  item.iconPath = new vscode.ThemeIcon(node.icon, node.color ? new vscode.ThemeColor(node.color) : undefined);
  item.contextValue = node.can.join(' ');
  item.accessibilityInformation = { label: `${node.label}, ${node.description ?? ''}` };
  if (node.at) item.command = { title: 'Open', command: 'sselint.open', arguments: [node] };
  return item;
}

function failure(message: string): Node {
  return {
    id: 'failure',
    label: 'The server did not answer',
    description: message,
    icon: 'error',
    can: ['failure'],
    children: [],
  };
}
