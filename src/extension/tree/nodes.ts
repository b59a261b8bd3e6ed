import type { Resource, ResourceFinding } from '../../server/protocol.ts';
import type { Node } from './node.ts';

const groups: { title: string; icon: string; kinds: Resource['kind'][] }[] = [
  { title: 'Buckets', icon: 'database', kinds: ['bucket'] },
  { title: 'Keys', icon: 'key', kinds: ['key'] },
  { title: 'Policies', icon: 'law', kinds: ['policy'] },
  { title: 'Code', icon: 'code', kinds: ['request', 'client', 'cse', 'sink'] },
];

const icons: Record<ResourceFinding['severity'], { icon: string; color: string }> = {
  error: { icon: 'error', color: 'list.errorForeground' },
  warning: { icon: 'warning', color: 'list.warningForeground' },
  info: { icon: 'info', color: 'foreground' },
};

/** The workspace as a tree: kinds, resources, and under each its findings and where it is used. */
export function workspaceNodes(resources: Resource[]): Node[] {
  return groups.flatMap(({ title, icon, kinds }) => {
    const own = resources.filter((resource) => kinds.includes(resource.kind));
    if (own.length === 0) return [];
    const count = own.reduce((sum, resource) => sum + resource.findings.length, 0);
    const children = own.map(resourceNode);
    return [
      {
        id: title,
        label: title,
        description: counted(count),
        icon,
        can: ['group'],
        children,
        expanded: true,
      },
    ];
  });
}

function resourceNode(resource: Resource): Node {
  const { kind, name, summary, uri, range, findings, usedAt } = resource;
  const id = `${kind}:${name}:${uri}:${range.start.line}`;
  const description = [counted(findings.length), summary].filter(Boolean).join(' · ');
  return {
    id,
    label: name,
    description,
    tooltip: `${kind} ${name}: ${description}`,
    icon:
      kind === 'bucket' ? 'database' : kind === 'key' ? 'key' : kind === 'policy' ? 'law' : 'symbol-method',
    can: ['resource', ...(findings.some((finding) => finding.fixes.length) ? ['fixable'] : [])],
    at: { uri, range },
    resource,
    children: [
      ...findings.map((finding, at) => findingNode(finding, `${id}:${at}`)),
      ...usedAt.map((use, at) => ({
        id: `${id}:use:${at}`,
        label: use.label,
        description: 'uses it',
        icon: 'references',
        can: ['place'],
        at: use,
        children: [],
      })),
    ],
  };
}

function findingNode(finding: ResourceFinding, id: string): Node {
  const { severity, rule, message, uri, range, fixes } = finding;
  return {
    id,
    label: rule,
    description: message,
    tooltip: `${severity}: ${message}`,
    ...icons[severity],
    can: ['finding', ...(fixes.length ? ['fixable'] : [])],
    at: { uri, range },
    finding,
    children: [],
  };
}

function counted(count: number): string {
  if (count === 0) return '';
  return `${count} ${count === 1 ? 'finding' : 'findings'}`;
}
