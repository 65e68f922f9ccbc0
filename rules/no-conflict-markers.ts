import * as v from 'valibot';
import type { List } from '../src/model/list.js';
import type { Position } from '../src/model/position.js';
import { blankCode } from '../src/rule-kit/blank-code.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { ignoreOption } from '../src/rule-kit/shared-options.js';

interface Marker {
  readonly sign: string;
  readonly at: Position;
}

export default defineRule({
  id: 'no-conflict-markers',
  topic: 'text',
  summary: 'Resolve every merge conflict',
  why: 'The markers of an unfinished merge are shown as text and headings, and readers see two versions of the same lines.',
  severity: { awesome: 'error', list: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'none',
  messages: {
    conflict: 'Unresolved merge conflict ({count} lines); keep the right lines and delete the markers',
    marker: '`{sign}` is a leftover merge conflict marker; delete the line',
  },
  options: v.object({ ...ignoreOption }),
  examples: [
    {
      text: '# Kites\n\n<<<<<<< HEAD\n- [Silk](https://silk.example/) - Costly.\n=======\n- [Silk](https://silk.example/) - Dear.\n>>>>>>> sails\n',
      finds: ['3:1 conflict'],
      note: 'Its three markers are one finding.',
    },
    {
      text: '# Kites\n\n<<<<<<< HEAD\nA\n||||||| 1a2b3c4\nB\n=======\nC\n>>>>>>> sails\n\nText.\n\n>>>>>>> sails\n',
      finds: ['3:1 conflict', '13:1 marker'],
    },
    { text: '# Kites\n\n<<<<<<< HEAD\n\n- [Silk](https://silk.example/)\n', finds: ['3:1 marker'] },
    { text: 'Kites\n=======\n\nAll that flies.\n', finds: [], note: 'The underline of a title.' },
    { text: '# Kites\n\n```\n<<<<<<< HEAD\n=======\n>>>>>>> sails\n```\n', finds: [], note: 'Code is ignored.' },
    { text: '# Kites\n\n>>>>>> Six deep.\n\n<<<<<<<< eight\n\nA <<<<<<< HEAD in a line.\n', finds: [] },
    { text: '# Kites\n\n>>>>>> Six said.\n>>>>>>> Seven said.\n', finds: [], note: 'Nested quotes.' },
    { text: '# Kites\n\n>>>>>>>\n> Quoted.\n', finds: [], note: 'A marker is followed by the name of the branch.' },
  ],
  check({ list, report }) {
    let open: Marker | null = null;
    let inside: Position[] = [];
    const leave = ({ sign, at }: Marker): void => report({ message: 'marker', at, data: { sign } });
    for (const marker of markersIn(list)) {
      if (marker.sign === '<<<<<<<') {
        if (open !== null) leave(open);
        open = marker;
        inside = [];
      } else if (marker.sign !== '>>>>>>>') inside.push(marker.at);
      else if (open === null) {
        if (!isQuote(list.text, marker.at)) leave(marker);
      } else {
        const count = marker.at.start.line - open.at.start.line + 1;
        const region = list.place(open.at.start.offset, marker.at.end.offset);
        report({
          message: 'conflict',
          at: open.at,
          places: [...inside, marker.at],
          explains: [region],
          data: { count },
        });
        open = null;
      }
    }
    if (open !== null) leave(open);
  },
});

/** The lines that Git writes around what it could not merge, in order. */
function markersIn(list: List): readonly Marker[] {
  const marks = /^(?:(<<<<<<<|>>>>>>>|\|\|\|\|\|\|\|) \S|(=======)[ \t]*$)/gm;
  return [...blankCode(list).matchAll(marks)].map((hit) => {
    const sign = hit[1] ?? hit[2] ?? '';
    return { sign, at: list.place(hit.index, hit.index + sign.length) };
  });
}

/** Seven signs between other quoted lines are a quote. */
function isQuote(text: string, { start, end }: Position): boolean {
  return (
    /\n>.*\r?\n$/.test(text.slice(Math.max(0, start.offset - 300), start.offset)) ||
    /^.*\r?\n>/.test(text.slice(end.offset, end.offset + 300))
  );
}
