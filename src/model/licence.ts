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

/** The licence that a text is, told by words of its own; null when none is known. A text that also names Creative Commons counts as that. */
export function licenceOf(text: string): Licence | null {
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
