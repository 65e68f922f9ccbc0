import { posix } from 'node:path';
import type { Files } from '../../src/model/files.js';
import type { List } from '../../src/model/list.js';

/** What a licence is written for. */
type LicenceSort = 'creative-commons' | 'software' | 'other';

/** A licence that was known by its text. */
interface Licence {
  readonly name: string;
  readonly sort: LicenceSort;
}

/** Words that the text of one licence has; others name it further down, so the one that comes first in the text tells. */
const marks: readonly (readonly [RegExp, string, LicenceSort])[] = [
  [/\bCC0\b|creativecommons\.org\/publicdomain\/zero/i, 'CC0', 'creative-commons'],
  [/creative\s{0,9}commons/i, 'a Creative Commons licence', 'creative-commons'],
  [/\bCC[ -]BY\b/, 'a Creative Commons licence', 'creative-commons'],
  [/Attribution(?:-\w+){0,3} \d\.0 (?:International|Unported)/, 'a Creative Commons licence', 'creative-commons'],
  [/GNU Free Documentation License/i, 'the GNU Free Documentation License', 'other'],
  [/SIL Open Font License/i, 'the SIL Open Font License', 'other'],
  [/GNU Affero General Public License/i, 'the GNU AGPL', 'software'],
  [/GNU (?:Lesser|Library) General Public License/i, 'the GNU LGPL', 'software'],
  [/GNU General Public License/i, 'the GNU GPL', 'software'],
  [/Mozilla Public License/i, 'the Mozilla Public License', 'software'],
  [/Eclipse Public License/i, 'the Eclipse Public License', 'software'],
  [/Apache License,?\s{0,9}Version 2/i, 'the Apache License', 'software'],
  [/Do What The F\S{1,4} You Want To Public License|\bWTFPL\b/i, 'the WTFPL', 'software'],
  [/free and unencumbered software released into the public domain|unlicense\.org/i, 'the Unlicense', 'software'],
  [/Boost Software License/i, 'the Boost Software License', 'software'],
  [/provided 'as-is', without any express or implied warranty/i, 'the zlib License', 'software'],
  [/Redistribution and use in source and binary forms/i, 'a BSD licence', 'software'],
  [/Permission to use, copy, modify, and\/?(?:or)? distribute this software/i, 'the ISC License', 'software'],
  [/Permission is hereby granted, free of charge, to any person/i, 'the MIT License', 'software'],
  [/^\W*(?:the )?MIT Licen[cs]e\b/i, 'the MIT License', 'software'],
];

/** The license that a text is, detected by its words; null when none is known. A text that also names Creative Commons counts as that. */
export function licenseOf(text: string): Licence | null {
  const flat = text.slice(0, 100_000).replace(/\s+/g, ' ');
  const hits = marks.flatMap(([words, name, sort]) => {
    const at = flat.search(words);
    return at < 0 ? [] : [{ at, name, sort }];
  });
  hits.sort((a, b) => a.at - b.at);
  const [first] = hits;
  if (first === undefined) return null;
  const freed = first.sort === 'software' ? hits.find((hit) => hit.sort === 'creative-commons') : undefined;
  const { name, sort } = freed ?? first;
  return { name, sort };
}

/** Folders in which GitHub looks for the files that tell people how a project is run. */
export const communityFolders: readonly string[] = ['.github', '', 'docs'];

const endings = ['.md', '', '.txt', '.rst', '.adoc', '.markdown'];

/** Names that a licence file has, without ending. */
const licences = ['license', 'licence', 'copying', 'unlicense', 'unlicence', 'copyright', 'ofl'];
/** What follows in the names of licence files where there is more than one. */
const marked = ['cc0', 'cc-by', 'cc-by-4.0', 'cc-by-sa', 'docs', 'content', 'code', 'mit', 'apache'];

/** Addresses that stand in well-known codes of conduct, each with the owner who answers there. */
const strangers: ReadonlyMap<string, string> = new Map([
  ['sindresorhus@gmail.com', 'sindresorhus'],
  ['opensource@github.com', 'github'],
]);

/** The files of a name in some folders, in any case and with any usual ending, as they are spelled. */
export function filesNamed(
  name: string,
  folders: readonly string[],
  files: Files,
  among: readonly string[] = endings,
): readonly string[] {
  return folders.flatMap((folder) =>
    among.flatMap((ending) => {
      const path = files.nearest(posix.join(folder, name + ending));
      return path !== null && files.kind(path) === 'file' ? [path] : [];
    }),
  );
}

/** The licence files of a repository; a folder of licences counts as one. */
export function licenseFiles(files: Files): readonly string[] {
  const plain = licences.flatMap((name) => filesNamed(name, [''], files));
  const others = marked.flatMap((mark) =>
    ['license', 'licence'].flatMap((name) => filesNamed(`${name}-${mark}`, [''], files, ['', '.md', '.txt'])),
  );
  const folder = ['LICENSES', 'LICENCES'].flatMap((name) => files.nearest(name) ?? []);
  return [...plain, ...others, ...folder];
}

/** GitHub shows the one in `.github` before that in the root, and one in `docs` only where there is no other. */
export function isReadme(file: string, files: Files): boolean {
  const { folder } = files;
  if (!/^readme\.md$/i.test(file) || !communityFolders.includes(folder)) return false;
  return folder !== 'docs' || filesNamed('readme', ['', '.github'], files).length === 0;
}

/** A list that is not shown on the first page of its repository, because no file there is the readme. */
export function isMisnamed(file: string, { title, entries }: List, files: Files): boolean {
  if (files.folder !== '' || /^readme\.md$/i.test(file) || entries.length === 0) return false;
  const isMeant = /^readme\.\w+$/i.test(file) || /^awesome\b/i.test(file) || /^awesome\b/i.test(title ?? '');
  const isShown = filesNamed('readme', communityFolders, files).some((one) => one !== file);
  return isMeant && !/^readme[-_.]\w+\./i.test(file) && !isShown;
}

/** What a code of conduct has left from the template it was made of: an open place, or the address of someone else; null for nothing. */
export function isLeftOver(code: string, repository: string | null): string | null {
  const open = /\[(?:INSERT|YOUR)[A-Z _-]*\]/.exec(code);
  if (open !== null) return open[0];
  const owner = repository?.split('/')[0];
  if (owner === undefined) return null;
  const written = code.toLowerCase();
  return [...strangers].find(([address, whose]) => whose !== owner && written.includes(address))?.[0] ?? null;
}
