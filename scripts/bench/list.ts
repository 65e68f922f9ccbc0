/** A list of `entries` entries in sections of fifty, with a table of contents, badges, code and a few tiers. */
export function makeList(entries: number): string {
  const sections = Math.ceil(entries / 50);
  const contents = Array.from({ length: sections }, (_, index) => `- [Section ${index}](#section-${index})`);
  const lines = [
    '# Awesome Benches',
    '',
    '> Places to sit down, and what can be seen from there.',
    '',
    '## Contents',
    '',
    ...contents,
  ];
  for (let index = 0; index < entries; index++) {
    if (index % 50 === 0) lines.push('', `## Section ${index / 50}`, '', 'Some words about what stands below.', '');
    const badge = index % 9 === 0 ? ' ![new](https://img.test/new.svg)' : '';
    const name =
      index % 7 === 0
        ? `**[Bench ${index}](https://host${index % 500}.test/bench/${index})**`
        : `[Bench ${index}](https://host${index % 500}.test/bench/${index})`;
    lines.push(`- ${name}${badge} - A bench by the \`river ${index % 11}\`, with a view of hills and of the old mill.`);
  }
  return `${lines.join('\n')}\n`;
}
