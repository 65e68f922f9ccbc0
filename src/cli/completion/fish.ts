import { addTo } from '../../text/group-by.js';
import type { CallShape, CommandShape, OptionShape } from './command-shape.js';
import type { ValueSource } from './values.js';

/** A script for fish 3.0 and later. */
export function fishScript({ commands, options }: CallShape): string {
  const [first] = commands;
  return `# What completes listwright in fish; written by "listwright completion fish".
function __listwright_command
    for word in (commandline -opc)[2..-1]
        switch $word
            case '-*'
                continue
            case ${commands.map(({ name }) => name).join(' ')}
                echo $word
                return
            case '*'
                echo ${first?.name ?? ''}
                return
        end
    end
end

function __listwright_is
    set -l command (__listwright_command)
    test -n "$command"; or set command ${first?.name ?? ''}
    contains -- $command $argv
end

function __listwright_value
    commandline -ct | string replace -r -- '^--[a-z-]+=' ''
end

function __listwright_files
    set -l endings (string join '|' -- $argv)
    set -l value (__listwright_value)
    complete -C"'' $value" | string match -r -- "^[^\\t]*(?:/|\\.(?:$endings))(?:\\t.*)?\\$"
end

function __listwright_pairs
    set -l name (__listwright_value | string match -r -- '^[^=]+(?==)')
    test -n "$name"; and printf '%s\\n' $name=$argv
end

function __listwright_outputs
    set -l value (__listwright_value | string match -r -- '^([^=]+)=(.*)$')
    test (count $value) -eq 3; and complete -C"'' $value[3]" | string replace -r -- '^' "$value[2]="
end

function __listwright_list
    set -l head (__listwright_value | string match -r -- '^.*,')
    test -n "$head"; or set head ''
    printf '%s\\n' $head$argv
end

complete -c listwright -f
${commands.map(({ name, means }) => `complete -c listwright -n 'test -z (__listwright_command)' -a ${name} -d ${fishQuoted(means)}`).join('\n')}
${commands.map(argumentLines).join('\n')}
${optionLines(commands)}
${options
  .filter(({ long }) => long !== '--help')
  .map((option) => `complete -c listwright -n 'test -z (__listwright_command)' ${optionParts(option)}`)
  .join('\n')}
`;
}

/** Inside fish's single quotes only the quote and the backslash are escaped. */
const fishQuoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** The same option of several commands is one line. */
function optionLines(commands: readonly CommandShape[]): string {
  const byParts = new Map<string, string[]>();
  for (const { name, options } of commands)
    for (const option of options) {
      const parts = optionParts(option);
      addTo(byParts, parts, name);
    }
  return [...byParts]
    .map(([parts, names]) => `complete -c listwright -n '__listwright_is ${names.join(' ')}' ${parts}`)
    .join('\n');
}

function optionParts({ long, short, means, values }: OptionShape): string {
  // The one option that holds its value is a word of its own.
  if (long.includes('=')) return `-a ${fishQuoted(long)} -d ${fishQuoted(means)}`;
  const names = `-l ${long.slice(2)}${short === null ? '' : ` -s ${short.slice(1)}`}`;
  return `${names}${values === null ? '' : ` -x${actionOf(values)}`} -d ${fishQuoted(means)}`;
}

function argumentLines({ name, arguments: places }: CommandShape): string {
  return places
    .filter(({ values }) => values.kind !== 'free')
    .map(({ values }) => `complete -c listwright -n '__listwright_is ${name}'${actionOf(values)}`)
    .join('\n');
}

/** Substitutions in single quotes run when something is completed. */
function actionOf(values: ValueSource): string {
  switch (values.kind) {
    case 'words':
      return ` -a ${fishQuoted(values.words.join(' '))}`;
    case 'list':
      return ` -a ${fishQuoted(`(__listwright_list ${values.words.join(' ')})`)}`;
    case 'refs':
      return ` -a ${fishQuoted(`${values.words.join(' ')} (git for-each-ref --format='%(refname:short)' 2>/dev/null)`)}`;
    case 'files':
      return ` -a ${fishQuoted(`(__listwright_files ${values.endings.join(' ')})`)}`;
    case 'outputs':
      return ` -a ${fishQuoted(`${values.words.join(' ')} (__listwright_outputs)`)}`;
    case 'pairs':
      return ` -a ${fishQuoted(`${values.names.map((name) => `${name}=`).join(' ')} (__listwright_pairs ${values.words.join(' ')})`)}`;
    case 'free':
      return '';
  }
}
