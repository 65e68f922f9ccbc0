const esc = String.fromCharCode(27);
/** Text that a terminal would obey, or that breaks a line. */
export const hostile = [
  `${esc}[31mred`,
  `${esc}]8;;https://evil.example${String.fromCharCode(7)}click${esc}]8;;${String.fromCharCode(7)}`,
  '\u202Egnp.exe',
  '\u2066abc\u2069',
  '\u061Cx',
  '\u009B2J',
  'two\u2028lines',
  'a\r\nb',
  '\u0000',
];
/** What no terminal should get: controls but the line feed, separators, turns of direction. */
export const unwanted = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/;
