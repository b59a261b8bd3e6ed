import { dirname } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { Root } from './root.ts';

export interface At {
  root: Root;
  /** As findings name it. */
  file: string;
}

/** The folders of the workspace; a file outside all of them has its own folder as root, of which only it is read. */
export class Roots {
  readonly all: Root[] = [];
  /** The folders that are read as a whole. */
  readonly workspace: Root[] = [];
  private readonly opened = new Map<Root, Promise<void>>();

  setFolders(folders: string[]): void {
    this.workspace.push(...folders.map((folder) => this.add(folder)));
  }

  /** The root and name of a document; undefined where it is no file. */
  async of(uri: string): Promise<At | undefined> {
    const parsed = URI.parse(uri);
    if (parsed.scheme !== 'file') return undefined;
    const root = this.around(parsed.fsPath) ?? this.add(dirname(parsed.fsPath));
    return this.at(root, parsed.fsPath);
  }

  /** The same for a file that changed on disk, for which no root is made. */
  async known(uri: string): Promise<At | undefined> {
    const path = URI.parse(uri).fsPath;
    const root = this.around(path);
    return root && this.at(root, path);
  }

  /** The texts of a root's open documents, by the names of their files. */
  open(documents: TextDocument[], root: Root): Map<string, string> {
    return new Map(
      documents.flatMap((document) => {
        const file = root.nameOf(URI.parse(document.uri).fsPath);
        return file === undefined ? [] : [[file, document.getText()] as const];
      }),
    );
  }

  private around(path: string): Root | undefined {
    return this.all
      .filter((root) => root.nameOf(path) !== undefined)
      .sort((a, b) => b.folder.length - a.folder.length)[0];
  }

  private async at(root: Root, path: string): Promise<At> {
    await this.opened.get(root);
    return { root, file: root.nameOf(path)! };
  }

  private add(folder: string): Root {
    const root = new Root(folder);
    this.all.push(root);
    this.opened.set(root, root.open());
    return root;
  }
}
