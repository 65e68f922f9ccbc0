import * as v from 'valibot';
import type { Entry, List, Section } from '../src/model/list.js';
import { sectionOf } from '../src/model/list.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { translationsOf } from '../src/rule-kit/translations.js';
import { groupBy } from '../src/text/group-by.js';
import { plural, pluralForm } from '../src/text/plural.js';
import { lineLinks } from '../src/url/line-links.js';
import { languageNeutral } from './translations-match/language-neutral.js';

/** Files that share fewer links, or less than half of the shorter one's, are separate lists. */
const leastShared = 3;

export default defineRule({
  id: 'translations-match',
  topic: 'translations',
  summary: 'Keep the same entries in all translations of a list',
  why: 'Readers of a translation never see the entries it is missing, and dead entries can linger there for years.',
  messages: {
    lacks: '`{file}` is missing {what} of this section (first: `{name}`); add {them}',
  },
  options: v.object({
    groups: v.optional(
      v.pipe(
        v.array(v.array(v.string())),
        v.description(
          'Files that are the same list in several languages, as groups of paths from the root of the repository. Other files are recognized by their names (`README.zh.md`, `docs/zh/README.md`) and by the links that they share.',
        ),
      ),
      [],
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: '# Tea\n\n## Green\n\n- [Sencha](https://sencha.test)\n- [Matcha](https://matcha.test)\n\n## Black\n\n- [Assam](https://assam.test)\n- [Keemun](https://keemun.test)\n',
      files: {
        'README.zh.md':
          '# 茶\n\n- [煎茶](http://sencha.test/)\n- [阿萨姆](https://www.assam.test)\n- [祁门](https://keemun.test)\n',
      },
      finds: ['3:1 lacks'],
      note: 'The same pages with other names and in another order are the same entries.',
    },
    {
      text: '# Tea\n\n- [Sencha](https://sencha.test)\n- [Matcha](https://matcha.test)\n- [Assam](https://assam.test)\n',
      files: {
        'README-ja.md': '- [1](https://sencha.test)\n- [2](https://matcha.test)\n- [3](https://assam.test)\n',
        'docs/de/README.md': '- [1](https://sencha.test)\n- [2](https://matcha.test)\n- [3](https://assam.test)\n',
      },
      finds: [],
    },
    {
      text: '# Tea\n\n- [Sencha](https://sencha.test)\n- [Matcha](https://matcha.test)\n- [Assam](https://assam.test)\n- [Oolong](https://oolong.test/)\n',
      files: {
        'docs/de/README.md': '- [1](https://sencha.test)\n- [2](https://matcha.test)\n- [3](https://assam.test)\n',
      },
      finds: ['6:1 lacks'],
      note: 'An entry outside of sections is reported where it is.',
    },
    {
      text: '# Tee\n\n- [Sencha](https://sencha.test)\n- [Matcha](https://matcha.test)\n- [Assam](https://assam.test)\n',
      path: 'README.de.md',
      files: { 'README.md': '- [1](https://sencha.test)\n- [2](https://matcha.test)\n', 'README.de.md': '' },
      options: { groups: [['README.md', 'README.de.md']] },
      finds: ['5:1 lacks'],
      note: 'What a translation has and the original lacks is reported in the translation.',
    },
    {
      text: '# Books\n\n- [A](https://a.test)\n- [B](https://b.test)\n- [C](https://c.test)\n- [D](https://d.test)\n',
      files: {
        'README-es.md': '- [X](https://x.test)\n- [Y](https://y.test)\n- [A](https://a.test)\n- [B](https://b.test)\n',
      },
      finds: [],
      note: 'Files that share few links are different lists.',
    },
    {
      text: '# Tea\n\n- [Sencha](https://sencha.test)\n- [Matcha](https://matcha.test)\n- [Assam](https://assam.test)\n- [Oolong](https://oolong.test)\n',
      files: {
        'README-old.md': '- [1](https://sencha.test)\n- [2](https://matcha.test)\n- [3](https://assam.test)\n',
        'README.template.md': '- [1](https://sencha.test)\n- [2](https://matcha.test)\n- [3](https://assam.test)\n',
      },
      finds: [],
      note: 'These names have no language.',
    },
    {
      text: '# Tea\n\n- [Sencha](https://en.wikipedia.org/wiki/Sencha)\n- [Docs](https://docs.test/en-us/tea)\n- [Assam](https://assam.test)\n- [Keemun](https://keemun.test)\n',
      files: {
        'README.zh-CN.md':
          '- [煎茶](https://zh.wikipedia.org/wiki/煎茶)\n- [文](https://docs.test/zh-cn/tea)\n- [3](https://assam.test)\n- [4](https://keemun.test)\n',
      },
      finds: [],
      note: 'A translation may link to the same page in its language.',
    },
  ],
  check({ list, files, options, report }) {
    const path = files.folder === '' ? fileName(list) : `${files.folder}/${fileName(list)}`;
    const named = options.groups
      .filter((group) => group.includes(path))
      .flat()
      .filter((other) => other !== path);
    const guessed = translationsOf(path, files).filter((other) => !named.includes(other));
    const own = new Set(list.links.flatMap(({ url }) => languageNeutral(url) ?? []));
    for (const file of [...named, ...guessed]) {
      const text = files.text(file);
      if (text === null) continue;
      const there = new Set(
        text.split('\n').flatMap((line) => lineLinks(line).flatMap(({ url }) => languageNeutral(url) ?? [])),
      );
      if (!named.includes(file) && !areAlike(own, there)) continue;
      const lacking = list.entries.filter(({ url }) => {
        const key = url === null ? null : languageNeutral(url);
        return key !== null && !there.has(key);
      });
      for (const [section, entries] of groupBy(lacking, sectionOf)) {
        const [first] = entries;
        if (first === undefined) continue;
        const what = plural(entries.length, 'entry', 'entries');
        const them = pluralForm(entries.length, 'it', 'them');
        report({ message: 'lacks', at: placeOf(section, first), data: { file, what, name: first.name, them } });
      }
    }
  },
});

function fileName({ path }: List): string {
  return path.split('/').at(-1) ?? path;
}

function placeOf(section: Section | null, entry: Entry) {
  return section === null ? entry.position : section.heading;
}

/** True for two files that share most links of the one that has fewer. */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((key) => other.has(key)).length;
  return shared >= leastShared && shared * 2 >= Math.min(one.size, other.size);
}
