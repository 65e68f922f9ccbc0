import type { Link, List } from '../../src/model/list.js';
import type { Position } from '../../src/model/position.js';
import { nodeAround, outermost, type Placed } from '../../src/text/document-order.js';

/** What a list says where it is paid for, or where a link earns it money: beginnings of words in scripts that set words apart. */
const beginnings = [
  // English, and what other languages took from it
  'affiliate',
  'sponsor',
  'partner(?:s|ship|ships|em|en|er|i|ek|eři|ři|i?link\\p{L}*|programm?\\p{L}*)?(?!\\p{L})',
  'referral',
  'backers?(?!\\p{L})',
  'advertis(?:er|ement|ing)',
  'paid (?:link|placement|promotion)',
  'commissions?(?!\\p{L})',
  '(?:promo|discount|coupon) ?codes?(?!\\p{L})',
  'supported by',
  'our (?:patrons|supporters|donors)',
  // German, Dutch, Swedish, Norwegian, Danish
  'gesponsert|gesponsord|sponsrad|sponset|begunstiger',
  'werbung(?!\\p{L})|werbe(?:link|partner)|anzeigenpartner|förderer(?!\\p{L})|unterstützer|unterstützt von|empfehlungslink|provision(?!\\p{L})|geldgeber|gönner',
  'advertentie|reclame|ondersteuner|annons|reklam|annonce|samarbeid?spartner|samarbetspartner|støttespiller|støttet av|stöds av',
  // French, Spanish, Portuguese, Italian, Catalan, Romanian
  'partenaire|parrain|mécène|affiliation|affilié|commanditaire|publicité|soutenu par|financeur',
  'patroc[ií]n|afilia[dcr]|anunciante|auspici|publicidad|mecenas|con el apoyo de',
  'parceir|apoiador|publicidade|com (?:o )?apoio d|apoiado por',
  'affilia[tz]|sostenitor|finanziator|pubblicità|con il supporto di',
  'partener|afiliat|afiliaț|publicitate|susținător',
  // Polish, Czech, Slovak, Hungarian, Croatian, Slovene, Finnish, Estonian, Lithuanian, Latvian
  'afilia[ct]|mecenas|darczyńc|wspierający|partnerzy|partnersk',
  'sponzo[rř]|szponzor|afiliát|podporovatel|podporovate[ľl]|partneři|za podpory|s podporou',
  'támogató|hirdet(?:és|ő)|pokrovitelj|oglaševal|oglašivač|donator',
  'yhteistyökumppan|kumppani|mainos|tukija|toetaja|rėmėj|atbalstītāj',
  // Turkish, Indonesian, Malay, Vietnamese
  'destekçi|destekleyen|[iİ]ş ortağ|[iİ]ş ortaklar|satış ortaklığ|bağlı kuruluş',
  'mitra(?!\\p{L})|afiliasi|iklan(?!\\p{L})|penaja|disponsori|didukung oleh|ditaja',
  'tài trợ|đối tác|tiếp thị liên kết|quảng cáo',
  // Russian, Ukrainian, Bulgarian, Serbian, Greek
  'спонсор|спонзор|партн[её]р|реклам|реферал|реферальн|меценат|при поддержке|за підтримки|с подкрепата|покровител',
  'χορηγ|συνεργάτ|διαφήμισ|υποστηρικτ',
  // Hindi, Bengali
  'प्रायोज|विज्ञापन|संबद्ध|স্পনসর|পৃষ্ঠপোষক|বিজ্ঞাপন',
];

/** The same where words are not set apart, or where small words are written together with them. */
const anywhere =
  '赞助|贊助|合作伙伴|合作夥伴|推广|推廣|广告|廣告|返利|返佣|佣金|推荐链接|推薦連結|邀请链接|邀请码|金主|' +
  'スポンサー|協賛|広告|アフィリエイト|パートナー|後援|' +
  '후원|스폰서|광고|제휴|협찬|파트너|추천인|' +
  'ผู้สนับสนุน|สปอนเซอร์|พันธมิตร|โฆษณา|' +
  'رعاة|الراعي|الرعاية|برعاية|شركاء|شريك|إعلان|الإحالة|بالعمولة|حامیان|حامی مالی|اسپانسر|تبلیغات|همکاران|' +
  'חסות|ספונסר|שותפים|ממומן|פרסומת|תומכים';

const paid = new RegExp(`(?<![\\p{L}\\p{M}])(?:${beginnings.join('|')})|${anywhere}`, 'iu');

/** Languages whose words are above; in another one no words tell that a link is surely not paid. */
const known = new Set(
  'en de nl sv no nb nn da fr es pt it ca gl ro pl cs sk hu hr sl sr bs fi et lt lv tr id ms vi ru uk bg be el hi bn zh ja ko th ar fa he iw'.split(
    ' ',
  ),
);

/** Whether a link is one that pays: said so by the list, perhaps by its place or form, or nothing hints at it. */
export type Payment = 'declared' | 'possible' | 'none';

/** Says of a link whether it may be there for money. */
export function paymentReader(list: List): (link: Link) => Payment {
  const declared = outermost<Placed>([...saidPlaces(list), ...afterComments(list)]);
  const lang = list.lang?.split('-', 1)[0] ?? 'en';
  const first = list.entries[0]?.position.start.offset ?? Number.POSITIVE_INFINITY;
  const named = new Set(list.entries.flatMap(({ links }) => links));
  const pictures = outermost(list.links.filter(({ image }) => !image));
  const withPicture = new Set<Link | undefined>();
  for (const { image, position } of list.links) {
    if (image) withPicture.add(nodeAround(pictures, position.start.offset));
  }
  return (link) => {
    const { offset } = link.position.start;
    if (nodeAround(declared, offset) !== undefined) return 'declared';
    const isAbove = offset < first && !named.has(link);
    const isValued = [...link.url.matchAll(/[?&]utm_\w+=([^&#]*)/gi)].some(([, value = '']) => isPaidValue(value));
    return isAbove || isValued || withPicture.has(link) || !known.has(lang) ? 'possible' : 'none';
  };
}

function isPaidValue(value: string): boolean {
  return /affil|sponsor|partner|referr?al|(?:^|[-_.+ ])(?:ads?|cpc|cpm|paid|aff)(?:$|[-_.+ ])/i.test(value);
}

/** The sections, paragraphs and rows that say it, and what follows a label that does. */
function saidPlaces({ sections, blocks, tables, text, place }: List): readonly Placed[] {
  const source = ({ start, end }: Position): string => text.slice(start.offset, end.offset);
  const says = (position: Position): boolean => paid.test(source(position));
  const labels = blocks.flatMap((block, index) => {
    const { kind, position, items } = block;
    const isLabel = kind === 'paragraph' && items === 0 && !source(position).includes('](') && says(position);
    if (!isLabel || !(block.emphasised || /[:：]\W*$/u.test(source(position)))) return [];
    const next = blocks.findIndex(
      (other, at) =>
        at > index &&
        (other.kind === 'heading' ||
          other.kind === 'break' ||
          (other.kind === 'paragraph' && other.items === 0 && /^\W*\p{L}/u.test(withoutLinks(source(other.position))))),
    );
    return [{ position: place(position.start.offset, blocks[next]?.position.start.offset ?? text.length) }];
  });
  return [
    ...sections.filter(
      ({ title, prose }) => paid.test(title) || prose.some((part) => says(part) && !source(part).includes('](')),
    ),
    ...blocks.filter(({ kind, position }) => kind !== 'table' && says(position)),
    ...tables.flatMap(({ header, rows }) => [header, ...rows].filter(({ position }) => says(position))),
    ...labels,
  ];
}

function withoutLinks(source: string): string {
  return source.replace(/!?\[(?:[^[\]]|!\[[^\]]*\]\([^)]*\))*\]\([^)]*\)|<[^>]*>/g, '');
}

/** What is between `<!-- sponsors -->` and the next comment of the kind or heading; after the text of a line, that line. */
function afterComments({ comments, headings, text, place }: List): readonly Placed[] {
  const found: Placed[] = [];
  let until = 0;
  for (const [index, comment] of comments.entries()) {
    const { start, end } = comment.position;
    if (start.offset < until || !paid.test(comment.text)) continue;
    const lineStart = start.offset - (start.column - 1);
    const lineEnd = text.indexOf('\n', end.offset);
    if (text.slice(lineStart, start.offset).trim() !== '') {
      found.push({ position: place(lineStart, lineEnd < 0 ? text.length : lineEnd) });
      continue;
    }
    const close = comments
      .slice(index + 1)
      .find((other) => paid.test(other.text) || /^\W*(?:\/|end\b|stop\b)/i.test(other.text))?.position.start.offset;
    const heading = headings.find(({ position }) => position.start.offset > end.offset)?.position.start.offset;
    until = Math.min(close ?? text.length, heading ?? text.length);
    found.push({ position: place(start.offset, until) });
  }
  return found;
}
