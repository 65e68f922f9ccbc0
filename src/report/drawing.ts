import type { Entry, List, Section, Tier } from '../model/list.js';
import { clean } from './clean.js';
import type { Painter } from './painter.js';
import { cut } from './wrap.js';

type Node = Section | Tier | Entry;

/** Draws the typed tree for a person, one node a line. */
export function drawTree(
  list: List,
  { painter, width }: { readonly painter: Painter; readonly width: number },
): string {
  const lines = [painter.bold(cut(clean(list.title ?? list.path), width))];
  const draw = (nodes: readonly Node[], lead: string): void => {
    for (const [index, node] of nodes.entries()) {
      const last = index === nodes.length - 1;
      const branch = `${lead}${last ? '└─ ' : '├─ '}`;
      lines.push(painter.dim(branch) + labelOf(node, painter, width - branch.length));
      draw(node.children, `${lead}${last ? '   ' : '│  '}`);
    }
  };
  draw(list.children, '');
  const tiers = list.tiers.length > 0 ? `, ${list.tiers.length} tiers` : '';
  lines.push(
    '',
    painter.dim(`${list.sections.length} sections${tiers}, ${list.entries.length} entries, ${list.links.length} links`),
  );
  return `${lines.join('\n')}\n`;
}

function labelOf(node: Node, painter: Painter, room: number): string {
  if (node.type === 'tier') {
    const badge = `[${node.level}] `;
    return painter.magenta(badge) + cut(clean(node.label), room - badge.length);
  }
  if (node.type === 'section') {
    const role = node.role === 'content' ? '' : ` (${node.role})`;
    const title = cut(clean(`${node.emoji === null ? '' : `${node.emoji} `}${node.title}`), room - role.length);
    return painter.bold(title) + painter.dim(role);
  }
  const kind = node.kind === null ? '' : ` (${clean(node.kind)})`;
  const name = cut(clean(node.name) + kind, room);
  const host = hostOf(node.url);
  return host !== '' && name.length + host.length + 2 <= room ? `${name}  ${painter.dim(host)}` : name;
}

function hostOf(url: string | null): string {
  return clean(/^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url ?? '')?.[1] ?? '');
}
