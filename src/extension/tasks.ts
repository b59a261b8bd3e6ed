import * as vscode from 'vscode';

/** The task `sselint: lint workspace`, whose findings the problem matcher `$sselint` reads. */
export function registerTasks(): vscode.Disposable {
  return vscode.tasks.registerTaskProvider('sselint', {
    provideTasks: () => [lintTask({ type: 'sselint' })],
    resolveTask: (task) => lintTask(task.definition as LintDefinition),
  });
}

interface LintDefinition extends vscode.TaskDefinition {
  paths?: string[];
}

function lintTask(definition: LintDefinition): vscode.Task {
  const execution = new vscode.ShellExecution('npx', [
    'sselint',
    ...(definition.paths ?? ['.']),
    '--format',
    'pretty',
    '--no-color',
  ]);
  return new vscode.Task(
    definition,
    vscode.TaskScope.Workspace,
    'lint workspace',
    'sselint',
    execution,
    '$sselint',
  );
}
