import * as v from 'valibot';
import type { Fix } from '../src/model/finding.js';
import type { Span } from '../src/model/position.js';
import { defineRule } from '../src/rule-kit/define-rule.js';
import { scopeOptions } from '../src/rule-kit/shared-options.js';
import { placeIn } from '../src/rule-kit/visible-text.js';
import { foldName } from '../src/text/fold-name.js';
import { requirementsOf } from './tier-prerequisites/requirements.js';
import { type TierTarget, targetsOf } from './tier-prerequisites/targets.js';

export default defineRule({
  id: 'tier-prerequisites',
  topic: 'tiers',
  summary: 'Name only earlier entries as prerequisites, by their exact names',
  why: 'Readers cannot find a prerequisite under another name, and one that is listed later comes too late for them.',
  severity: { awesome: 'off', list: 'off', roadmap: 'warning', minimal: 'off', default: 'warning' },
  fix: 'suggest',
  supersededBy: ['no-placeholder', 'url-wellformed', 'fragment-resolves'],
  messages: {
    later: 'Prerequisite `{name}` comes later, on line {line}; move it up or require something earlier',
    spelling: 'Prerequisite `{found}` is named `{name}` on line {line}; use the same name',
    unknown: 'Prerequisite `{found}` is not in the list; add it, or add its name to the option `external`',
  },
  options: v.object({
    external: v.optional(
      v.pipe(v.array(v.string()), v.description('Names of prerequisites that readers learn elsewhere, in any case.')),
      [],
    ),
    unknown: v.optional(
      v.pipe(v.boolean(), v.description('Report names in a column of prerequisites that are not in the list.')),
      false,
    ),
    ...scopeOptions,
  }),
  examples: [
    {
      text: course('Knot-Tying | none', 'Loops | Knot Tying', 'Teams | Lops and landings, Loops'),
      finds: ['6:33 spelling'],
      fixed: course('Knot-Tying | none', 'Loops | Knot-Tying', 'Teams | Lops and landings, Loops'),
    },
    {
      text: course('Loops | Landing', 'Landing | [Teams](#teams)', 'Safe Launching | -', 'Turns | Save Launching'),
      finds: ['5:33 later', '6:35 later', '8:33 spelling'],
      fixed: course('Loops | Landing', 'Landing | [Teams](#teams)', 'Safe Launching | -', 'Turns | Safe Launching'),
    },
    {
      text: '# Kites\n\n## Tier 1: Launch\n\n- [Delta](https://plans.example/delta) - Steers. Prerequisites: Foil, a steady hand.\n\n## Tier 2: Loops\n\n- [Foil](https://plans.example/foil)\n',
      finds: ['5:65 later'],
    },
    {
      text: course('Loops | a steady hand', 'Teams | Loops, thick gloves'),
      options: { unknown: true, external: ['Thick gloves'] },
      finds: ['5:33 unknown'],
    },
    {
      text: course(
        'Loops 1: Left | none',
        'Loops 2: Right | Loops 1',
        'Teams | loops 2, basic sewing',
        'Sewing | Loops 3',
      ),
      finds: [],
      note: 'The first part of a name is enough; a lowercase subject is general knowledge.',
    },
    {
      text: '# Kites\n\n## Prerequisites\n\nSee [Teams](#teams) for what two need.\n\n## Flying\n\n- [Foil](https://plans.example/foil) - Prerequisites: [Wind](#prerequisites).\n\n## Teams\n\n- [Box](https://plans.example/box)\n',
      finds: [],
      note: 'A section about the whole list may point ahead.',
    },
    {
      text: '# Kites\n\n## Sewing\n\n- [Hem](https://cloth.example/hem) - No prerequisites. After it, Fold and Cut.\n- [Fold](https://cloth.example/fold)\n',
      finds: [],
    },
  ],
  check({ list, options, report }) {
    const requirements = requirementsOf(list);
    if (requirements.length === 0) return;
    const targets = targetsOf(list);
    const external = new Set(['', 'none', 'na', ...options.external].map(foldName));
    for (const { names, links, before, column } of requirements) {
      const late = (found: readonly TierTarget[]): TierTarget | null =>
        found.every((one) => one.position.start.offset > before) ? (found[0] ?? null) : null;
      for (const link of links) {
        const target = late(targets.linked(link));
        if (target === null) continue;
        const data = { name: link.text, line: target.position.start.line };
        report({ message: 'later', at: link.position, link, data });
      }
      for (const name of names.flatMap((span) => partsOf(span, (text) => targets.named(text).length > 0))) {
        if (external.has(foldName(name.text))) continue;
        const found = targets.named(name.text).filter((one) => isName(name.text) || !isName(one.name));
        const short = found.length > 0 ? found : targets.shortened(name.text);
        const near = short.length > 0 || !isName(name.text) ? null : targets.near(name.text);
        const meant = near ?? found[0];
        const target = late(short);
        if (target !== null) {
          report({ message: 'later', at: name.position, data: { name: name.text, line: target.position.start.line } });
        } else if (meant !== undefined && !found.some((one) => isSame(one.name, name.text))) {
          const data = { found: name.text, name: meant.name, line: meant.position.start.line };
          report({ message: 'spelling', at: name.position, data, fix: write(name, meant.name) });
        } else if (options.unknown && column && short.length === 0 && targets.named(name.text).length === 0) {
          report({ message: 'unknown', at: name.position, data: { found: name.text } });
        }
      }
    }
  },
});

/** A subject in small letters is what readers bring along, whatever an entry is called. */
const isName = (text: string): boolean => text !== text.toLowerCase() || text === text.toUpperCase();

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The names in a text: all of it, or what commas and then `and` part. */
function partsOf(span: Span, isKnown: (text: string) => boolean): readonly Span[] {
  const whole = pieces(span, /$/gu)[0];
  if (whole === undefined) return [];
  if (isKnown(whole.text)) return [whole];
  return pieces(whole, /[,;、，；]/gu).flatMap((part) =>
    isKnown(part.text) ? [part] : pieces(part, /(?<!\s)\s+(?:and|or|&|y|e|und|et)\s+/giu),
  );
}

/** Cuts a text where a pattern matches, and trims the parts. */
function pieces(span: Span, at: RegExp): readonly Span[] {
  const cuts = [...span.text.matchAll(at)];
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)];
  return starts.flatMap((start, index) => {
    const text = span.text.slice(start, cuts[index]?.index);
    const lead = /^[\s.,;]*/u.exec(text)?.[0].length ?? 0;
    const trimmed = text.slice(lead).replace(/(?<![\s.])[\s.]+$/u, '');
    if (trimmed === '') return [];
    return [{ text: trimmed, position: placeIn(span, start + lead, start + lead + trimmed.length) }];
  });
}

function write({ text, position }: Span, name: string): Fix | null {
  const [start, end] = [position.start.offset, position.end.offset];
  return end - start === text.length ? { safe: false, edits: [{ start, end, text: name }] } : null;
}

function course(...rows: readonly string[]): string {
  const lines = rows.map((row) => `| ${row.replace(/^([^|]+) \|/, '[$1](https://k.example/) |')} |\n`).join('');
  return `# Kites\n\n| Course | Prerequisites |\n| --- | --- |\n${lines}\n## Teams\n\n- [Fly](https://fly.example/)\n`;
}
