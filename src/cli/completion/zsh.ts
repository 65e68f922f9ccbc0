import type { CallShape, CommandShape, OptionShape } from './command-shape.js';
import { shellQuoted } from './command-shape.js';
import type { ValueSource } from './values.js';

/** A script for zsh's completion system: a file `_listwright` in `fpath`, or `source <(listwright completion zsh)`. */
export function zshScript({ commands, options }: CallShape): string {
  const [first] = commands;
  return `#compdef listwright
# What completes listwright in zsh; written by "listwright completion zsh".

_listwright_pairs() {
  local -a names=("\${(@s: :)1}") values=("\${(@s: :)2}")
  if compset -P '*='; then compadd -- "\${values[@]}"; else compadd -q -S = -- "\${names[@]}"; fi
}

_listwright_outputs() {
  local -a names=("\${(@s: :)1}")
  if compset -P '*='; then _files; else compadd -- "\${names[@]}"; fi
}

_listwright_refs() {
  local -a refs=("$@" \${(f)"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)"})
  compadd -- "\${refs[@]}"
}

_listwright_commands() {
  local -a commands=(
${commands.map(({ name, means }) => `    ${shellQuoted(`${name}:${means.replaceAll(':', '\\:')}`)}`).join('\n')}
  )
  _describe -t commands command commands
}

_listwright() {
  local curcontext=$curcontext command=${first?.name ?? ''}
  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
    _alternative 'commands:command:_listwright_commands' ${shellQuoted(`lists:list:${actionOf(first?.arguments[0]?.values ?? { kind: 'free' })}`)}
    return
  fi
  if ((CURRENT > 2)); then
    case $words[2] in
      ${commands.map(({ name }) => name).join('|')}) command=$words[2]; shift words; ((CURRENT--)) ;;
    esac
  fi
  case $command in
${commands.map((command, at) => `    ${command.name})\n${specs(command, at === 0 ? options : [])}\n    ;;`).join('\n')}
  esac
}

if [[ $funcstack[1] == _listwright ]]; then _listwright "$@"; else compdef _listwright listwright; fi
`;
}

function specs({ options, arguments: places }: CommandShape, more: readonly OptionShape[]): string {
  const all = [...options, ...more.filter(({ long }) => !options.some((option) => option.long === long))];
  const lines = [
    ...all.flatMap(optionSpecs),
    ...places.map(({ name, variadic, values }) => shellQuoted(`${variadic ? '*' : ':'}:${name}:${actionOf(values)}`)),
  ];
  return `      _arguments -s -S ${lines.map((line) => `\\\n        ${line}`).join(' ')}`;
}

/** See `_arguments` in zshcompsys(1): `[` and `]` end what an option means, `:` parts its fields. */
function optionSpecs({ long, short, means, repeatable, values }: OptionShape): readonly string[] {
  const said = `[${means.replace(/[\\[\]:]/g, '\\$&')}]`;
  const before = repeatable ? '*' : `(${short === null ? long : `${short} ${long}`})`;
  if (values === null)
    return [long, ...(short === null ? [] : [short])].map((name) => shellQuoted(`${before}${name}${said}`));
  const takes = `:${long.slice(2)}:${actionOf(values)}`;
  return [`${long}=`, ...(short === null ? [] : [`${short}+`])].map((name) =>
    shellQuoted(`${before}${name}${said}${takes}`),
  );
}

/** With a blank before it, a function is called with nothing but its own words. */
function actionOf(values: ValueSource): string {
  switch (values.kind) {
    case 'words':
      return `(${values.words.join(' ')})`;
    case 'list':
      return `_values -s , word ${values.words.join(' ')}`;
    case 'refs':
      return ` _listwright_refs ${values.words.join(' ')}`;
    case 'files':
      return values.endings.length === 0 ? '_files' : `_files -g "*.(${values.endings.join('|')})"`;
    case 'outputs':
      return ` _listwright_outputs "${values.words.join(' ')}"`;
    case 'pairs':
      return ` _listwright_pairs "${values.names.join(' ')}" "${values.words.join(' ')}"`;
    case 'free':
      return ' ';
  }
}
