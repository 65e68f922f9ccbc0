import { keywordsOf } from './keywords.js';

/** Names of pages that sites put before any page, for a browser, a country or an age that they do not serve, or while they are closed. */
const name =
  /(?:^|\/)(?:(?:un)?supported[-_]?browsers?|browser[-_]?(?:(?:is[-_]?)?not[-_]?supported|unsupported|upgrade|update|support|check)|(?:upgrade|update|outdated|old)[-_]?(?:your[-_]?)?browser|geo[-_]?(?:restrict(?:ed|ion)|block(?:ed)?|ip)|(?:region|country|location)[-_]?(?:blocked|restricted|unavailable|not[-_]?(?:available|supported)|select(?:or|ion)?)|(?:not|un)[-_]?available[-_]?in[-_]?your[-_]?(?:country|region)|(?:select|choose)[-_]?(?:your[-_]?)?(?:country|region|location|language)|age[-_]?(?:gate|check|verif(?:y|ication))|access[-_]?denied|(?:re)?captcha|challenge|are[-_]?you[-_]?(?:a[-_]?)?(?:human|robot)|robot[-_]?check|(?:site[-_]?|under[-_]?|down[-_]?for[-_]?)?maintenance(?:[-_]?mode)?|paywall|cookie[-_]?(?:wall|check|required|absent)|enable[-_]?(?:cookies|javascript)|no[-_]?(?:script|js))(?:\.\w+)?\/?$/i;
const cloudflare = /[?&]__cf_chl_\w+=/;

/** True for the address of a page that a site shows instead of the one that was requested, unless its name is what the entry is about. */
export function isObstacle(url: string, words: () => readonly string[] = () => []): boolean {
  const { pathname, search, hostname } = new URL(url);
  const [named = null] = name.exec(pathname) ?? [];
  const isTopic = named !== null && keywordsOf(named).some((word) => words().includes(word));
  return (
    (named !== null && !isTopic) || cloudflare.test(search) || /^(?:maintenance|geo-?block(?:ed)?)\./i.test(hostname)
  );
}
