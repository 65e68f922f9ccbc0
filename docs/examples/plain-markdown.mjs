// In the configuration: "plugins": ["./plain-markdown.mjs"], "rules": { "blank-lines": "warning", "no-tabs": "warning", "no-html": "warning", "padded-cells": "warning" }

/** Matches of a pattern that are not in code or a comment. */
function* found(list, pattern) {
  const hidden = [...list.codes, ...list.comments.map(({ position }) => position)];
  for (const { index, 0: text } of list.text.matchAll(pattern)) {
    const isHidden = hidden.some(({ start, end }) => start.offset <= index && index < end.offset);
    if (!isHidden) yield { text, at: list.place(index, index + text.length) };
  }
}

/** How many lines are empty in the space between two texts. */
const emptyLines = (space) => Math.max(0, space.split('\n').length - 2);

const blankLines = {
  id: 'blank-lines',
  summary: 'Leave two empty lines above a heading and one below it',
  why: 'Sections are easier to find in the source if all have the same distance.',
  messages: {
    above: 'Expected two empty lines above this heading (found: {count})',
    below: 'Expected one empty line below this heading (found: {count})',
  },
  check({ list, report }) {
    const { text, headings } = list;
    let previousEnd = 0;
    for (const { position } of headings) {
      const [start, end] = [position.start.offset, position.end.offset];
      const between = text.slice(previousEnd, start);
      // Above a heading right below another one, the distance is that of the other.
      const isAlone = between.trim() === '';
      const above = emptyLines(/\s*$/.exec(between)[0]);
      if (!isAlone && above !== 2) report({ message: 'above', at: position, data: { count: above } });
      const below = emptyLines(/^\s*/.exec(text.slice(end))[0]);
      if (end < text.trimEnd().length && below !== 1)
        report({ message: 'below', at: position, data: { count: below } });
      previousEnd = end;
    }
  },
  examples: [
    { text: '# Kites\n\n\n## Silk\n\n- [Jib](https://jib.test/)\n\n\n## Linen\n\nNone.\n', finds: ['1:1 below'] },
    { text: '# Kites\n\n## Silk\n\n- [Jib](https://jib.test/)\n\n\n## Linen\n\nNone.\n', finds: [] },
    {
      text: '# Kites\n\n## Silk\n- [Jib](https://jib.test/)\n\n## Linen\n\nNone.\n',
      finds: ['3:1 below', '6:1 above'],
    },
  ],
};

const noTabs = {
  id: 'no-tabs',
  summary: 'Indent with spaces',
  why: 'Tabs are of another width for each reader.',
  messages: { tab: 'Use spaces in place of this tab' },
  check({ list, report }) {
    for (const { at } of found(list, /\t+/g)) report({ message: 'tab', at });
  },
  examples: [
    { text: '- [Jib](https://jib.test/)\t- Small.\n', finds: ['1:27 tab'] },
    { text: '- [Jib](https://jib.test/) - `a\tb`.\n', finds: [] },
  ],
};

const noHtml = {
  id: 'no-html',
  summary: 'Write Markdown in place of HTML',
  why: 'HTML is harder to read and to correct.',
  messages: { html: 'Write Markdown in place of `{tag}`' },
  check({ list, report }) {
    for (const { text, at } of found(list, /<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>/gi))
      report({ message: 'html', at, data: { tag: text } });
  },
  examples: [
    { text: '- [Jib](https://jib.test/) - Small <img src="https://jib.test/a.png">.\n', finds: ['1:36 html'] },
    { text: '- [Jib](https://jib.test/) - Smaller than `<b>` and <https://kit.test/>. <!-- new -->\n', finds: [] },
  ],
};

const paddedCells = {
  id: 'padded-cells',
  summary: 'Write one space at each side of a cell',
  why: 'Rows are easier to read and to compare in the source.',
  messages: { cell: 'Expected one space at each side of this cell' },
  check({ list, report }) {
    // Tables that the configuration has no `entries.columns` for are of another kind.
    const rows = list.entries.filter(({ form, fields }) => form === 'row' && fields !== null);
    for (const { start, end } of rows.map(({ position }) => position)) {
      const row = list.text.slice(start.offset, end.offset);
      for (const { index, 1: cell } of row.matchAll(/(?<=\|)((?:[^|\\]|\\.)+)(?=\|)/g)) {
        const at = start.offset + index;
        if (cell.trim() !== '' && !/^ \S(?:.*\S)? $/.test(cell))
          report({ message: 'cell', at: list.place(at, at + cell.length) });
      }
    }
  },
  examples: [
    {
      text: '| Kite | Hue |\n|:---|:---|\n| [Jib](https://jib.test/)| Red |\n|  [Kit](https://kit.test/) | Red |\n',
      entries: { columns: { Kite: '[{name}]({url})' } },
      finds: ['3:2 cell', '4:2 cell'],
    },
    {
      text: '|Kite|Hue|\n|---|---|\n| [Jib](https://jib.test/) | a \\| b |\n| [Kit](https://kit.test/) | |\n',
      entries: { columns: { Kite: '[{name}]({url})' } },
      finds: [],
    },
    { text: '| Kite |\n|---|\n|[Jib](https://jib.test/)|\n', finds: [] },
  ],
};

export default { rules: [blankLines, noTabs, noHtml, paddedCells] };
