import type { Edit } from '../../src/model/finding.js';
import type { Heading, List } from '../../src/model/list.js';
import { textsIn } from '../../src/rule-kit/visible-text.js';

/** Names whose spelling does not follow from their letters, by their form in lower case. */
const brands: ReadonlyMap<string, string> = new Map(
  `adb AI Ajax Android AngularJS API APIs ASP.NET ASM AWS bash CLI CoffeeScript CouchDB CPP cron CSS CSV CTF CTO curl
   D3 DB DBA Debian DevOps DNS DIY eBPF ESLint ETL FFmpeg FOSS FPGA fzf GameDev gdb GCP GDPR GIS GitHub GitLab GNOME GNU
   GPT GPU GraphQL gRPC GUI HPC HTML HTML5 HTTP IaC IDE iOS IoT iPad iPhone IPFS IRC JavaScript jq jQuery JS JSON JSX JVM
   KDE LaTeX LLM LLMs LLVM Lua macOS MATLAB MCP ML MLOps MongoDB MQTT MVVM MySQL NES .NET nginx NLP npm NoSQL npx nvm
   OCaml OCR OpenAI OpenCV OpenGL OSINT OSS OWASP P2P PC PDF PHP pip PLC PostCSS PostgreSQL PWA PyTorch R2D2 RAG RPG RSS
   RxJava RxJS SaaS Sass SBT SDK SEO SGML SICP SLAM SQL SQLite SRE SSH SSL SVG SysAdmin systemd TCP TDD TensorFlow tmux
   TLS TOML TUI TV TypeScript UI Unix USB UX vi VLC VPN VR VS VSCode watchOS Web3 WebAssembly WebGL webpack WebRTC
   WordPress XML YAML YouTube zsh`
    .split(/\s+/)
    .map((name) => [name.toLowerCase(), name]),
);
const small = new Set(
  'a an and as at but by down en for from if in into is it its like nor of off on onto or out over per so than that the their then this to up upon v versus via vs with within without yet you your'.split(
    ' ',
  ),
);
const foreign =
  /(?:^|\s)(?:de|del|el|los|las|para|con|una|por|au|aux|avec|des|du|et|les|pour|und|der|das|für|mit|von|em|dos|uma|di|della|och|voor|het|i|w|z|na)(?=\s|$)/u;

/** A word of a heading that is plain enough to be judged by its first letter. */
interface PlainWord {
  readonly text: string;
  readonly index: number;
  readonly isCapital: boolean;
}

/** True when words between the others say that a text is not English, and has other customs. */
function isForeign(text: string): boolean {
  return foreign.test(text) || /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}

/** The words whose first letter shows the case of a heading: no names, small words or URLs, nothing with inner capitals, digits or dots. */
function plainWords(text: string): readonly PlainWord[] {
  const aside = text.replace(/\([^()]*\)|\b[a-z]+:\/\/\S+|\bwww\.\S+|\S{1,64}@\S+/gi, (part) =>
    '.'.repeat(part.length),
  );
  return [...aside.matchAll(/(?<=^|\s|["'“‘([])\p{L}[\p{Ll}'’-]*(?=$|\s|["'”’)\],:;!?])/gu)].flatMap(
    ({ 0: word, index }) => {
      const folded = word.toLowerCase();
      if (folded.length < 2 || small.has(folded) || brands.has(folded)) return [];
      return [{ text: word, index, isCapital: word[0] !== folded[0] }];
    },
  );
}

/** True for a text that is written like the name of a repository. */
export function isSlug(text: string): boolean {
  return /^awesome(?:[-_][^\s_-]+)+$/.test(text) || /^[\p{L}\p{N}]+(?:-[\p{Ll}\p{N}]+){3,}$/u.test(text);
}

/** Writes such a text as a title: words apart, each with a capital, names as their owners write them. */
export function titleFromSlug(text: string): string {
  const words = text.split(/[-_]/);
  return words
    .map((word, index) => {
      const isInner = index > 0 && index < words.length - 1 && small.has(word);
      return brands.get(word) ?? (isInner ? word : capitalised(word));
    })
    .join(' ');
}

/** The word with a capital in front. */
function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The case of a section's heading; null where it does not tell, as for sentences and a single word. */
export function caseOf({ node, text }: Heading): 'title' | 'sentence' | 'mixed' | null {
  if (
    node?.type !== 'section' ||
    node.role !== 'content' ||
    isForeign(text) ||
    /[.!?]\s|[.!?]$|[:|–—]| - |\([\p{Lu}\d]+\)/u.test(text)
  )
    return null;
  const words = plainWords(text).filter(({ index }) => index > 0);
  const [first] = words;
  if (first === undefined || text.split(/\s+/).length > 8) return null;
  if (words.some(({ isCapital }) => isCapital !== first.isCapital)) return 'mixed';
  return first.isCapital ? 'title' : 'sentence';
}

/** The edits of the first letters that are in the other case; none where one of the words may be a name. */
export function caseChanges(
  heading: Heading,
  list: List,
  style: 'title' | 'sentence',
  known: ReadonlySet<string> | null = null,
): Edit[] {
  if (isForeign(heading.text)) return [];
  const first = heading.text.search(/\p{L}/u);
  const lead = heading.text.slice(first, first + 40);
  const found: Edit[] = [];
  for (const { text, position } of textsIn(list, heading.position)) {
    const { start, end } = position;
    if (end.offset - start.offset !== text.length) continue;
    for (const word of plainWords(text)) {
      if (word.isCapital !== (style === 'sentence')) continue;
      if (style === 'sentence' && lead.startsWith(text.slice(word.index).slice(0, 40)) && found.length === 0) continue;
      if (known !== null && !known.has(word.text.toLowerCase())) return [];
      const from = start.offset + word.index;
      const wanted = style === 'title' ? capitalised(word.text) : word.text.toLowerCase();
      found.push({ start: from, end: from + word.text.length, text: wanted });
    }
  }
  return found;
}

/** The words that stand in the text in small letters. */
export function smallWords({ texts }: List): ReadonlySet<string> {
  return new Set(texts.flatMap(({ text }) => text.match(/(?<=^|\s)\p{Ll}[\p{Ll}'’-]+/gu) ?? []));
}
