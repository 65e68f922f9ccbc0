import { posix } from 'node:path';
import { type CompletionItem, CompletionItemKind, type Range } from 'vscode-languageserver';
import type { Files } from '../model/files.js';
import type { List } from '../model/list.js';
import type { AnyRule } from '../model/rule.js';

/** Where a person types. */
export interface CompletionPlace {
  readonly list: List;
  readonly files: Files;
  readonly rules: readonly AnyRule[];
  /** The line up to the cursor. */
  readonly before: string;
  /** The line from the cursor on. */
  readonly after: string;
  /** 0-based. */
  readonly line: number;
}

const verbs: Readonly<Record<string, string>> = {
  disable: 'ignores findings until the enable comment or the end of the file',
  enable: 'ends a disable comment',
  'disable-next-line': 'ignores findings on the next entry or line',
  except: 'accepts findings on the next entry, with a reason and an end date',
  'ignore-link': 'skips the links of the next entry',
};

/** What may be written here: anchors after a `#` in the target of a link, directives and names of rules in comments. */
export function completionsAt(place: CompletionPlace): CompletionItem[] {
  const { before } = place;
  // Only the end of a line is looked at: lines of a list may be long.
  const near = before.slice(-300);
  const target = /(?:\]\(|^\s*\[[^\]]+\]:\s*)<?([^()<>\s#]*)#([^()<>\s]*)$/.exec(near);
  if (target !== null) return anchors(place, target[1] ?? '', target[2] ?? '');
  const named =
    /<!--\s*(?:listwright-(?:disable|enable|disable-next-line|except)|lint\s+(?:disable|enable|ignore))\s+(?:[\w/-]+[\s,]+)*([\w/-]*)$/.exec(
      near,
    );
  if (named !== null && !near.includes(' -- ')) return rules(place, named[1] ?? '');
  const verb = /<!--\s*((?:l[\w-]*)?)$/.exec(near);
  if (verb !== null) return directives(place, verb[1] ?? '');
  return [];
}

function anchors(place: CompletionPlace, path: string, typed: string): CompletionItem[] {
  const range = rangeFor(place, typed, /^[^()<>\s]*/);
  const item = (id: string, detail: string, index: number): CompletionItem => ({
    label: id,
    kind: CompletionItemKind.Reference,
    detail,
    sortText: String(index).padStart(6, '0'),
    textEdit: { range, newText: id },
  });
  if (path === '') {
    const { headings, anchors: all } = place.list;
    const slugs = new Set(headings.map(({ slug }) => slug));
    const others = all.filter(({ id, form }) => form !== 'heading' && !slugs.has(id));
    return [
      ...headings.map(({ slug, text, depth }, index) => item(slug, `${'#'.repeat(depth)} ${text}`, index)),
      ...others.map(({ id, form }, index) => item(id, form, headings.length + index)),
    ];
  }
  const file = posix.normalize(posix.join(place.files.folder, path));
  if (file.startsWith('..')) return [];
  return [...(place.files.anchors(file) ?? [])].map((id, index) => item(id, path, index));
}

function rules(place: CompletionPlace, typed: string): CompletionItem[] {
  const range = rangeFor(place, typed, /^[\w/-]*/);
  return place.rules.map(({ id, summary }) => ({
    label: String(id),
    kind: CompletionItemKind.EnumMember,
    detail: summary,
    textEdit: { range, newText: String(id) },
  }));
}

function directives(place: CompletionPlace, typed: string): CompletionItem[] {
  const range = rangeFor(place, typed, /^[\w-]*/);
  const isClosed = /^[^<]*-->/.test(place.after.slice(0, 300));
  return Object.entries(verbs).map(([verb, detail]) => ({
    label: `listwright-${verb}`,
    kind: CompletionItemKind.Keyword,
    detail,
    textEdit: { range, newText: `listwright-${verb}${isClosed ? '' : ' -->'}` },
  }));
}

/** What was typed and what goes on behind the cursor. */
function rangeFor({ before, after, line }: CompletionPlace, typed: string, rest: RegExp): Range {
  const goesOn = rest.exec(after.slice(0, 300))?.[0].length ?? 0;
  return {
    start: { line, character: before.length - typed.length },
    end: { line, character: before.length + goesOn },
  };
}
