import type { Root } from 'mdast';
import type { Edit } from './finding.js';
import type { Block, Definition, Item, Mojibake, Table, Unclosed, Unread } from './markdown.js';
import type { Position, Span } from './position.js';

/** Any node of the tree. */
export type ListNode = List | Section | Tier | Entry;

/** The nearest section or tier with a heading of its own around a node, itself excluded; null at the top. */
export function sectionOf(node: Section | Tier | Entry): Section | null {
  let parent: ListNode = node.parent;
  while (parent.type !== 'list') {
    if (parent.type === 'section') return parent;
    parent = parent.parent;
  }
  return null;
}

/** The tier around an entry, or null. */
export function tierOf(node: Section | Tier | Entry): Tier | null {
  let parent: ListNode = node.parent;
  while (parent.type !== 'list') {
    if (parent.type === 'tier') return parent;
    parent = parent.parent;
  }
  return null;
}

/** What a section is for: only `content` has entries; `contents` is the table of contents; `meta` is about the list itself. */
export type Role = 'content' | 'contents' | 'meta';

/** How a section is written: a Markdown heading, an HTML heading, a `<summary>`, a bold paragraph, or a list item with a nested list. */
export type SectionForm = 'heading' | 'html' | 'summary' | 'bold' | 'item';

/** How an entry is written. */
export type EntryForm = 'item' | 'row' | 'heading' | 'paragraph' | 'html';

/** Where a link is. `badge` is an image, or a link around nothing but images, that decorates something else. */
export type LinkPlace = 'entry' | 'description' | 'contents' | 'badge' | 'heading' | 'prose';

/** How a link is written. `literal` is a bare URL. */
export type LinkForm = 'inline' | 'reference' | 'autolink' | 'literal' | 'image' | 'html';

/** The kind of URL that a link has, judged by its text alone. */
export type LinkSort = 'web' | 'local' | 'fragment' | 'mail' | 'scheme' | 'placeholder' | 'invalid';

/** How many of the links to the web are in entries; images and badges are not counted. A small share means that the list was not understood. */
export interface Coverage {
  readonly links: number;
  readonly inEntries: number;
}

/** A named group of entries. `position` covers the section to its end, `heading` only its name as written. */
export interface Section {
  readonly type: 'section';
  readonly form: SectionForm;
  /** The name without leading emoji and markup. */
  readonly title: string;
  /** The leading emoji; if a wrong charset garbled it, the original emoji. */
  readonly emoji: string | null;
  /** 1 to 6 for headings; other forms are one deeper than their parent. */
  readonly depth: number;
  /** The anchor of the heading on GitHub, duplicates numbered; null if it has none. */
  readonly slug: string | null;
  readonly role: Role;
  readonly children: readonly (Section | Tier | Entry)[];
  readonly position: Position;
  readonly heading: Position;
  /** Parts directly under the heading that are neither entries nor sections: paragraphs, code, images, rules. */
  readonly prose: readonly Position[];
  readonly parent: Section | Tier | List;
}

/** A level of difficulty inside a section. */
export interface Tier {
  readonly type: 'tier';
  /** 1-based position on its ladder. */
  readonly level: number;
  /** The text after the keyword, or the level word itself; null if the label is only `Tier 2`. */
  readonly title: string | null;
  /** The label as written, markup removed. */
  readonly label: string;
  readonly form: 'item' | 'heading';
  /** Heading depth; null for a list item. */
  readonly depth: number | null;
  readonly slug: string | null;
  readonly children: readonly (Section | Tier | Entry)[];
  readonly position: Position;
  /** The label with its markup. */
  readonly heading: Position;
  /** The label's text alone, in the source. */
  readonly labelSpan: Span;
  /** `Tier` in `Tier 1: Basics`, as written; null for a level word. */
  readonly keyword: string | null;
  /** The number as written; null for a level word. */
  readonly number: number | null;
  readonly emoji: string | null;
  readonly prose: readonly Position[];
  readonly parent: Section | Tier | List;
}

/** A field of an entry in the configured format. */
export interface EntryField {
  /** The text that a reader sees, or the URL if the field is a link target. */
  readonly value: string;
  /** The text with its markup; for a link target, the whole link or image. */
  readonly position: Position;
}

/** A place where an entry deviates from its format. */
export interface FormatDeparture {
  /**
   * `missing`, `unexpected`, `other`: something is to be added, removed or replaced; `column`: a table lacks a column; `empty`: a cell
   * lacks its value; the rest is about the value of a field: out of the set, of another kind, not matching the pattern (`message` where the configuration has one for it), too short or
   * long, with another first letter or another end.
   */
  readonly kind:
    | 'missing'
    | 'unexpected'
    | 'other'
    | 'column'
    | 'empty'
    | 'value'
    | 'kind'
    | 'pattern'
    | 'message'
    | 'short'
    | 'long'
    | 'capital'
    | 'lowercase'
    | 'stop'
    | 'no-stop';
  /** Null for a table. */
  readonly entry: Entry | null;
  readonly position: Position;
  /** The field, or the column. */
  readonly field: string | null;
  /** The text that the format requires here, with the names of fields; for a value, the allowed values, one per line; empty for nothing. */
  readonly expected: string;
  /** The text found here; empty for nothing. */
  readonly found: string;
  /** The format without its bullet and braces. */
  readonly format: string;
  /** The correction; empty if only a person can supply the missing words. */
  readonly edits: readonly Edit[];
  /** True if the edits may be applied unattended. */
  readonly safe: boolean;
}

/** One thing the list recommends. */
export interface Entry {
  readonly type: 'entry';
  readonly form: EntryForm;
  /** The name a reader sees, a kind in parentheses and leading emoji removed. */
  readonly name: string;
  /** A trailing "(Book)" of the name, as written, without the parentheses. */
  readonly kind: string | null;
  /** The main link's URL as written, references resolved. */
  readonly url: string | null;
  /** What follows the name, markup removed; null for none. */
  readonly description: string | null;
  /** All links of the entry in document order, images and badges included, but not those of nested entries. */
  readonly links: readonly Link[];
  /** Entries nested below it. */
  readonly children: readonly Entry[];
  /** The whole item, row or paragraph, with what is nested in it. */
  readonly position: Position;
  /** The main link: the first that is neither an image nor a badge. */
  readonly link: Link | null;
  /** The name with its markup (the whole link where the name is a link). */
  readonly label: Position;
  /** How the name is written: a link, bold text or code; `plain` is a sentence without a name. */
  readonly naming: 'link' | 'bold' | 'code' | 'plain';
  /** True when nothing but emoji, images, badges, a checkbox or a `Label:` is before the name. */
  readonly leads: boolean;
  /** The text between the name (with badges and tags that follow it) and the description, spaces included; null without a description. */
  readonly separator: Span | null;
  /** The description with its trailing decorations. */
  readonly body: Span | null;
  /** Offset in the file right after the description's prose, before trailing badges, emoji, tags and footnotes; null without one. */
  readonly proseEnd: number | null;
  /** The bullet or number as written (`-`, `*`, `+`, `1.`); null for other forms. */
  readonly marker: string | null;
  /** Its checkbox; null for none. */
  readonly task: 'open' | 'done' | null;
  /** The values of the fields in its configured format, in document order by field; null without a format. */
  readonly fields: Readonly<Record<string, readonly EntryField[]>> | null;
  readonly parent: Entry | Tier | Section | List;
}

/** One link or image of the file. */
export interface Link {
  readonly type: 'link';
  /** As written, character references and escapes resolved. */
  readonly url: string;
  /** The visible text; the alternative text of an image. */
  readonly text: string;
  readonly place: LinkPlace;
  readonly form: LinkForm;
  /** True for an image. */
  readonly image: boolean;
  /** The alternative text of an image as written; null for an HTML image without the attribute, and for a link. */
  readonly alt: string | null;
  readonly sort: LinkSort;
  /** Why the URL is a placeholder or invalid, as a stable word (`brackets`, `example-host`, `no-scheme`, …); null otherwise. */
  readonly fault: string | null;
  /** All of it, markup included. */
  readonly position: Position;
  /** The URL as written in the file; for a reference, in its definition. */
  readonly urlPosition: Position;
  /** The entry that contains it; null outside of entries. */
  readonly entry: Entry | null;
}

/** A target of a fragment. */
export interface Anchor {
  /** Without `#`; case as in the source. */
  readonly id: string;
  readonly form: 'heading' | 'html' | 'footnote';
  readonly position: Position;
}

/** A heading in document order, the title included. */
export interface Heading {
  /** 1 to 6. */
  readonly depth: number;
  /** The text that GitHub shows, without alternative texts of images. */
  readonly text: string;
  /** Its anchor on GitHub. */
  readonly slug: string;
  readonly form: 'heading' | 'html';
  readonly position: Position;
  /** The section or tier that it starts, or the entry that it is; null for the title. */
  readonly node: Section | Tier | Entry | null;
}

/** One line of a table of contents. */
export interface ContentsItem {
  readonly text: string;
  /** 1-based nesting. */
  readonly depth: number;
  /** Without `#`; null if the line has no link, or a link to another page. */
  readonly fragment: string | null;
  readonly link: Link | null;
  /** The heading that the fragment leads to, by its slug or by an anchor set by hand next to it; null for none. */
  readonly heading: Heading | null;
  /** The item without its nested list. */
  readonly position: Position;
}

/** A table of contents: one list, or several under one contents heading. */
export interface Contents {
  readonly items: readonly ContentsItem[];
  /** The bullet (`-`, `*`, `+`, `1.`) of its first item; null for HTML and tables. */
  readonly marker: string | null;
  /** The indentation of nested items, as written; null if none is nested. */
  readonly indent: string | null;
  /** Covers all its lists. */
  readonly position: Position;
  /** True when it is one Markdown list, which a fix may rewrite. */
  readonly plain: boolean;
  /** True if a comment of a generator such as doctoc is above it: all of its levels should be listed, unless someone has edited it since. */
  readonly generated: boolean;
}

/** A comment that tells a linter what to ignore. */
export interface Directive {
  /** `remark` for the `<!--lint …-->` forms. */
  readonly dialect: 'listwright' | 'remark';
  readonly verb: 'disable' | 'enable' | 'disable-next-line' | 'except' | 'ignore-link' | 'ignore';
  /** Rule names as written; empty means all. */
  readonly rules: readonly string[];
  /** What follows ` -- `, or the colon of `except`. */
  readonly reason: string | null;
  /** What follows `until` in `except`: the first day on which it no longer applies, as written; null for none. */
  readonly until: string | null;
  readonly position: Position;
  /** The entry that the comment is in, when it is inside one. */
  readonly entry: Entry | null;
}

/** A list read once: the tree of sections, tiers and entries, and the facts about the file that rules share. */
export interface List {
  readonly type: 'list';
  readonly version: 1;
  /** As the user named it, with forward slashes. */
  readonly path: string;
  /** The first heading if its depth is 1, without markup; null for none. */
  readonly title: string | null;
  /** The first paragraph of text under the title; null for none. */
  readonly description: string | null;
  readonly children: readonly (Section | Tier | Entry)[];
  readonly position: Position;
  /** The decoded file, a BOM included. */
  readonly text: string;
  /** Sections, tiers and entries in document order, each once. */
  readonly sections: readonly Section[];
  readonly tiers: readonly Tier[];
  readonly entries: readonly Entry[];
  /** Deviations of entries from the format in the configuration, in document order. */
  readonly departures: readonly FormatDeparture[];
  /** The ladders: sequences of tiers, in document order; a ladder may continue in sibling sections. */
  readonly ladders: readonly (readonly Tier[])[];
  readonly headings: readonly Heading[];
  /** Tables of contents. */
  readonly contents: readonly Contents[];
  /** Every link and image of the file in document order, including those in entries. */
  readonly links: readonly Link[];
  /** Targets of fragments. */
  readonly anchors: readonly Anchor[];
  readonly directives: readonly Directive[];
  /** The visible text that is neither code nor a URL, in document order. */
  readonly texts: readonly Span[];
  /** Text that was decoded with a wrong character encoding. */
  readonly mojibake: readonly Mojibake[];
  /** In document order. */
  readonly blocks: readonly Block[];
  /** Items of Markdown lists in document order, an item before those nested in it. */
  readonly items: readonly Item[];
  readonly tables: readonly Table[];
  readonly definitions: readonly Definition[];
  /** Code, blocks and spans alike, in document order. */
  readonly codes: readonly Position[];
  /** HTML comments in document order, each with its content. */
  readonly comments: readonly Span[];
  /** Comments, `<details>` and code fences that are never closed. */
  readonly unclosed: readonly Unclosed[];
  /** The position of a range of the file, by its offsets. */
  readonly place: (start: number, end: number) => Position;
  /** The Markdown syntax tree, for rules that are remark-lint plugins; null unless it was requested. Read from the text without its BOM, and without front matter and `unread` parts. */
  readonly root: Root | null;
  /** BCP 47 tag of the language; null if none was given and none was detected. */
  readonly lang: string | null;
  /** How much of the list was read as entries. */
  readonly coverage: Coverage;
  /** YAML or TOML at the start of the file, with its delimiters: not Markdown, and never rewritten. Null for none. */
  readonly frontMatter: Position | null;
  /** Parts over a limit, which were read as if they were empty, in document order. */
  readonly unread: readonly Unread[];
}
