import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Fault, Finding, Severity } from '../model/finding.ts';
import { toRange } from './positions.ts';
import type { Root } from './root.ts';

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const pages = 'https://github.com/sselint/sselint/blob/main/';

export function diagnosticOf(finding: Finding, root: Root): Diagnostic {
  const isUnused = finding.rule === 'suppression/stale';
  return {
    range: toRange(root.lines(finding.place.file), finding.place),
    severity: severities[finding.severity],
    code: finding.rule,
    codeDescription: { href: `${pages}${finding.docs}` },
    source: 'sselint',
    message: finding.message,
    ...(isUnused && { tags: [1] }),
    relatedInformation: finding.related
      .filter((related) => related.place !== undefined)
      .map(({ message, place }) => ({
        message,
        location: { uri: uriOf(place.file, root), range: toRange(root.lines(place.file), place) },
      })),
  };
}

/** What could not be read is said in the editor too. */
export function faultDiagnostic(fault: Fault, root: Root): Diagnostic {
  const place = fault.place ?? { start: 0, end: 0 };
  return {
    range: toRange(root.lines(fault.file), place),
    severity: fault.kind === 'partial' ? DiagnosticSeverity.Information : DiagnosticSeverity.Error,
    code: fault.kind,
    source: 'sselint',
    message: fault.message,
  };
}

export function uriOf(file: string, root: Root): string {
  if (file.includes('://')) return file;
  return URI.file(`${root.folder}/${file}`).toString();
}
