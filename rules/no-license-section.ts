import * as v from 'valibot';
import type { Files } from '../src/model/files.js';
import type { Fix } from '../src/model/finding.js';
import type { List, Section } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { removeSection } from '../src/rule-kit/edits.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { nodesIn } from '../src/text/document-order.js';

const titles =
  /^(?:(?:the |our )?(?:licen[sc]e|copyright)(?:(?: and | & | ?\/ ?)(?:licen[sc]e|copyright))?|许可证?|许可协议|版权|ライセンス|licencia|licença|lizenz)[\s:.]*$/iu;
const fileNames = ['license', 'licence', 'copying', 'unlicense'].flatMap((name) =>
  ['', '.md', '.txt'].flatMap((ending) => [name.toUpperCase() + ending, name + ending]),
);

export default defineRule({
  id: 'no-license-section',
  topic: 'sections',
  summary: 'Keep the license in the LICENSE file',
  why: 'GitHub already displays the license next to the list, so a section about it is redundant.',
  severity: { strict: 'error', awesome: 'off', list: 'off', roadmap: 'off', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  messages: {
    duplicate: 'Section `{title}` repeats the file `{file}`; remove the section',
    forbidden: 'A section `{title}` is not accepted, whatever its level; keep the license in the `LICENSE` file',
    alone: 'The license belongs in a `LICENSE` file; move the `{title}` section there',
  },
  options: v.object({
    anywhere: v.optional(
      v.pipe(v.boolean(), v.description('Report `License` as a heading on any level, whatever is below it.')),
      false,
    ),
    ...scopeOptions,
  }),
  presetOptions: { strict: { anywhere: true } },
  examples: [
    {
      text: '# Kites\n\n## Contents\n\n- [Sails](#sails)\n- [License](#license)\n\n## Sails\n\n- [Silk](https://silk.example/)\n\n## License\n\nCC0.\n',
      files: { LICENSE: 'CC0' },
      finds: ['12:1 duplicate'],
      fixed: '# Kites\n\n## Contents\n\n- [Sails](#sails)\n\n## Sails\n\n- [Silk](https://silk.example/)\n',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk](https://silk.example/)\n\n## 📝 Licence\n\nCC0.\n',
      finds: ['7:1 alone'],
      note: 'Without a file there is nowhere else to read it, so it is kept.',
    },
    {
      text: '# Kites\n\n## Sails\n\n- [Silk][silk]\n\n## License\n\nCC0.\n\n[silk]: https://silk.example/\n',
      files: { LICENSE: 'CC0' },
      finds: ['7:1 duplicate'],
      note: 'Definitions that other sections use are not removed.',
    },
    {
      text: '# Law\n\n## License\n\n- [Plain](https://plain.example/) - Picks one.\n- [Short](https://short.example/) - Explains them.\n',
      finds: [],
      note: 'A section with entries.',
    },
    {
      text: '# Law\n\n## Licensing\n\nHow patents are sold.\n\n## License Tools\n\n- [Plain](https://plain.example/)\n',
      finds: [],
    },
    {
      text: '# Law\n\n## Papers\n\n- [Deed](https://deed.example/)\n\n### Copyright\n\nOn copies.\n',
      finds: [],
      note: 'A subsection is about the topic of its section.',
    },
    {
      text: '# Law\n\n## License\n\n- [Plain](https://plain.example/) - Picks one.\n- [Short](https://short.example/) - Explains them.\n\n### Licence\n\n- [Deed](https://deed.example/)\n\n### License Tools\n\n- [Pick](https://pick.example/)\n',
      options: { anywhere: true },
      finds: ['3:1 forbidden', '8:1 alone'],
    },
  ],
  check({ list, files, options, report }) {
    const reported = new Set<Section>();
    for (const section of list.sections) {
      if (!titles.test(section.title) || !isOfList(section) || recommends(section, list)) continue;
      const file = fileNames.find((name) => files.kind(name) === 'file' || files.kind(below(files, name)) === 'file');
      const at = section.heading;
      reported.add(section);
      if (file === undefined) report({ message: 'alone', at, data: { title: section.title } });
      else report({ message: 'duplicate', at, fix: removal(section, list), data: { title: section.title, file } });
    }
    if (!options.anywhere) return;
    for (const { text, node, position } of list.headings) {
      const known = node?.type === 'section' && reported.has(node);
      if (!known && /^licen[sc]e$/i.test(text)) report({ message: 'forbidden', at: position, data: { title: text } });
    }
  },
});

function below({ folder }: Files, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** True for a heading on its own or in a section about the list. */
function isOfList({ form, parent }: Section): boolean {
  if (form !== 'heading' && form !== 'html') return false;
  if (parent.type === 'list') return true;
  return parent.type === 'section' && (parent.role === 'meta' || parent.depth === 1);
}

/** The parser takes a section of that name to be about the list; links in two items or rows say that it is not. */
function recommends({ children, position }: Section, list: List): boolean {
  const links = nodesIn(list.links, position).filter(({ sort, image }) => sort === 'web' && !image);
  const linked = nodesIn(list.items, position).filter((item) => nodesIn(links, item.position).length > 0);
  return children.length > 0 || linked.length > 1;
}

function removal(section: Section, list: List): Fix | null {
  const edits = removeSection(list, section);
  return edits === null ? null : { safe: false, edits };
}
