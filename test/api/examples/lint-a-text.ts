import { fix, type LintOptions, lint } from 'listwright';

const text = `# Kites

> Kites, and what keeps them up.

## Reels

- [Winder](https://winder.example/) - Winds a mile of line
- [Spool](https://spool.example/) - Holds what the winder wound.
`;

const options: LintOptions = { preset: 'minimal', rules: { 'description-end': 'warning' } };

const findings = await lint(text, options);
for (const { start, severity, message, rule } of findings) {
  console.log(`${start.line}:${start.column} ${severity}: ${message} (${rule})`);
}

const fixed = await fix(text, options);
console.log(`${fixed.applied} fixed, ${fixed.findings.length} left`);

/* Prints:
7:58 warning: The description of `Winder` should end with a period (description-end)
1 fixed, 0 left
*/
