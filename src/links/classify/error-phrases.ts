/** How one language says that a page is not there: things and what befell them, or sentences as a whole. */
interface Phrases {
  readonly language: string;
  /** Things of one site, of which a page about it speaks as well. */
  readonly records?: readonly string[];
  readonly things?: readonly string[];
  readonly gone?: readonly string[];
  readonly whole?: readonly string[];
}

/**
 * What error pages say; plain words in lower case without accents of pause, one phrase after another with `|`.
 * Source: the pages of common servers, systems and shops, as they stand in their translations.
 */
export const phrases: readonly Phrases[] = [
  {
    language: 'en',
    things: (
      'page|the page|this page|that page|requested page|the requested page|the page you requested|' +
      'the page you are looking for|the page youre looking for|the page you were looking for|' +
      'page you are looking for|the page you are trying to reach|the page you tried to reach|' +
      'file|the file|the requested file|document|content|this content|the requested content|resource|the resource|' +
      'the requested resource|url|the requested url|object|item|article|post|the post|this post|link|this link|'
    ).split('|'),
    records: (
      'product|the product|this product|user|the user|this user|profile|this profile|account|this account|project|' +
      'the project|this project|repository|package|topic|thread|this thread|the requested topic|this topic|category|the category|paste|this paste|this invite|invite|this invite link|invitation|this invitation|video|this video|event|this event|job|this job|' +
      'recipe|listing|this listing|app|this app|extension|theme|channel|playlist|site|this site|website|this website'
    ).split('|'),
    gone: (
      'not found|was not found|is not found|wasnt found|cannot be found|can not be found|cant be found|' +
      'could not be found|couldnt be found|does not exist|doesnt exist|does not exist anymore|doesnt exist anymore|' +
      'doesnt exist any more|no longer exists|is no longer available|no longer available|isnt available|' +
      'is not available|is missing|missing|is gone|no longer exist|no longer here|is no longer here|has been removed|' +
      'has been deleted|was removed|was deleted|is deleted|has been moved or deleted|has moved or been deleted|' +
      'has moved or been removed|has been moved or removed|has moved or does not exist|unavailable|is unavailable|' +
      'has been discontinued|is no longer sold|is no longer active|has expired|has expired or been removed|has expired or been deleted|is expired or invalid'
    ).split('|'),
    whole: (
      'not found|file or directory not found|nothing found|nothing here|nothing to see here|theres nothing here|' +
      'no such page|no such file or directory|we cant find that page|we cant find this page|' +
      'we cant find the page youre looking for|we cant find the page you are looking for|' +
      'we cant find what youre looking for|we cant seem to find the page youre looking for|' +
      'we cant seem to find the page you are looking for|we couldnt find that page|we couldnt find this page|' +
      'we couldnt find the page|we couldnt find the page you were looking for|we could not find that page|' +
      'we couldnt find what youre looking for|we couldnt find the page youre looking for|' +
      'we couldnt find the page you are looking for|we could not find the page you were looking for|' +
      'this page could not be found|that page cant be found|this page is not available|' +
      'this isnt the page youre looking for|this is not the page you are looking for|' +
      '410 gone|410 error gone|error 410|error 410 gone|http 410|gone 410|' +
      // The page of hosters for a site that they have closed (cPanel: suspendedpage.cgi).
      'account suspended|this account has been suspended|site suspended|website suspended|this site has been suspended'
    ).split('|'),
  },
  {
    language: 'de',
    records: 'produkt|dieses produkt|artikel|dieser artikel|benutzer|projekt|video|dieses video'.split('|'),
    things: (
      'seite|die seite|diese seite|die angeforderte seite|die gewünschte seite|die gesuchte seite|' +
      'datei|die datei|inhalt|dokument|objekt'
    ).split('|'),
    gone: (
      'nicht gefunden|wurde nicht gefunden|konnte nicht gefunden werden|existiert nicht|existiert nicht mehr|' +
      'gibt es nicht|gibt es nicht mehr|ist nicht verfügbar|ist nicht mehr verfügbar|nicht vorhanden'
    ).split('|'),
    whole: [
      'nicht gefunden',
      'diese seite wurde gelöscht',
      'die seite wurde entfernt',
      'diese seite konnte leider nicht gefunden werden',
      'die seite wurde leider nicht gefunden',
    ],
  },
  {
    language: 'fr',
    records: 'produit|ce produit|utilisateur|projet|vidéo|cette vidéo'.split('|'),
    things: 'page|la page|cette page|la page demandée|la page recherchée|la page que vous cherchez|fichier'.split('|'),
    gone: (
      'introuvable|non trouvée|non trouvé|est introuvable|inexistante|na pas été trouvée|nexiste pas|nexiste plus|' +
      'na pas pu être trouvée|nest plus disponible'
    ).split('|'),
    whole: [
      'introuvable',
      'non trouvé',
      'cette page a été supprimée',
      'nous navons pas trouvé cette page',
      'cette page est introuvable',
    ],
  },
  {
    language: 'es',
    records: 'producto|este producto|usuario|proyecto|video|este video'.split('|'),
    things: 'página|la página|esta página|la página solicitada|la página que buscas|archivo'.split('|'),
    gone: (
      'no encontrada|no encontrado|no existe|no se encuentra|no se ha encontrado|no fue encontrada|no se encontró|' +
      'ya no existe|no está disponible|no disponible|no se pudo encontrar'
    ).split('|'),
    whole: [
      'no encontrado',
      'no encontrada',
      'esta página ha sido eliminada',
      'no se encontró la página',
      'no se ha encontrado la página',
    ],
  },
  {
    language: 'pt',
    records: 'produto|este produto|usuário|utilizador|projeto|vídeo|este vídeo'.split('|'),
    things: 'página|a página|esta página|essa página|a página solicitada|a página que você procura|arquivo'.split('|'),
    gone: (
      'não encontrada|não encontrado|não existe|não foi encontrada|não existe mais|não está disponível|inexistente|' +
      'não pôde ser encontrada'
    ).split('|'),
    whole: ['não encontrado', 'não encontrada', 'esta página foi removida', 'página não localizada'],
  },
  {
    language: 'it',
    records: 'prodotto|questo prodotto|utente|progetto|video|questo video'.split('|'),
    things: 'pagina|la pagina|questa pagina|la pagina richiesta|la pagina che stai cercando'.split('|'),
    gone: 'non trovata|non esiste|non è stata trovata|inesistente|non esiste più|non è disponibile'.split('|'),
    whole: ['non trovato', 'non trovata', 'impossibile trovare la pagina'],
  },
  {
    language: 'nl',
    things: 'pagina|de pagina|deze pagina|de opgevraagde pagina|de pagina die je zoekt'.split('|'),
    gone: (
      'niet gevonden|kan niet worden gevonden|kon niet worden gevonden|bestaat niet|bestaat niet meer|' +
      'is niet gevonden|is niet beschikbaar'
    ).split('|'),
    whole: ['niet gevonden'],
  },
  {
    language: 'sv',
    things: 'sidan|den här sidan|sidan du söker'.split('|'),
    gone: 'hittades inte|kunde inte hittas|finns inte|kan inte hittas|finns inte längre|saknas'.split('|'),
    whole: ['hittades inte', 'vi kan inte hitta sidan', 'vi hittar inte sidan'],
  },
  {
    language: 'da, no',
    things: 'siden|denne siden|denne side|side'.split('|'),
    gone: (
      'ikke fundet|blev ikke fundet|findes ikke|kunne ikke findes|ikke funnet|ble ikke funnet|finnes ikke|' +
      'kunne ikke bli funnet|eksisterer ikke'
    ).split('|'),
    whole: ['ikke fundet', 'ikke funnet', 'fant ikke siden', 'vi fant ikke siden'],
  },
  {
    language: 'fi',
    things: ['sivua', 'tätä sivua', 'etsimääsi sivua', 'hakemaasi sivua'],
    gone: ['ei löydy', 'ei löytynyt', 'ei ole olemassa', 'ei ole'],
  },
  {
    language: 'pl',
    things: 'strona|ta strona|podana strona|żądana strona|szukana strona|strony'.split('|'),
    gone: 'nie istnieje|nie została znaleziona|nie znaleziona|nie odnaleziona|nie znaleziono|już nie istnieje'.split(
      '|',
    ),
    whole: ['nie znaleziono', 'nie znaleziono strony', 'nie odnaleziono strony'],
  },
  {
    language: 'cs',
    things: ['stránka', 'tato stránka', 'požadovaná stránka'],
    gone: ['nenalezena', 'nebyla nalezena', 'neexistuje', 'nenájdená', 'nebola nájdená'],
    whole: ['nenalezeno'],
  },
  {
    language: 'ru',
    records: 'товар|пользователь|проект|видео'.split('|'),
    things: 'страница|такая страница|эта страница|запрашиваемая страница|запрошенная страница|файл'.split('|'),
    gone: 'не найдена|не найден|не существует|больше не существует|отсутствует|удалена|была удалена'.split('|'),
    whole: [
      'не найдено',
      'такой страницы нет',
      'такой страницы не существует',
      'нет такой страницы',
      'страница удалена или не существует',
    ],
  },
  {
    language: 'uk',
    things: ['сторінка', 'сторінку', 'така сторінка', 'ця сторінка'],
    gone: ['не знайдена', 'не знайдено', 'не існує', 'більше не існує'],
    whole: ['не знайдено', 'такої сторінки не існує'],
  },
  {
    language: 'tr',
    things: ['sayfa', 'bu sayfa', 'aradığınız sayfa', 'aradığınız içerik', 'i̇stenen sayfa'],
    gone: ['bulunamadı', 'bulunamıyor', 'mevcut değil', 'yok', 'bulunmuyor'],
    whole: ['bulunamadı'],
  },
  {
    language: 'zh',
    things:
      '页面|该页面|此页面|您访问的页面|你访问的页面|您要访问的页面|您查找的页面|您要找的页面|頁面|該頁面|此頁面|您要找的頁面|网页|網頁|文件|内容'.split(
        '|',
      ),
    gone: '不存在|未找到|没有找到|找不到|无法找到|找不到了|不见了|已删除|已被删除|不存在或已删除|走丢了|沒有找到|無法找到|已刪除|已不存在'.split(
      '|',
    ),
    whole: [
      '找不到页面',
      '找不到頁面',
      '找不到该页面',
      '找不到网页',
      '未找到',
      '未找到页面',
      '没有找到页面',
      '抱歉找不到页面',
    ],
  },
  {
    language: 'ja',
    things: 'ページ|このページ|そのページ|お探しのページ|指定されたページ|ご指定のページ|ファイル'.split('|'),
    gone: (
      'が見つかりません|は見つかりません|が見つかりませんでした|は見つかりませんでした|は存在しません|が存在しません|' +
      'はありません|がありません|を表示できません'
    ).split('|'),
    whole: ['見つかりません', '見つかりませんでした', 'ページ未検出'],
  },
  {
    language: 'ko',
    things:
      '페이지를|이 페이지를|해당 페이지를|요청하신 페이지를|요청한 페이지를|페이지가|해당 페이지가|요청하신 페이지가|존재하지 않는'.split(
        '|',
      ),
    gone: '찾을 수 없습니다|찾을 수 없음|찾을 수 없어요|존재하지 않습니다|없습니다|페이지입니다|페이지'.split('|'),
  },
  {
    language: 'vi',
    things: ['trang', 'trang này', 'trang bạn tìm', 'trang bạn đang tìm', 'trang yêu cầu'],
    gone: ['không tồn tại', 'không tìm thấy', 'không được tìm thấy', 'không có sẵn'],
    whole: ['không tìm thấy', 'không tìm thấy trang', 'không tìm thấy trang này', 'không tìm thấy nội dung'],
  },
  {
    language: 'id, ms',
    things: ['halaman', 'halaman ini', 'halaman yang anda cari', 'halaman yang diminta', 'laman'],
    gone: ['tidak ditemukan', 'tidak ada', 'tidak tersedia', 'tidak dapat ditemukan', 'tidak dijumpai'],
    whole: ['tidak ditemukan'],
  },
  {
    language: 'ar',
    things: ['الصفحة', 'هذه الصفحة', 'الصفحة المطلوبة', 'الصفحة التي تبحث عنها', 'صفحة'],
    gone: ['غير موجودة', 'غير متوفرة', 'غير متاحة', 'لا يمكن العثور عليها'],
    whole: ['لم يتم العثور على الصفحة', 'غير موجود', 'لم يتم العثور عليها'],
  },
  {
    language: 'fa',
    things: ['صفحه', 'این صفحه', 'صفحه مورد نظر', 'صفحه مورد نظر شما'],
    gone: ['یافت نشد', 'پیدا نشد', 'وجود ندارد', 'موجود نیست'],
    whole: ['یافت نشد', 'پیدا نشد'],
  },
  {
    language: 'he',
    things: ['הדף', 'העמוד', 'דף', 'עמוד'],
    gone: ['לא נמצא', 'לא קיים', 'אינו קיים', 'המבוקש לא נמצא'],
    whole: ['לא נמצא'],
  },
  { language: 'hi', things: ['पृष्ठ', 'पेज', 'यह पेज'], gone: ['नहीं मिला', 'उपलब्ध नहीं है', 'मौजूद नहीं है'] },
  { language: 'th', things: ['ไม่พบ', 'ไม่มี'], gone: ['หน้า', 'หน้านี้', 'หน้าเว็บ', 'หน้าที่คุณต้องการ', 'หน้าที่คุณค้นหา'] },
  { language: 'el', things: ['η σελίδα', 'σελίδα'], gone: ['δεν βρέθηκε', 'δεν υπάρχει'] },
  { language: 'hu', things: ['az oldal', 'oldal', 'a keresett oldal'], gone: ['nem található', 'nem létezik'] },
  { language: 'ro', things: ['pagina', 'această pagină'], gone: ['nu a fost găsită', 'nu există', 'negăsită'] },
];

/** Words around a phrase that say nothing by themselves: a number, an exclamation. */
export const fillerWords: ReadonlySet<string> = new Set(
  (
    '1 error http https status code response oops ooops whoops ops oups ups uups upps hoppla ouch hmm hm uh oh ohh sorry ' +
    'yikes darn snap ohno no fehler erreur errore erro fout fel fejl feil virhe błąd chyba ошибка помилка hata 错误 錯誤 ' +
    'エラー 오류 에러 lỗi kesalahan galat خطأ خطای שגיאה ой упс désolé leider entschuldigung perdón desculpe maaf 抱歉 ' +
    '很抱歉 对不起 對不起 죄송합니다'
  ).split(' '),
);
