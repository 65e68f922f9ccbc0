/** Words of one trade that takes over lapsed domains. */
interface Vocabulary {
  readonly trade: 'gambling' | 'streaming' | 'essays' | 'adult' | 'pills' | 'replicas';
  /** BCP 47 subtags of the pages' languages; the first one names the row. */
  readonly languages: readonly string[];
  /** Words that hardly any honest page of another trade has in its title. */
  readonly strong: readonly string[];
  /** Words that count next to a strong one. */
  readonly weak: readonly string[];
}

const list = (words: string): readonly string[] => words.split('|');

/**
 * What pages on domains that were taken over advertise; lower case. Words in Latin, Cyrillic and Arabic letters are whole
 * words, those of scripts without spaces may stand anywhere. Sources: reports of hijacked links in lists of links
 * (awesome-osint#1126, dev-resources#1248, usaco#6629), read for the trades, and the trades' own words for themselves.
 */
export const vocabularies: readonly Vocabulary[] = [
  {
    trade: 'replicas',
    languages: ['ja'],
    strong: list('スーパーコピー|ブランドコピー|コピー激安|激安通販専門店|偽物ブランド|n級品'),
    weak: list('激安|通販|コピー|時計|財布|バッグ|専門店'),
  },
  {
    trade: 'gambling',
    languages: ['en'],
    strong: list(
      'online casino|online casinos|casino bonus|casino bonuses|free spins|slot online|online slots|sports betting|' +
        'sportsbook|betting sites|betting site|no deposit bonus|online gambling|live casino|crypto casino|' +
        'best casinos|real money casino|casino sites|slot gacor|bookmaker|bookmakers|online betting',
    ),
    weak: list('casino|casinos|slots|roulette|blackjack|poker|betting|gambling|jackpot|wager|baccarat|bet|slot'),
  },
  {
    trade: 'gambling',
    languages: ['id', 'ms'],
    strong: list(
      'slot gacor|gacor|maxwin|togel|judi online|judi bola|judi slot|situs judi|situs slot|agen judi|bandar togel|' +
        'bandar judi|toto togel|toto slot|slot88|slot777|slot 777|rtp live|rtp slot|bo slot|link slot|' +
        'slot online|sbobet|bandarqq|dominoqq|pkv games|slot dana|slot pulsa|situs toto|slot deposit|agen slot|' +
        'demo slot|slot thailand|slot demo|scatter hitam|live draw|link alternatif|mahjong ways|slot resmi',
    ),
    weak: list(
      'judi|situs|terpercaya|taruhan|deposit|jackpot|bandar|agen|toto|slot|gampang menang|daftar|pulsa|dana|resmi',
    ),
  },
  {
    trade: 'gambling',
    languages: ['vi'],
    strong: list(
      'nhà cái|nhà cái uy tín|cá cược|kèo nhà cái|tỷ lệ kèo|soi kèo|nổ hũ|tài xỉu|xóc đĩa|lô đề|game bài đổi thưởng|' +
        'cá độ|đá gà trực tiếp|đá gà|casino trực tuyến|bắn cá|xổ số|kèo bóng đá|cá cược bóng đá|sòng bạc',
    ),
    weak: list('kèo|uy tín|casino|đăng ký|khuyến mãi|thể thao|trực tuyến|bóng đá|nạp tiền|rút tiền|link vào'),
  },
  {
    trade: 'gambling',
    languages: ['tr'],
    strong: list(
      'bahis siteleri|bahis sitesi|canlı bahis|deneme bonusu|casino siteleri|kaçak bahis|güvenilir bahis|bahis|' +
        'slot siteleri|canlı casino|deneme bonusu veren siteler|kaçak iddaa|illegal bahis|güncel giriş',
    ),
    weak: list('casino|bonus|giriş|slot|rulet|siteleri|iddaa|freespin|çevrimsiz|yatırım'),
  },
  {
    trade: 'gambling',
    languages: ['ko'],
    strong: list(
      '카지노사이트|바카라사이트|토토사이트|안전놀이터|먹튀검증|먹튀|온라인카지노|온라인 카지노|슬롯사이트|파워볼|' +
        '메이저사이트|스포츠토토|사설토토|메이저놀이터|카지노 사이트|바카라 사이트|토토 사이트',
    ),
    weak: list('카지노|바카라|슬롯|토토|배팅|베팅|룰렛|블랙잭'),
  },
  {
    trade: 'gambling',
    languages: ['th'],
    strong: list('สล็อต|บาคาร่า|คาสิโน|แทงบอล|เว็บพนัน|หวยออนไลน์|พนันออนไลน์|เว็บตรง|เครดิตฟรี|แทงหวย|ยูฟ่าเบท|ufabet'),
    weak: list('แตกง่าย|โบนัส|ฝากถอน|ไม่ผ่านเอเย่นต์|หวย|เดิมพัน|แจ็คพอต'),
  },
  {
    trade: 'gambling',
    languages: ['zh'],
    strong: list(
      '博彩|娱乐城|娛樂城|真人娱乐|真人娛樂|百家乐|百家樂|老虎机|老虎機|线上赌场|線上賭場|体育投注|體育投注|澳门赌场|彩票平台|' +
        '开元棋牌|皇冠体育|时时彩|六合彩|北京赛车|葡京|菠菜|球赛下注',
    ),
    weak: list('娱乐场|娛樂場|棋牌|彩票|投注|赌场|賭場|下注|开户|注册送|送彩金|平台官网'),
  },
  {
    trade: 'gambling',
    languages: ['ru', 'uk'],
    strong: list(
      'онлайн казино|казино онлайн|игровые автоматы|букмекерская контора|ставки на спорт|бонус за регистрацию|' +
        'вулкан казино|казино вулкан|казино на деньги|букмекер|фриспины|зеркало казино|пин ап|1xbet|рабочее зеркало',
    ),
    weak: list('казино|ставки|на деньги|бонус|бонусы|зеркало|слоты|рулетка|покер|фрибет'),
  },
  {
    trade: 'gambling',
    languages: ['pt', 'es', 'de', 'fr', 'it', 'pl', 'sv', 'ja', 'hi'],
    strong: list(
      'cassino online|apostas esportivas|casas de apostas|jogo do tigrinho|caça níqueis|casino en línea|apuestas deportivas|' +
        'casas de apuestas|tragamonedas|casino ohne lizenz|casino ohne limit|online casino ohne oasis|spielautomaten|sportwetten|' +
        'casino en ligne|paris sportifs|machines à sous|siti scommesse|casino non aams|scommesse sportive|' +
        'kasyno online|zakłady bukmacherskie|casino utan licens|casino utan spelpaus|オンラインカジノ|オンカジ|ブックメーカー',
    ),
    weak: list('cassino|apostas|apuestas|casino|wetten|kasyno|bonus|giros grátis|scommesse|bono|カジノ|スロット'),
  },
  {
    trade: 'streaming',
    languages: ['en', 'ko', 'ja', 'id', 'vi', 'ar'],
    strong: list(
      'watch movies online free|watch free movies|free movies online|123movies|fmovies|putlocker|soap2day|full movie download|' +
        'free live sports streaming|crackstreams|nonton film|nonton movie|nonton bokep|xem phim|phim sex|yalla shoot|' +
        '주소모음|링크모음|무료웹툰|토렌트|누누티비|웹툰 사이트|스포츠중계|무료중계|성인사이트|يلا شوت|bein match',
    ),
    weak: list('subtitle indonesia|sub indo|무료|다시보기|중계|full hd|live stream|free streaming|download mp4|phim'),
  },
  {
    trade: 'essays',
    languages: ['en'],
    strong: list(
      'write my essay|essay writing service|essay writing services|buy essay|buy essays|buy essays online|cheap essays|' +
        'custom essay writing|paper writing service|write my paper|dissertation writing service|do my homework|pay for essay|' +
        'essay writer|college paper writing|write my dissertation|buy research papers|coursework writing service',
    ),
    weak: list(
      'essay|essays|dissertation|term paper|term papers|plagiarism free|homework help|assignment help|coursework',
    ),
  },
  {
    trade: 'adult',
    languages: ['en', 'id', 'tr', 'ja', 'ru', 'hi'],
    strong: list(
      'escort|escorts|escort service|call girls|porn|porno|xxx|xxx videos|sex videos|porn videos|live sex|cam girls|hentai|' +
        'bokep|bokep indo|eskort|escort bayan|sex cams|onlyfans leaks|milf|порно|проститутки|индивидуалки|エロ動画|无码|成人视频|av在线',
    ),
    weak: list('sex|nude|nudes|adult|hookup|erotic|webcam|секс|bayan|18+|leaked'),
  },
  {
    trade: 'pills',
    languages: ['en'],
    strong: list(
      'viagra|cialis|levitra|sildenafil|tadalafil|buy viagra|online pharmacy no prescription|canadian pharmacy|buy tramadol|' +
        'buy xanax|payday loans|payday loan|replica watches|fake rolex|buy followers|cbd gummies|keto gummies|male enhancement',
    ),
    weak: list('pharmacy|pills|without prescription|generic|replica|loans|gummies|cheap'),
  },
];
