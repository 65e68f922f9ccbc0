import { addTo } from '../../text/group-by.js';
import type { CallShape, CommandShape } from './command-shape.js';
import { shellQuoted } from './command-shape.js';
import type { ValueSource } from './values.js';

/** A script for bash 3.2 (which macOS has) and later. Words from outside never reach an expansion: see `compgen -W`. */
export function bashScript({ commands, options }: CallShape): string {
  const names = commands.map(({ name }) => name);
  return `# What completes listwright in bash; written by "listwright completion bash".
_listwright_words() {
  local word
  for word in "$@"; do [[ $word == "$cur"* ]] && COMPREPLY+=("$word"); done
}

_listwright_files() {
  local path plain=\${cur#[\\"\\']} ending
  plain=\${plain//\\\\/}
  compopt -o filenames 2>/dev/null
  while IFS= read -r path; do
    if [[ -d $path || $# -eq 0 ]]; then COMPREPLY+=("$path"); continue; fi
    for ending in "$@"; do [[ $path == *".$ending" ]] && COMPREPLY+=("$path"); done
  done < <(compgen -f -- "$plain")
}

_listwright_refs() {
  local ref
  _listwright_words "$@"
  while IFS= read -r ref; do
    [[ $ref == "$cur"* ]] && COMPREPLY+=("$(printf %q "$ref")")
  done < <(git for-each-ref --format='%(refname:short)' 2>/dev/null)
}

_listwright_after_equals() {
  local head=\${cur%%=*} i
  cur=\${cur#*=}
  "$@"
  cur=$head=$cur
  for ((i = 0; i < \${#COMPREPLY[@]}; i++)); do COMPREPLY[i]=$head=\${COMPREPLY[i]}; done
}

_listwright_list() {
  local head= i
  [[ $cur == *,* ]] && head=\${cur%,*},
  cur=\${cur#"$head"}
  _listwright_words "$@"
  cur=$head$cur
  for ((i = 0; i < \${#COMPREPLY[@]}; i++)); do COMPREPLY[i]=$head\${COMPREPLY[i]}; done
}

_listwright_value() {
  case $1 in
${valueCases(commands)}
  *) return 1 ;;
  esac
}

_listwright_takes_value() {
  case $1 in
${commands
  .map((command) => `  ${pattern(valued(command).map((option) => `${command.name} ${option}`))}) return 0 ;;`)
  .filter((line) => line !== '  ) return 0 ;;')
  .join('\n')}
  esac
  return 1
}

_listwright() {
  local line=\${COMP_LINE:0:COMP_POINT} words=() word gap i last cur cut= command= place=0 prev= ended=
  COMPREPLY=()
  # bash parts words at = and : too; what no blank parts belongs together.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    gap=\${line%%[![:blank:]]*}
    line=\${line#"$gap"}
    ((i == COMP_CWORD)) && word=$line
    line=\${line#"$word"}
    last=$((\${#words[@]} - 1))
    if ((i > 0)) && [[ -z $gap ]]; then words[last]=\${words[last]}$word; else words+=("$word"); fi
  done
  last=$((\${#words[@]} - 1))
  cur=\${words[last]}
  for ((i = 1; i < last; i++)); do
    word=\${words[i]}
    if [[ -n $prev ]] && _listwright_takes_value "\${command:-check} $prev"; then prev=; continue; fi
    prev=
    if [[ $word == -- ]]; then ended=1
    elif [[ $word == -* && -z $ended ]]; then prev=$word
    elif [[ -z $command ]]; then
      case $word in
      ${names.join('|')}) command=$word ;;
      *) command=check; ((place++)) ;;
      esac
    else ((place++)); fi
  done
  word=$cur
  if [[ -n $prev ]] && _listwright_takes_value "\${command:-check} $prev"; then _listwright_value "\${command:-check} $prev"
  elif [[ -z $ended && $cur == --*=* ]] && _listwright_takes_value "\${command:-check} \${cur%%=*}"; then
    _listwright_after_equals _listwright_value "\${command:-check} \${cur%%=*}"
  elif [[ -z $ended && $cur == -* ]]; then
    case $command in
${commands.map(({ name, options: own }) => `    ${name}) _listwright_words ${optionWords(own)} ;;`).join('\n')}
    *) _listwright_words ${optionWords([...(commands[0]?.options ?? []), ...options])} ;;
    esac
  else
    [[ -z $command ]] && _listwright_words ${names.join(' ')}
    case \${command:-check} in
${commands.map(argumentCase).join('\n')}
    esac
  fi
  # What bash takes for the word begins after the last of those marks.
  if [[ $word == *[=:]* && $COMP_WORDBREAKS == *[=:]* ]]; then
    cut=\${word%"\${word##*[=:]}"}
    for ((i = 0; i < \${#COMPREPLY[@]}; i++)); do COMPREPLY[i]=\${COMPREPLY[i]#"$cut"}; done
  fi
  # A name is not finished while its value is missing.
  [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}

complete -F _listwright listwright
`;
}

const valued = ({ options }: CommandShape): readonly string[] =>
  options.flatMap(({ long, short, values }) => (values === null ? [] : [long, ...(short === null ? [] : [short])]));

const pattern = (words: readonly string[]): string => words.map(shellQuoted).join(' | ');

const optionWords = (options: CommandShape['options']): string =>
  [...new Set(options.map(({ long }) => long))].join(' ');

/** One branch for all options that take the same. */
function valueCases(commands: readonly CommandShape[]): string {
  const byAction = new Map<string, string[]>();
  for (const { name, options } of commands)
    for (const { long, short, values } of options) {
      if (values === null) continue;
      const action = actionOf(values);
      const own = [long, ...(short === null ? [] : [short])].map((each) => `${name} ${each}`);
      for (const one of own) addTo(byAction, action, one);
    }
  return [...byAction].map(([action, words]) => `  ${pattern(words)}) ${action} ;;`).join('\n');
}

function argumentCase({ name, arguments: places }: CommandShape): string {
  const own = places.map(({ variadic, values }, at) => `${variadic ? '*' : at}) ${actionOf(values)} ;;`);
  return `    ${name}) case $place in ${own.join(' ')} esac ;;`;
}

function actionOf(values: ValueSource): string {
  switch (values.kind) {
    case 'words':
      return `_listwright_words ${values.words.map(shellQuoted).join(' ')}`;
    case 'list':
      return `_listwright_list ${values.words.map(shellQuoted).join(' ')}`;
    case 'refs':
      return `_listwright_refs ${values.words.map(shellQuoted).join(' ')}`;
    case 'files':
      return ['_listwright_files', ...values.endings].join(' ');
    case 'outputs':
      return `if [[ $cur == *=* ]]; then _listwright_after_equals _listwright_files; else ${actionOf({ ...values, kind: 'words' })}; fi`;
    case 'pairs': {
      const names = values.names.map((name) => shellQuoted(`${name}=`)).join(' ');
      const after = `_listwright_after_equals _listwright_words ${values.words.map(shellQuoted).join(' ')}`;
      return `if [[ $cur == *=* ]]; then ${after}; else _listwright_words ${names}; fi`;
    }
    case 'free':
      return ':';
  }
}
