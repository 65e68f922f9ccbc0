import type { Entry, List, Section, Tier } from '../../model/list.js';
import { countText, plural } from '../../text/plural.js';
import { clean } from '../escape.js';
import type { Colors } from './colors.js';
import { widthOf } from './text-width.js';
import { cut, wrap } from './wrap.js';

type Node = Section | Tier | Entry;

/** How a person looks at a tree. */
interface TreeView {
  readonly painter: Colors;
  /** Columns. */
  readonly width: number;
  /** False where only ASCII is shown; the list's own words stay as they are. */
  readonly unicode?: boolean;
}

/** Lines and their ASCII forms, of one width. */
const lines = {
  drawn: { more: '├─ ', last: '└─ ', on: '│  ', ellipsis: '…' },
  ascii: { more: '|- ', last: '`- ', on: '|  ', ellipsis: '...' },
};

/** What is said after the title of a section that has no entries of the list. */
const roleNames = { contents: 'table of contents', meta: 'about the list' };

/** Hosts whose name says nothing of a page. */
const forges = new Set(['github.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org']);

/** However deep a node lies, its name keeps this many columns. */
const least = 16;

/** Draws the typed tree for a person, one node a line, how many entries a section has after its name. */
export function renderTree(list: List, { painter, width, unicode = true }: TreeView): string {
  const { more, last, on, ellipsis } = unicode ? lines.drawn : lines.ascii;
  const drawn = [painter.bold(cut(clean(list.title ?? list.path), width, ellipsis))];
  const draw = (nodes: readonly Node[], lead: string): void => {
    for (const [index, node] of nodes.entries()) {
      const ends = index === nodes.length - 1;
      const branch = `${lead}${ends ? last : more}`;
      drawn.push(painter.dim(branch) + labelOf(node, painter, Math.max(least, width - branch.length), ellipsis));
      draw(node.children, `${lead}${ends ? '   ' : on}`);
    }
  };
  draw(list.children, '');
  const counts = [
    plural(list.sections.length, 'section'),
    ...(list.tiers.length > 0 ? [plural(list.tiers.length, 'tier')] : []),
    plural(list.entries.length, 'entry', 'entries'),
    plural(list.links.length, 'link'),
  ];
  const note = list.entries.length > 0 && list.sections.length > 0 ? ' (numbers in parentheses count entries)' : '';
  drawn.push('', ...wrap(`${counts.join(', ')}${note}`, width).map(painter.dim));
  return `${drawn.join('\n')}\n`;
}

function labelOf(node: Node, painter: Colors, space: number, ellipsis: string): string {
  if (node.type === 'tier') {
    const badge = `[${node.level}] `;
    return painter.magenta(badge) + cut(clean(node.label), space - badge.length, ellipsis);
  }
  if (node.type === 'section') {
    const entries = countOf(node.children);
    const isNamed = node.title.toLowerCase().includes(node.role);
    const tail =
      node.role === 'content'
        ? entries > 0
          ? ` (${countText(entries)})`
          : ''
        : isNamed
          ? ''
          : ` (${roleNames[node.role]})`;
    const title = clean(`${node.emoji === null ? '' : `${node.emoji} `}${node.title}`);
    return painter.bold(cut(title, space - tail.length, ellipsis)) + painter.dim(tail);
  }
  const kind = node.kind === null ? '' : ` (${node.kind})`;
  const name = cut(clean(node.name + kind), space, ellipsis);
  const host = placeOf(node.url);
  return host !== '' && widthOf(name) + widthOf(host) + 2 <= space ? `${name}  ${painter.dim(host)}` : name;
}

function countOf(nodes: readonly Node[]): number {
  return nodes.reduce((sum, node) => sum + (node.type === 'entry' ? 1 : 0) + countOf(node.children), 0);
}

/** The host of a URL, or the repository on a host of many. */
function placeOf(url: string | null): string {
  const [, host = '', path = ''] = /^https?:\/\/(?:www\.)?([^/?#]+)([^?#]*)/i.exec(url ?? '') ?? [];
  const repository = forges.has(host.toLowerCase()) ? /^\/([\w.-]+\/[\w.-]+)/.exec(path)?.[1] : undefined;
  const owner = forges.has(host.toLowerCase()) ? (/^\/[\w.-]+/.exec(path)?.[0] ?? '') : '';
  return clean(repository ?? host + owner);
}
