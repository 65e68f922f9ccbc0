import type { Command } from 'commander';
import { exitStatuses } from '../../src/cli/exit-statuses.js';

/** The page of the command line: what --help prints, for the program and for each command. */
export function cliPage(program: Command): string {
  const commands = program.commands.filter((command) => command.name() !== 'help');
  const index = [
    '- [`listwright`](#listwright)',
    ...commands.map((command) => `- [\`listwright ${command.name()}\`](#listwright-${command.name()})`),
  ];
  const sections = commands.map(
    (command) => `## \`listwright ${command.name()}\`\n\n${printed(command.helpInformation())}`,
  );
  return `# Command line

<!-- Made by npm run sync from what --help prints; edit src/cli there. -->

This page contains the output of \`listwright help <command>\`. Most options can also be set in the [configuration](configuration.md).

${index.join('\n')}
- [Exit status](#exit-status)

## \`listwright\`

${printed(program.helpInformation())}

${sections.join('\n\n')}

## Exit status

| status | meaning |
| --- | --- |
${exitStatuses.map(({ status, means }) => `| ${status} | ${means.replace('--max-warnings', '`--max-warnings`')} |`).join('\n')}

Reports go to standard output; progress and notices go to standard error.
`;
}

function printed(help: string): string {
  return `\`\`\`text\n${help.replace(/[ \t]+$/gm, '').trimEnd()}\n\`\`\``;
}
