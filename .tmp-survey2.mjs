var __defProp = Object.defineProperty;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target2, all) => {
  for (var name in all)
    __defProp(target2, name, { get: all[name], enumerable: true });
};

// src/model/errors.ts
var UserError;
var init_errors = __esm({
  "src/model/errors.ts"() {
    "use strict";
    UserError = class extends Error {
      name = "UserError";
    };
  }
});

// src/text/lines.ts
function linesOf(text, held2 = slots) {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code3 = text.charCodeAt(index);
    if (code3 === 10 || code3 === 13 && text.charCodeAt(index + 1) !== 10) starts.push(index + 1);
  }
  let last = 0;
  const points = new Array(held2);
  const positions = new Array(held2);
  const point = (offset2) => {
    const at = Math.max(0, Math.min(offset2, text.length));
    const slot = at % held2;
    const known = points[slot];
    if (known?.offset === at) return known;
    let low = (starts[last] ?? 0) <= at ? last : 0;
    let high = starts.length - 1;
    if (low + 1 <= high && (starts[low + 1] ?? 0) > at) high = low;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    last = low;
    const found = { line: low + 1, column: at - (starts[low] ?? 0) + 1, offset: at };
    points[slot] = found;
    return found;
  };
  const place = (start, end) => {
    const from = point(start);
    const to = point(Math.max(start, end));
    const slot = (from.offset * 7 + to.offset) % held2;
    const known = positions[slot];
    if (known?.start === from && known.end === to) return known;
    const found = { start: from, end: to };
    positions[slot] = found;
    return found;
  };
  const offset = (line, column) => (starts[line - 1] ?? text.length) + column - 1;
  return { point, place, offset };
}
var slots;
var init_lines = __esm({
  "src/text/lines.ts"() {
    "use strict";
    slots = 1024;
  }
});

// src/data/data-file.ts
function faultAt(file, line, what) {
  return new UserError(`${file}:${line}: ${what}`);
}
function tooManyFaults(faults) {
  const rest = faults.length - 5;
  return new UserError(faults.slice(0, 5).join("\n") + (rest > 0 ? `
and ${rest} more` : ""));
}
function placeOf2({ file, position }) {
  return `${file.path}:${position.start.line}`;
}
var limits;
var init_data_file = __esm({
  "src/data/data-file.ts"() {
    "use strict";
    init_errors();
    limits = {
      ...{ text: 25e6, records: 2e5, nested: 20 },
      ...{ sections: 5e3, values: 100, aliases: 100 }
    };
  }
});

// src/text/yaml-depth.ts
import { Lexer } from "yaml";
function tooDeepAt(text) {
  const indented = new RegExp(`^ {${deepestYaml * 10}}`, "m").exec(text);
  if (indented !== null) return indented.index;
  let [at, brackets2, marks4] = [0, 0, 0];
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") brackets2++;
    else if (token === "]" || token === "}") brackets2 = Math.max(0, brackets2 - 1);
    else if (brackets2 === 0 && /^[-?:]$/.test(token)) marks4++;
    else if (/[\r\n]/.test(token)) marks4 = 0;
    if (brackets2 > deepestYaml || marks4 > deepestYaml) return Math.min(at, text.length);
    if (!/^[\u0002\u0018\u001f\ufeff]/.test(token)) at += token.length;
  }
  return null;
}
var deepestYaml;
var init_yaml_depth = __esm({
  "src/text/yaml-depth.ts"() {
    "use strict";
    deepestYaml = 100;
  }
});

// src/data/read-yaml.ts
var read_yaml_exports = {};
__export(read_yaml_exports, {
  readYaml: () => readYaml
});
import { isAlias, isMap, isScalar, isSeq, parseDocument } from "yaml";
function readYaml(path, text) {
  const lines2 = linesOf(text);
  const document = parsed(path, text, (offset) => lines2.point(offset).line);
  const lineOf2 = (node) => lines2.point(node.range?.[0] ?? 0).line;
  const place = (node) => lines2.place(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  let aliases = 0;
  const known = /* @__PURE__ */ new Map();
  const resolved = (node) => {
    if (!isAlias(node)) return node ?? null;
    const before = known.get(node);
    if (before !== void 0) return before;
    if (++aliases > limits.aliases)
      throw faultAt(path, lineOf2(node), `more than ${limits.aliases} aliases; write the values themselves`);
    const target2 = node.resolve(document) ?? null;
    known.set(node, target2);
    return target2;
  };
  const child = (map, key) => {
    const [found, second] = map.items.filter((item) => isScalar(item.key) && String(item.key.value) === key);
    if (second !== void 0) throw faultAt(path, lineOf2(second.key), `\`${key}\` is there twice; remove one`);
    return found?.value;
  };
  const find2 = (from, key) => {
    if (!isMap(from)) return null;
    const own = resolved(child(from, key));
    if (own !== null) return own;
    const dot = key.indexOf(".");
    return dot < 0 ? null : find2(resolved(child(from, key.slice(0, dot))), key.slice(dot + 1));
  };
  const textOf3 = (node, key, record) => {
    const target2 = resolved(node);
    if (target2 === null) return [];
    if (!isScalar(target2))
      throw faultAt(path, lineOf2(isAlias(node) ? record : target2), `\`${key}\` must be a text, or a list of texts`);
    if (target2.value === null || target2.value === void 0) return [];
    const shown2 = typeof target2.value === "string" ? target2.value : target2.source ?? String(target2.value);
    return [{ text: shown2, position: place(target2) }];
  };
  const recordOf3 = (node) => ({
    file,
    position: place(node),
    records: (key) => recordsOf(node, key),
    values(key) {
      const found = find2(node, key);
      if (!isSeq(found)) return textOf3(found, key, node);
      if (found.items.length > limits.values)
        throw faultAt(path, lineOf2(found), `\`${key}\` has more than ${limits.values} values`);
      return found.items.flatMap((item) => textOf3(item, key, node));
    }
  });
  const recordsOf = (from, key) => {
    const found = key === null ? from : find2(from, key);
    if (found === null) return [];
    if (isMap(found)) return [recordOf3(found)];
    if (key !== null && isScalar(found) && found.value === null) return [];
    if (!isSeq(found)) throw faultAt(path, lineOf2(found), `${key === null ? "the file" : `\`${key}\``} must be a list`);
    if (found.items.length > limits.records) throw faultAt(path, lineOf2(found), `more than ${limits.records} records`);
    return found.items.map((item) => {
      const target2 = resolved(item);
      if (!isMap(target2))
        throw faultAt(path, lineOf2(target2 ?? found), "an entry must be a record with keys, such as `name: \u2026`");
      return recordOf3(target2);
    });
  };
  const file = { path, text, records: (key) => recordsOf(resolved(document.contents), key) };
  return file;
}
function parsed(path, text, lineOf2) {
  const deep = tooDeepAt(text);
  if (deep !== null) throw faultAt(path, lineOf2(deep), `nested more than ${deepestYaml} levels`);
  let document;
  try {
    document = parseDocument(text.replace(/^\uFEFF/, " "), { prettyErrors: false, uniqueKeys: false });
  } catch (error2) {
    if (!(error2 instanceof RangeError)) throw error2;
    throw faultAt(path, 1, "nested too deeply");
  }
  const [error] = document.errors;
  if (error !== void 0) throw faultAt(path, lineOf2(error.pos[0]), error.message.split("\n")[0] ?? "not valid YAML");
  return document;
}
var init_read_yaml = __esm({
  "src/data/read-yaml.ts"() {
    "use strict";
    init_lines();
    init_yaml_depth();
    init_data_file();
  }
});

// src/data/read-csv.ts
var read_csv_exports = {};
__export(read_csv_exports, {
  cellSeparator: () => cellSeparator,
  readCsv: () => readCsv
});
function readCsv(path, text) {
  const lines2 = linesOf(text);
  const rows = rowsOf2(path, text, (offset) => lines2.point(offset).line);
  const [header = [], ...others] = rows.filter((row) => row.length > 1 || row[0]?.text.trim() !== "");
  if (others.length > limits.records) throw faultAt(path, 1, `more than ${limits.records} records`);
  const names = header.map(({ text: name }) => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== void 0) throw faultAt(path, 1, `two columns are named \`${twice}\`; rename one`);
  const file = { path, text, records: (key) => key === null ? records : [] };
  const records = others.map((row) => {
    const position = lines2.place(row[0]?.start ?? 0, row.at(-1)?.end ?? 0);
    if (row.length > names.length)
      throw faultAt(path, position.start.line, `${row.length} cells, but the header has ${names.length}; quote commas`);
    const cellOf = (name) => {
      const cell2 = row[names.indexOf(name)];
      return cell2 === void 0 || cell2.text === "" ? [] : [{ text: cell2.text, position: lines2.place(cell2.start, cell2.end) }];
    };
    return {
      file,
      position,
      records: () => [],
      values: (key) => [
        ...cellOf(key),
        ...cellOf(`${key}[]`).flatMap(
          ({ text: cell2, position: at }) => cell2.split(cellSeparator).slice(0, limits.values).map((one) => ({ text: one, position: at }))
        )
      ]
    };
  });
  return file;
}
function rowsOf2(path, text, lineOf2) {
  const rows = [];
  let row = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  const plain3 = /[^,\r\n]*/y;
  const quoted = /"((?:[^"]|"")*)"/y;
  while (at < text.length) {
    const pattern2 = text[at] === '"' ? quoted : plain3;
    pattern2.lastIndex = at;
    const match2 = pattern2.exec(text);
    if (match2 === null) throw faultAt(path, lineOf2(at), "a quotation mark is never closed");
    const end = at + match2[0].length;
    row.push({ text: match2[1]?.replaceAll('""', '"') ?? match2[0], start: at, end });
    const next = text[end];
    if (next === ",") {
      at = end + 1;
      if (at === text.length) row.push({ text: "", start: at, end: at });
      continue;
    }
    if (next !== void 0 && next !== "\r" && next !== "\n")
      throw faultAt(path, lineOf2(end), "text follows a closing quotation mark; double the marks inside a cell");
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
var cellSeparator;
var init_read_csv = __esm({
  "src/data/read-csv.ts"() {
    "use strict";
    init_lines();
    init_data_file();
    cellSeparator = ";";
  }
});

// src/data/read-toml.ts
var read_toml_exports = {};
__export(read_toml_exports, {
  readToml: () => readToml
});
async function readToml(path, text) {
  const { parse: parse3, TomlError } = await import("smol-toml");
  let root;
  try {
    root = parse3(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    if (error instanceof TomlError) throw faultAt(path, error.line, error.message.split("\n")[0] ?? "not valid TOML");
    if (error instanceof RangeError) throw faultAt(path, 1, "nested too deeply");
    throw error;
  }
  const lines2 = linesOf(text);
  const file = {
    path,
    text,
    records(key) {
      const found = key === null ? root : find(root, key);
      if (found === void 0) return [];
      const items = Array.isArray(found) ? found : [found];
      if (items.length > limits.records) throw faultAt(path, 1, `more than ${limits.records} records`);
      const headers = key === null ? [] : headersOf(text, key);
      return items.map((item, index) => {
        const start = headers.length === items.length ? headers[index] ?? 0 : 0;
        const end = text.indexOf("\n", start);
        return recordOf(item, file, lines2.place(start, end < 0 ? text.length : end));
      });
    }
  };
  return file;
}
function recordOf(item, file, position) {
  const line = position.start.line;
  if (!isTable(item)) throw faultAt(file.path, line, 'an entry must be a table with keys, such as `name = "\u2026"`');
  const textOf3 = (value, key) => {
    if (isTable(value) || Array.isArray(value))
      throw faultAt(file.path, line, `\`${key}\` must be a text, or a list of texts`);
    return { text: String(value), position };
  };
  return {
    file,
    position,
    records(key) {
      const found = find(item, key);
      if (found === void 0) return [];
      const items = Array.isArray(found) ? found : [found];
      return items.map((one) => recordOf(one, file, position));
    },
    values(key) {
      const found = find(item, key);
      if (found === void 0) return [];
      if (!Array.isArray(found)) return [textOf3(found, key)];
      if (found.length > limits.values)
        throw faultAt(file.path, line, `\`${key}\` has more than ${limits.values} values`);
      return found.map((one) => textOf3(one, key));
    }
  };
}
function headersOf(text, key) {
  return [...text.matchAll(/^[ \t]*\[\[([^\]\r\n]+)\]\]/gm)].filter(([, name]) => name?.trim() === key).map(({ index }) => index);
}
function find(from, key) {
  if (!isTable(from)) return void 0;
  if (Object.hasOwn(from, key)) return from[key];
  const dot = key.indexOf(".");
  return dot < 0 || !Object.hasOwn(from, key.slice(0, dot)) ? void 0 : find(from[key.slice(0, dot)], key.slice(dot + 1));
}
function isTable(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
var init_read_toml = __esm({
  "src/data/read-toml.ts"() {
    "use strict";
    init_lines();
    init_data_file();
  }
});

// ../../../tmp/data18/survey2.ts
import { readFileSync, readdirSync } from "node:fs";

// src/grammar/grammar.ts
init_errors();

// src/text/regex-timeout.ts
init_errors();
import { createContext, Script } from "node:vm";
var TimeLimitError = class extends Error {
  name = "TimeLimitError";
};
var script = new Script("run()");
var sandbox = { run: () => {
} };
createContext(sandbox);
function withTimeLimit(milliseconds, run) {
  const results = [];
  const outer = sandbox.run;
  sandbox.run = () => {
    results.push(run());
  };
  try {
    script.runInContext(sandbox, { timeout: milliseconds });
  } catch (error) {
    if (error.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
    throw new TimeLimitError(`it took longer than ${milliseconds / 1e3} s`);
  } finally {
    sandbox.run = outer;
  }
  return results[0];
}
var patience = 2e3;
function withPatterns(where, run) {
  let current2 = "";
  try {
    return withTimeLimit(
      patience,
      () => run((pattern2, text) => {
        current2 = String(pattern2);
        return pattern2.test(text);
      })
    );
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    throw new UserError(`${where}: ${current2} regular expression is too slow; avoid nested quantifiers`);
  }
}

// src/grammar/automaton.ts
init_errors();

// src/grammar/format.ts
init_errors();
var [longest, deepest] = [2e3, 5];
var leads = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?/;
var fieldName = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
function readFormat(source, where) {
  if (source.length > longest) throw new UserError(`${where}: the format is longer than ${longest} characters`);
  const lead = leads.exec(source)?.[0] ?? "";
  const reader = new FormatReader(source.trimEnd(), lead.length, where);
  const parts2 = reader.parts(null, 0);
  if (parts2.length === 0) throw new UserError(`${where}: the format is empty`);
  return { source, lead: lead.trimStart(), parts: parts2 };
}
function plainFormat({ parts: parts2 }) {
  return parts2.map((part, index) => plainPart(part, index === parts2.length - 1)).join("");
}
function plainPart(part, isLast) {
  switch (part.kind) {
    case "text":
      return part.text;
    case "between":
      return isLast ? `${part.text}\u2026` : part.text;
    case "field":
      return part.name;
    case "group": {
      const inner = plainFormat({ parts: part.inner });
      return part.optional && inner.trim() === "" ? "" : inner;
    }
    case "image":
    case "link": {
      const { before, field, after: after3 } = part.target;
      const mark = part.kind === "image" ? "!" : "";
      return `${mark}[${plainFormat({ parts: part.inner })}](${before}${field ?? ""}${after3})`;
    }
    default: {
      const mark = { code: "`", bold: "**", emphasis: "*" }[part.kind];
      return mark + plainFormat({ parts: part.inner }) + mark;
    }
  }
}
function startsWithStop(text) {
  return /^[.。।]/.test(text);
}
function isFieldName(name) {
  return fieldName.test(name) && !(name in {});
}
var FormatReader = class {
  #text;
  #where;
  #at;
  constructor(text, at, where) {
    this.#text = text;
    this.#at = at;
    this.#where = where;
  }
  /** The parts up to `close`, which is passed over; null reads to the end. */
  parts(close, depth) {
    if (depth > deepest) this.#fail(`groups are nested more than ${deepest} deep`);
    const opened = this.#at;
    const found = [];
    let text = "";
    const push = (part) => {
      if (text !== "") found.push({ kind: "text", text });
      text = "";
      found.push(part);
    };
    while (close === null || !this.#text.startsWith(close, this.#at)) {
      if (this.#at >= this.#text.length) {
        if (close === null) break;
        this.#at = opened;
        this.#fail(`\`${close}\` is missing`);
      }
      const part = this.#part(depth);
      if (typeof part === "string") text += part;
      else push(part);
    }
    if (text !== "") found.push({ kind: "text", text });
    this.#at += close?.length ?? 0;
    return found;
  }
  /** The next part, or a character of text. */
  #part(depth) {
    const rest = this.#text.slice(this.#at, this.#at + 3);
    const [sign = ""] = rest;
    if (sign === "\\" && /^\\[!-/:-@[-`{-~]/.test(rest)) {
      this.#at += 2;
      return rest.slice(1, 2);
    }
    if (sign === "{") return this.#braces(depth);
    if (sign === "}") this.#fail("`}` has no `{`; write `\\}` for the character");
    if (rest.startsWith("![") && this.#linkEnd(this.#at + 1) > 0) return this.#link("image", depth);
    if (sign === "[" && this.#linkEnd(this.#at) > 0) return this.#link("link", depth);
    if (sign === "`" && this.#text.includes("`", this.#at + 1)) return this.#framed("code", "`", depth);
    const strong = /^(?:\*\*|__)(?=\S)/.exec(rest)?.[0];
    if (strong !== void 0 && this.#closes(strong)) return this.#framed("bold", strong, depth);
    const emphasis = /^[*_](?=[^\s*_])/.exec(rest)?.[0];
    if (emphasis !== void 0 && this.#closes(emphasis)) return this.#framed("emphasis", emphasis, depth);
    const point = this.#text.codePointAt(this.#at) ?? 0;
    const character = String.fromCodePoint(point);
    this.#at += character.length;
    return character;
  }
  #closes(mark) {
    return this.#text.indexOf(mark, this.#at + mark.length + 1) > 0;
  }
  #framed(kind, mark, depth) {
    this.#at += mark.length;
    return { kind, inner: this.parts(mark, depth + 1) };
  }
  #braces(depth) {
    const [, sign = ""] = this.#text.slice(this.#at, this.#at + 2);
    if (sign === "?" || sign === "+" || sign === "*") {
      this.#at += 2;
      const inner = this.parts("}", depth + 1);
      if (inner.every(canBeEmpty) && !inner.some(({ kind }) => kind === "between"))
        this.#fail(`a part in \`{${sign}\u2026}\` must not be optional as a whole`);
      return { kind: "group", optional: sign !== "+", repeated: sign !== "?", inner };
    }
    const end = this.#text.indexOf("}", this.#at);
    if (end < 0) this.#fail("`{` has no `}`; write `\\{` for the character");
    const inside = this.#text.slice(this.#at + 1, end);
    if (inside !== "" && !/[\p{L}\p{N}{]/u.test(inside)) {
      this.#at = end + 1;
      return { kind: "between", text: inside };
    }
    if (!isFieldName(inside))
      this.#fail(
        `\`{${inside}}\` is not a field; a name has letters, digits, \`-\` and \`_\`, and starts with a letter`
      );
    this.#at = end + 1;
    return { kind: "field", name: inside };
  }
  #link(kind, depth) {
    this.#at += kind === "image" ? 2 : 1;
    const inner = this.parts("](", depth + 1);
    const start = this.#at;
    const end = this.#targetEnd(start);
    if (end < 0) this.#fail("the target of the link has no `)`");
    const target2 = this.#text.slice(start, end);
    const field = /^([^{}\s]*)(?:\{([^{}]*)\}([^{}\s]*))?$/.exec(target2);
    const name = field?.[2] ?? null;
    if (field === null || name !== null && !isFieldName(name))
      this.#fail(`\`${target2}\` is not a target; write one field, such as \`{url}\`, with text around it if need be`);
    this.#at = end + 1;
    return { kind, inner, target: { before: field?.[1] ?? "", field: name, after: field?.[3] ?? "" } };
  }
  #targetEnd(start) {
    let open = 0;
    for (let at = start; at < this.#text.length; at++) {
      const sign = this.#text[at];
      if (sign === "(") open++;
      else if (sign === ")" && open-- === 0) return at;
    }
    return -1;
  }
  /** Where the text of a link that opens here ends, if it is a link; -1 for a bracket that is text. */
  #linkEnd(at) {
    let open = 0;
    for (let index = at; index < this.#text.length; index++) {
      const sign = this.#text[index];
      if (sign === "\\") index++;
      else if (sign === "[") open++;
      else if (sign === "]" && --open === 0) return this.#text[index + 1] === "(" ? index : -1;
    }
    return -1;
  }
  #fail(why) {
    throw new UserError(`${this.#where}: ${why} (at character ${this.#at + 1} of the format)`);
  }
};
function canBeEmpty(part) {
  return part.kind === "between" || part.kind === "group" && part.optional;
}

// src/grammar/automaton.ts
var mostStates = 2e3;
function automatonOf({ parts: parts2 }, where) {
  const states = [];
  const depths = [];
  const add = (state, depth) => {
    if (states.length >= mostStates) throw new UserError(`${where}: the format is too large; write a simpler one`);
    depths.push(depth);
    return states.push(state) - 1;
  };
  const sequence = (parts3, depth, next) => {
    let at = next;
    for (let index = parts3.length - 1; index >= 0; index--) {
      const part = parts3[index];
      const following = parts3[index + 1];
      if (part === void 0) continue;
      if (parts3[index - 1]?.kind === "between") {
        const from = seriesStart(parts3, index);
        at = series(parts3.slice(from, index + 1), depth, at);
        index = from;
        continue;
      }
      const stops = part.kind === "field" && following?.kind === "text" && startsWithStop(following.text);
      at = stops ? sentence(part.name, at, depth) : single(part, depth, at);
    }
    return at;
  };
  const sentence = (name, stop, depth) => {
    const dot = states[stop];
    if (dot?.op !== "character") return field(name, depth, [{ sentence: null, next: stop }]);
    return field(name, depth, [
      { sentence: "written", next: stop },
      { sentence: "own", next: dot.next }
    ]);
  };
  const field = (name, depth, ends) => {
    const leaves = ends.map(
      ({ sentence: mark, next }) => add({ op: "leave", field: name, sentence: mark, next }, depth)
    );
    const any = states.length;
    add({ op: "any", field: name, depth, next: any + 1 }, depth);
    add({ op: "split", next: [...leaves, any] }, depth);
    return add({ op: "enter", field: name, next: any }, depth);
  };
  const enclosed = (what, target2, inner, depth, next) => {
    const inside = what === "link" || what === "code" ? depth + 1 : depth;
    const end = add({ op: "close", what, target: target2, next }, inside);
    return add({ op: "open", what, target: target2, next: sequence(inner, inside, end) }, depth);
  };
  const fixed = (text, depth, next) => {
    const literal = { text };
    return text.split("").reduceRight(
      (at, character, index) => add({ op: "character", character, literal, index, next: at }, depth),
      next
    );
  };
  const single = (part, depth, next) => {
    switch (part.kind) {
      case "text":
      case "between":
        return fixed(part.text, depth, next);
      case "field":
        return field(part.name, depth, [{ sentence: null, next }]);
      case "link":
        return enclosed("link", part.target, part.inner, depth, next);
      case "image": {
        const [alt] = part.inner;
        return add({ op: "image", alt: alt?.kind === "field" ? alt.name : null, target: part.target, next }, depth);
      }
      case "group":
        return group(part, depth, next);
      default:
        return enclosed(part.kind, null, part.inner, depth, next);
    }
  };
  const group = ({ optional, repeated, inner }, depth, next) => {
    const last = inner.at(-1);
    const between = repeated && last?.kind === "between" ? last : null;
    const body = between === null ? inner : inner.slice(0, -1);
    if (!repeated) {
      const once = sequence(body, depth, next);
      return optional ? add({ op: "split", next: [once, next] }, depth) : once;
    }
    const again = states.length;
    const targets = [];
    add({ op: "split", next: targets }, depth);
    targets.push(
      sequence(between === null ? body : [{ kind: "text", text: between.text }, ...body], depth, again),
      next
    );
    if (optional && between === null) return again;
    const first = sequence(body, depth, again);
    return optional ? add({ op: "split", next: [first, next] }, depth) : first;
  };
  const series = (parts3, depth, next) => {
    const none2 = add({ op: "split", next: [] }, depth);
    let [first, later] = [none2, next];
    for (const [run, separator3] of runsOf(parts3).reverse()) {
      const optional = run.every(canBeEmpty);
      const solid = optional ? run.map(required) : run;
      const begin = sequence(solid, depth, later);
      const goOn = sequence([{ kind: "text", text: separator3 }, ...solid], depth, later);
      first = optional ? add({ op: "split", next: [begin, first] }, depth) : begin;
      later = optional ? add({ op: "split", next: [goOn, later] }, depth) : goOn;
    }
    return first;
  };
  const accept = add({ op: "accept" }, 0);
  return { start: sequence(parts2, 0, accept), states, depths, accept };
}
function seriesStart(parts2, index) {
  let first = index - 1;
  const last = parts2[first];
  for (let at = first - 2; at >= 0; at--) {
    const part = parts2[at];
    if (part?.kind !== "between" || last?.kind !== "between") continue;
    if (part.text !== last.text && at !== first - 2) break;
    first = at;
  }
  return Math.max(0, first - 1);
}
function runsOf(parts2) {
  const runs2 = [[[], ""]];
  for (const part of parts2) {
    if (part.kind === "between") runs2.push([[], part.text]);
    else runs2.at(-1)?.[0].push(part);
  }
  return runs2;
}
function required(part) {
  return part.kind === "group" ? { ...part, optional: false } : part;
}

// src/grammar/field-spec.ts
init_errors();

// src/text/license.ts
import parse from "spdx-expression-parse";
import deprecated from "spdx-license-ids/deprecated.json" with { type: "json" };
import ids from "spdx-license-ids/index.json" with { type: "json" };

// src/text/did-you-mean.ts
import leven from "leven";
function didYouMean(name, known, slips = Math.max(1, Math.floor(name.length / 3))) {
  let best = null;
  let least = slips + 1;
  for (const candidate of known) {
    const distance = leven(name.toLowerCase(), candidate.toLowerCase(), { maxDistance: least });
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === null ? "" : ` (did you mean "${best}"?)`;
}

// src/text/fsf-licenses.ts
var fsfApproved = new Set(
  [
    "AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-1.0 AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later APSL-2.0",
    "Apache-1.0 Apache-1.1 Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-2-Clause-FreeBSD BSD-2-Clause-NetBSD",
    "BSD-3-Clause BSD-3-Clause-Clear BSD-4-Clause BSL-1.0 BitTorrent-1.1 CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0",
    "CDDL-1.0 CECILL-2.0 CECILL-B CECILL-C CPAL-1.0 CPL-1.0 ClArtistic Condor-1.1 ECL-2.0 EFL-2.0 EPL-1.0",
    "EPL-2.0 EUDatagrid EUPL-1.1 EUPL-1.2 FSFAP FTL GFDL-1.1 GFDL-1.1-only GFDL-1.1-or-later GFDL-1.2",
    "GFDL-1.2-only GFDL-1.2-or-later GFDL-1.3 GFDL-1.3-only GFDL-1.3-or-later GPL-2.0 GPL-2.0+",
    "GPL-2.0-only GPL-2.0-or-later GPL-3.0 GPL-3.0+ GPL-3.0-only GPL-3.0-or-later HPND IJG IPA IPL-1.0 ISC",
    "Imlib2 Intel LGPL-2.1 LGPL-2.1+ LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0 LGPL-3.0+ LGPL-3.0-only",
    "LGPL-3.0-or-later LPL-1.02 LPPL-1.2 LPPL-1.3a MIT MPL-1.1 MPL-2.0 MS-PL MS-RL NCSA NOSL NPL-1.0",
    "NPL-1.1 Nokia Nunit ODbL-1.0 OFL-1.0 OFL-1.1 OLDAP-2.3 OLDAP-2.7 OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1",
    "OSL-3.0 OpenSSL PHP-3.01 Python-2.0 QPL-1.0 RPSL-1.0 Ruby SGI-B-2.0 SISSL SMLNJ SPL-1.0 Sleepycat",
    "StandardML-NJ UPL-1.0 Unlicense Vim W3C WTFPL X11 XFree86-1.1 YPL-1.1 ZPL-2.0 ZPL-2.1 Zend-2.0",
    "Zimbra-1.3 Zlib eCos-2.0 gnuplot iMatix xinetd"
  ].flatMap((line) => line.split(" "))
);

// src/text/osi-licenses.ts
var osiApproved = new Set(
  [
    "0BSD AAL AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later",
    "ALGLIB-Documentation APL-1.0 APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0 Apache-1.1 Apache-2.0 Artistic-1.0",
    "Artistic-1.0-Perl Artistic-1.0-cl8 Artistic-2.0 BSD-1-Clause BSD-2-Clause BSD-2-Clause-Patent",
    "BSD-3-Clause BSD-3-Clause-LBNL BSD-3-Clause-Open-MPI BSL-1.0 BlueOak-1.0.0 CAL-1.0",
    "CAL-1.0-Combined-Work-Exception CATOSL-1.1 CDDL-1.0 CECILL-2.1 CERN-OHL-P-2.0 CERN-OHL-S-2.0",
    "CERN-OHL-W-2.0 CNRI-Python CPAL-1.0 CPL-1.0 CUA-OPL-1.0 ECL-1.0 ECL-2.0 EFL-1.0 EFL-2.0 EPL-1.0",
    "EPL-2.0 EUDatagrid EUPL-1.1 EUPL-1.2 Entessa Fair Frameworx-1.0 GPL-2.0 GPL-2.0+ GPL-2.0-only",
    "GPL-2.0-or-later GPL-3.0 GPL-3.0+ GPL-3.0-only GPL-3.0-or-later GPL-3.0-with-GCC-exception HPND ICU",
    "IPA IPL-1.0 ISC Intel Jam LGPL-2.0 LGPL-2.0+ LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1 LGPL-2.1+",
    "LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0 LGPL-3.0+ LGPL-3.0-only LGPL-3.0-or-later LPL-1.0 LPL-1.02",
    "LPPL-1.3c LiLiQ-P-1.1 LiLiQ-R-1.1 LiLiQ-Rplus-1.1 MIT MIT-0 MIT-Modern-Variant MPL-1.0 MPL-1.1",
    "MPL-2.0 MPL-2.0-no-copyleft-exception MS-PL MS-RL MirOS Motosoto MulanPSL-2.0 Multics NASA-1.3 NCSA",
    "NGPL NPOSL-3.0 NTP Naumen Nokia OCLC-2.0 OFL-1.1 OFL-1.1-RFN OFL-1.1-no-RFN OGTSL OLDAP-2.8 OLFL-1.3",
    "OSC-1.0 OSET-PL-2.1 OSL-1.0 OSL-2.0 OSL-2.1 OSL-3.0 PHP-3.0 PHP-3.01 PostgreSQL Python-2.0 QPL-1.0",
    "RPL-1.1 RPL-1.5 RPSL-1.0 RSCPL SISSL SPL-1.0 SimPL-2.0 Sleepycat UCL-1.0 UPL-1.0 Unicode-3.0",
    "Unicode-DFS-2016 Unlicense VSL-1.0 W3C W3C-20150513 Watcom-1.0 WordNet Xnet ZPL-2.0 ZPL-2.1 Zlib",
    "wxWindows"
  ].flatMap((line) => line.split(" "))
);

// src/text/license.ts
var longest2 = 200;
function expressionOf(text) {
  if (text.length > longest2) return null;
  try {
    return parse(text.trim().replace(/\s*\/\s*/g, " OR "));
  } catch {
    return null;
  }
}
function licenseIds(text) {
  const expression = expressionOf(text);
  return expression === null ? null : idsIn(expression);
}
function licenseId(text) {
  const wanted2 = text.toLowerCase();
  return [...ids, ...deprecated].find((id) => id.toLowerCase() === wanted2) ?? null;
}
function nearestLicense(text) {
  return didYouMean(text, ids);
}
function idsIn(expression) {
  return "license" in expression ? [expression.license] : [...idsIn(expression.left), ...idsIn(expression.right)];
}

// src/grammar/field-spec.ts
var date = /^\d{4}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?$/;
var number = /^[+-]?\d[\d., ]{0,30}(?:[kKmMbB%+]|\d)?$/;
function fieldSpec(name, options2, where) {
  const values = options2.values ?? null;
  const folded = values === null ? null : new Set(values.map((value) => value.toLowerCase()));
  const chosen = options2.kind ?? "text";
  const wrong = chosen === "spdx" ? values?.find((value) => !isOfKind(value, chosen)) : void 0;
  if (wrong !== void 0)
    throw new UserError(`${where}: values: \`${wrong}\` is not an SPDX license${nearestLicense(wrong)}`);
  const accepts = (text) => folded === null ? isOfKind(text, chosen) : folded.has(text.toLowerCase());
  return {
    ...{ name, kind: chosen, values, options: options2, accepts, limits: values !== null || chosen !== "text" },
    prefixes: folded === null ? null : new Set([...folded].flatMap(prefixesOf)),
    pattern: options2.pattern === void 0 ? null : patternOf(options2.pattern, `${where}: pattern`)
  };
}
function prefixesOf(value) {
  return Array.from(value, (_, index) => value.slice(0, index + 1)).concat(value);
}
function isOfKind(text, kind) {
  switch (kind) {
    case "url":
      return !/\s/.test(text) && URL.canParse(text);
    case "date":
      return date.test(text);
    case "number":
      return number.test(text);
    case "spdx":
      return licenseIds(text) !== null || licenseId(text) !== null;
    default:
      return true;
  }
}
function patternOf(source, where) {
  try {
    return new RegExp(source, "u");
  } catch {
    throw new UserError(`${where}: \`${source}\` is not a valid regular expression`);
  }
}

// src/grammar/grammar.ts
var grammars = /* @__PURE__ */ new WeakMap();
function entryGrammar(options2, where = "entries") {
  const known = grammars.get(options2) ?? readGrammar(options2, where);
  grammars.set(options2, known);
  return known;
}
function readGrammar(options2, where) {
  const all = Array.isArray(options2) ? options2 : [options2];
  const matchers = all.map(({ sections }, index) => sectionMatcher(sections, `${where}[${index}].sections`));
  const compiled = /* @__PURE__ */ new Map();
  const compileFor = (applying) => {
    const key = applying.join(" ");
    const known = compiled.get(key) ?? compile(joined(applying.flatMap((index) => all[index] ?? [])), where);
    compiled.set(key, known);
    return known;
  };
  const applies = (index, scoped) => all[index]?.sections === void 0 || index === scoped;
  const fields = /* @__PURE__ */ new Set();
  for (const scoped of all.keys()) {
    const { specs } = compileFor([...all.keys()].filter((index) => applies(index, scoped)));
    for (const name of specs.keys()) fields.add(name);
  }
  for (const name of all.flatMap((one) => Object.keys(one.fields ?? {})))
    if (!fields.has(name)) throw new UserError(`${where}.fields.${name}: no format contains the field \`{${name}}\``);
  const tries = all.some(({ sections }) => [sections ?? []].flat().some((one) => slashed.test(one)));
  return {
    signature: JSON.stringify(all),
    findsNearest: true,
    sectionsFor(rows) {
      const choose = (test) => rows.map((titles) => compileFor([...all.keys()].filter((index) => matchers[index]?.(titles, test) ?? true)));
      return tries ? withPatterns(`${where}.sections`, choose) : choose(() => false);
    }
  };
}
function allFormats(options2, where = "entries") {
  return [options2].flat().flatMap((one) => {
    const { formats, columns } = compile(one, where);
    return [...formats ?? [], ...(columns ?? []).map(({ format }) => format)];
  });
}
function joined(formats) {
  return formats.reduce(
    (all, { format = all.format, columns = all.columns, fields }) => ({
      format,
      columns,
      fields: { ...all.fields, ...fields }
    }),
    {}
  );
}
var slashed = /^\/(.+)\/([a-z]*)$/s;
function sectionMatcher(sections, where) {
  if (sections === void 0) return null;
  const matches = [sections].flat().map((pattern2) => {
    const regex = slashed.exec(pattern2);
    if (regex === null) return (title) => title.toLowerCase() === pattern2.toLowerCase();
    try {
      const compiled = new RegExp(regex[1] ?? "", (regex[2] ?? "").replace(/[gy]/g, ""));
      return (title, test) => test(compiled, title);
    } catch {
      throw new UserError(`${where}: \`${pattern2}\` is not a valid regular expression`);
    }
  });
  return (titles, test) => titles.some((title) => matches.some((one) => one(title, test)));
}
function compile({ format = false, columns = false, fields = {} }, where) {
  const formats = format === false ? null : [format].flat().map((source) => compiledFormat(source, `${where}.format`));
  const read = columns === false ? null : Object.entries(columns).map(([heading, column]) => columnOf(heading, column, where));
  const asked = new Map(Object.entries(fields));
  for (const { field, options: options2 } of read ?? [])
    if (field !== null) asked.set(field, { ...asked.get(field), ...options2 });
  const names = /* @__PURE__ */ new Set();
  for (const { parts: parts2 } of [...formats ?? [], ...(read ?? []).map((one) => one.column.format)])
    fieldNames(parts2, names);
  const specs = new Map(
    [...names].map((name) => [name, fieldSpec(name, asked.get(name) ?? {}, `${where}.fields.${name}`)])
  );
  return { formats, columns: read?.map((one) => one.column) ?? null, specs };
}
function compiledFormat(source, where) {
  const format = readFormat(source, where);
  return { ...format, automaton: automatonOf(format, where) };
}
function columnOf(heading, said, where) {
  const { format: source, optional = false, ...options2 } = typeof said === "string" ? { format: said } : said;
  const at = `${where}.columns.${heading}`;
  const named3 = fieldOf(heading);
  if (source === void 0 && named3 === null)
    throw new UserError(`${at}: no field can be named after this heading; add a \`format\``);
  const format = compiledFormat(source ?? `{${named3}}`, at);
  const names = [...fieldNames(format.parts, /* @__PURE__ */ new Set())];
  const [name = null] = names;
  if (Object.keys(options2).length > 0 && names.length > 1)
    throw new UserError(`${at}: this column has several fields; set the requirements of each in \`fields\``);
  return { column: { heading, format, optional }, field: name, options: options2 };
}
function fieldOf(heading) {
  const name = heading.trim().toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[-0-9]+|-+$/g, "");
  return isFieldName(name) ? name : null;
}
function fieldNames(parts2, into) {
  for (const part of parts2) {
    if (part.kind === "field") into.add(part.name);
    if ("inner" in part) fieldNames(part.inner, into);
    if ("target" in part && part.target.field !== null) into.add(part.target.field);
  }
  return into;
}

// src/text/document-order.ts
function firstFrom(nodes, offset) {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((nodes[middle]?.position.start.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
function lastUpTo(nodes, offset) {
  return nodes[firstFrom(nodes, offset + 1) - 1];
}

// src/parse/parse.ts
init_lines();

// src/text/trim-end.ts
function lengthWithout(text, characters) {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return end;
}

// src/parse/classify-url.ts
var placeholders = [
  [
    "template-token",
    /^\[(?!https?:)|^[^?]*\[[A-Z][A-Z0-9_ .-]{2,}\]|\{\{[^{}]*\}\}|<[a-z][^<>]*>|\{your[^{}]*\}|\bYOUR_[A-Z]/
  ],
  ["example-host", /^(?:https?:)?\/\/(?:[^/?#@]*\.)?example\.(?:com|org|net)(?=[/?#:]|$)/i],
  [
    "example-repository",
    /^https?:\/\/(?:www\.)?(?:github|gitlab|bitbucket)\.(?:com|org)\/(?:user\/repo|username\/|your[-_]?(?:user(?:-?name)?|name|org(?:anization)?|repo|project|account)\b)/i
  ]
];
var placeholderWords = /* @__PURE__ */ new Set(["#", "link", "url", "todo", "tbd"]);
var domains = new Set(
  "com org net edu gov int io dev app ai co me xyz info tech site online cloud tv gg so to us uk de fr jp cn ru in br es nl ch se no fi dk ec pe uy ve ae sa il ir pk bd th vn my ph lk np ua by kz ee lv lt sk hr bg ro hu lu ie ge am az ma eg ng ke eu ca au nz kr tw it cz at be pt gr tr za mx ar cl id sg hk academy agency blog build chat club codes design digital directory email engineering finance fun games global guide guru help host live media network news ninja page pro run software solutions space store studio systems tools training video wiki world zone fm ly im is".split(" ")
);
var simpleHost = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+(?::\d{1,5})?$/i;
var mailbox = /^[^\s@<>"]+@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*\.)+[\p{L}\p{M}\p{N}-]+|\[[\da-f:.]+\])$/iu;
var schemePattern = /^([a-z][a-z0-9+.-]*):/i;
var schemeTypo = /^(?:htt(?=[:;]\/)|(?=[a-z]*p)(?=[a-z]*t)[htps]{3,12}(?=[:;]|\/\/))(?:[:;]\/{0,3}|\/\/)/i;
function classifyUrl(url, context) {
  if (url === "") return { sort: "placeholder", fault: "empty" };
  if (placeholderWords.has(url.toLowerCase())) return { sort: "placeholder", fault: "empty" };
  for (const [fault, pattern2] of placeholders) if (pattern2.test(url)) return { sort: "placeholder", fault };
  if (url.startsWith("#")) return { sort: "fragment", fault: null };
  const scheme = schemePattern.exec(url)?.[1]?.toLowerCase();
  if (scheme === "https" || scheme === "http") return readWeb(url);
  if (/^[([{"'“‘«`]\s*(?:https?:)?\/\//i.test(url)) return invalid("wrapped");
  if (scheme === "mailto") return isMail(url) ? { sort: "mail", fault: null } : invalid("mail");
  if (schemeTypo.test(url)) return invalid("scheme-typo");
  if (scheme !== void 0 && !scheme.includes(".") && scheme !== "localhost") return { sort: "scheme", fault: null };
  if (url.startsWith("//") || /^www\./i.test(url)) return invalid("no-scheme");
  const first = /^[^/?#:]*/.exec(url)?.[0] ?? "";
  const top = first.slice(first.lastIndexOf(".") + 1).toLowerCase();
  if (!context.image && simpleHost.test(first) && domains.has(top)) return invalid("no-scheme");
  return { sort: "local", fault: null };
}
function readWeb(url) {
  const rest = /^https?:\/\/(?!\/)(.*)$/is.exec(url)?.[1];
  if (rest === void 0) return invalid("slashes");
  if (/^(?:https?|ftp):\/{0,2}|^https?\/\//i.test(rest)) return invalid("double-scheme");
  const authority = /^[^/?#\\]*/.exec(rest)?.[0] ?? "";
  if (/\s/.test(authority) || /[^\S ]/.test(url)) return invalid("space");
  if (authority.includes("@")) return invalid("credentials");
  if (/["`<>]/.test(url) || /['’”]$/.test(url)) return invalid("quote");
  if (url.endsWith(")") && count(url, ")") > count(url, "(")) return invalid("parenthesis");
  if (simpleHost.test(authority) && /[a-z]$/i.test(authority)) return { sort: "web", fault: null };
  if (!URL.canParse(url)) return invalid("unparseable");
  const { hostname } = new URL(url);
  if (hostname === "localhost" || hostname.startsWith("[")) return { sort: "web", fault: null };
  const labels = hostname.replace(/\.$/, "").split(".");
  if (labels.length < 2 || labels.includes("")) return invalid("host");
  return { sort: "web", fault: null };
}
function isMail(url) {
  const [, to = "", query] = /^mailto:([^?]*)(\?.+)?$/is.exec(url) ?? [];
  if (to === "") return query !== void 0;
  return to.split(",").every((each) => mailbox.test(each.trim()));
}
function invalid(fault) {
  return { sort: "invalid", fault };
}
function count(text, char2) {
  return text.split(char2).length - 1;
}

// src/parse/blocks/collector.ts
function createCollector(source) {
  const links = [];
  const anchors = [];
  const around = { items: 0, quotes: 0, isTable: false };
  const link3 = (facts) => {
    const url = around.isTable ? facts.url.replaceAll("\\|", "|") : facts.url;
    const { sort, fault } = classifyUrl(url, { image: facts.image });
    const draft = {
      type: "link",
      url,
      text: facts.text,
      place: facts.image ? "badge" : "prose",
      form: facts.form,
      image: facts.image,
      alt: facts.alt ?? null,
      sort,
      fault,
      position: source.place(facts.start, facts.end),
      urlPosition: source.place(facts.urlStart, facts.urlEnd),
      entry: null
    };
    links.push(draft);
    return draft;
  };
  const fromTag = (token, address, text, image) => link3({
    url: address.value.trim(),
    alt: image ? token.attributes.get("alt")?.value ?? null : null,
    text,
    form: "html",
    image,
    start: token.start,
    end: token.end,
    urlStart: address.start,
    urlEnd: address.end
  });
  return {
    source,
    links,
    texts: [],
    comments: [],
    anchors,
    definitions: /* @__PURE__ */ new Map(),
    ...{ defined: [], blocks: [], items: [], tables: [], codes: [], unclosed: [], tooDeep: [] },
    around,
    at: source.shift,
    link: link3,
    htmlLink: (token) => {
      const none2 = { value: "", start: token.end, end: token.end };
      return fromTag(token, token.attributes.get("href") ?? none2, "", false);
    },
    htmlImage: (token) => {
      const address = token.attributes.get("src");
      return address === void 0 ? null : fromTag(token, address, token.attributes.get("alt")?.value.trim() ?? "", true);
    },
    htmlSources: (token) => {
      const sources = token.attributes.get("srcset");
      if (sources === void 0) return;
      const { value, start, end } = sources;
      const isExact = end - start === value.length;
      for (const { url, at } of readSrcset(value)) {
        const address = isExact ? { value: url, start: start + at, end: start + at + url.length } : { value: url, start, end };
        fromTag(token, address, token.attributes.get("alt")?.value.trim() ?? "", true);
      }
    },
    anchor: (token) => {
      for (const name of ["id", "name"]) {
        const id = token.attributes.get(name)?.value;
        if (id) anchors.push({ id, start: token.start, end: token.end });
      }
    }
  };
}
function* readSrcset(value) {
  const candidate = /[\s,]*(\S+)([^,]*)/y;
  for (let found = candidate.exec(value); found !== null; found = candidate.exec(value)) {
    const [whole, written2 = "", descriptor = ""] = found;
    const url = written2.slice(0, lengthWithout(written2, ","));
    const at = found.index + whole.length - descriptor.length - written2.length;
    if (url !== written2) candidate.lastIndex = at + written2.length;
    if (url !== "") yield { url, at };
  }
}

// src/model/reading-limits.ts
var maxDepth = 100;
var paragraphLimits = {
  /** `]`, each of which looks for its `[`. */
  brackets: 1e3,
  /** `<!` and `<?`, each of which looks for its end. */
  openers: 100,
  /** Characters that may begin or end emphasis, links, code and HTML. */
  marks: 3e3,
  lines: 500,
  /** UTF-16 units. */
  length: 5e4,
  /** UTF-16 units from a `[` on, each word of which looks back at it. */
  "link-text": 3e3
};

// src/parse/blocks/details.ts
function matchDetails(blocks) {
  const pairs2 = /* @__PURE__ */ new Map();
  const tooDeep = [];
  const open = [];
  for (const block of blocks) {
    if (block.kind === "summary") {
      const last = open.at(-1);
      if (last !== void 0) last.summary ??= block;
    } else if (block.kind === "details" && block.opens) open.push({ block, summary: null });
    else if (block.kind === "details") {
      const pair = open.pop();
      if (pair === void 0) continue;
      if (open.length >= maxDepth) {
        tooDeep.push(pair.block);
        continue;
      }
      pairs2.set(pair.block, block).set(block, block);
      if (pair.summary !== null) pairs2.set(pair.summary, block);
    }
  }
  return { pairs: pairs2, tooDeep };
}

// src/parse/blocks/inline.ts
function visibleText(pieces) {
  let text = "";
  for (const piece of pieces) {
    if (piece.kind === "text" || piece.kind === "code") text += piece.text;
    else if (piece.kind === "space" || piece.kind === "break") text += " ";
    else if (piece.kind === "link" || piece.kind === "mark") text += visibleText(piece.inner);
  }
  return text;
}
function visibleWords(pieces) {
  return visibleText(pieces).replace(/\s+/g, " ").trim();
}
function isBadge(piece) {
  if (piece.kind === "image") return true;
  if (piece.kind === "mark")
    return piece.inner.length > 0 && piece.inner.every((inner) => isBadge(inner) || isBlank(inner));
  return piece.kind === "link" && piece.inner.some(isBadge) && piece.inner.every((inner) => isBadge(inner) || isBlank(inner));
}
function isBlank(piece) {
  if (piece.kind === "text") return piece.text.trim() === "";
  return piece.kind === "space" || piece.kind === "break" || piece.kind === "note";
}
function linksOf(pieces, into = []) {
  for (const piece of pieces) {
    if (piece.kind === "link") into.push(piece.link);
    if (piece.kind === "image") into.push(piece.link);
    if (piece.kind === "link" || piece.kind === "mark") linksOf(piece.inner, into);
  }
  return into;
}
function innerRange(pieces) {
  const solid = pieces.filter((piece) => !isBlank(piece) && !isBadge(piece));
  const first = solid[0];
  const last = solid.at(-1);
  if (first === void 0 || last === void 0) return null;
  if (solid.length === 1 && first.kind === "mark") return innerRange(first.inner) ?? first;
  return { start: first.start, end: last.end };
}
function linkNode(link3, inner, start, end) {
  const piece = { kind: "link", link: link3, inner, start, end };
  const images = linksOf(inner).map((image) => image.text);
  link3.text = visibleWords(inner) || images.join(" ").trim();
  if (isBadge(piece)) link3.place = "badge";
  return piece;
}

// src/parse/blocks/open-comments.ts
function pageComments(text, found, html) {
  const sorted2 = found.toSorted((a, b) => a.start - b.start);
  const comments = [];
  let reached = 0;
  let block = 0;
  for (const [index, comment] of sorted2.entries()) {
    const { start, end } = comment;
    if (start < reached) continue;
    if (isClosed(text.slice(start, end))) {
      comments.push(comment);
      reached = end;
      continue;
    }
    const inline = sorted2.slice(index + 1).find((other) => other.start >= end)?.end ?? Number.POSITIVE_INFINITY;
    let closer = -1;
    for (; closer < 0 && block < html.length; block++) {
      const range = html[block];
      if (range === void 0 || range.start < end) continue;
      if (range.start >= inline) break;
      closer = closerIn(text, range);
    }
    if (closer >= 0) block -= 1;
    const last = closer >= 0 ? closer : inline;
    const isOpen = last === Number.POSITIVE_INFINITY;
    reached = isOpen ? text.length : last;
    const whole = { start, end: reached, text: text.slice(start + 4, isOpen ? reached : reached - 3) };
    comments.push(whole);
    if (isOpen) return { comments, open: whole };
  }
  return { comments, open: null };
}
function isClosed(source) {
  return /^<!--(?:-?>|[\s\S]*--!?>$)/.test(source);
}
function closerIn(text, { start, end }) {
  const at = text.indexOf("-->", start);
  return at < 0 || at + 3 > end ? -1 : at + 3;
}

// src/parse/blocks/read-blocks.ts
import { toString as textOf2 } from "mdast-util-to-string";

// src/text/append.ts
function append(array, items) {
  for (const item of items) array.push(item);
  return array;
}

// src/parse/blocks/html-tokenizer.ts
import { Tokenizer } from "htmlparser2";
var voidElements = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" ")
);
var quotes = ["", "", "'", '"'];
function readHtml(html, offset) {
  const tokens = [];
  let name = "";
  let tagStart = 0;
  let attributes = /* @__PURE__ */ new Map();
  let attributeName = "";
  let value = "";
  let valueStart = -1;
  const text = (words2, start, end) => {
    const last = tokens.at(-1);
    if (last?.kind === "text" && last.end === start + offset) {
      tokens[tokens.length - 1] = { ...last, text: last.text + words2, end: end + offset };
    } else tokens.push({ kind: "text", text: words2, start: start + offset, end: end + offset });
  };
  const open = (endIndex, closed) => {
    const end = Math.min(endIndex + 1, html.length);
    tokens.push({
      kind: "open",
      name,
      attributes,
      closed: closed || voidElements.has(name),
      start: tagStart + offset,
      end: end + offset
    });
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onattribdata(start, end) {
        if (valueStart < 0) valueStart = start;
        value += html.slice(start, end);
      },
      onattribentity(code3) {
        value += String.fromCodePoint(code3);
      },
      onattribend(quote, end) {
        const mark = quotes[quote] ?? "";
        const stop = end - mark.length;
        const from = mark === "" ? valueStart < 0 ? stop : valueStart : html.lastIndexOf(mark, stop - 1) + 1;
        if (!attributes.has(attributeName)) {
          attributes.set(attributeName, { value, start: from + offset, end: Math.max(from, stop) + offset });
        }
        value = "";
        valueStart = -1;
      },
      onattribname(start, end) {
        attributeName = html.slice(start, end).toLowerCase();
      },
      oncdata() {
      },
      onclosetag(start, end) {
        const stop = html.indexOf(">", end) + 1 || html.length;
        tokens.push({
          kind: "close",
          name: html.slice(start, end).toLowerCase(),
          start: html.lastIndexOf("<", start) + offset,
          end: stop + offset
        });
      },
      oncomment(start, end, endOffset) {
        const from = Math.max(0, html.lastIndexOf("<", start));
        const words2 = html.slice(start, Math.max(start, end - endOffset));
        tokens.push({
          kind: "comment",
          text: words2,
          start: from + offset,
          end: Math.min(end + 1, html.length) + offset
        });
      },
      ondeclaration() {
      },
      onend() {
      },
      onopentagend(end) {
        open(end, false);
      },
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        tagStart = html.lastIndexOf("<", start);
        attributes = /* @__PURE__ */ new Map();
      },
      onprocessinginstruction() {
      },
      onselfclosingtag(end) {
        open(end, true);
      },
      ontext(start, end) {
        text(html.slice(start, end), start, end);
      },
      ontextentity(code3, end) {
        text(String.fromCodePoint(code3), (tokens.at(-1)?.end ?? offset) - offset, end);
      }
    }
  );
  tokenizer.write(html);
  tokenizer.end();
  return tokens;
}

// src/parse/blocks/inline-builder.ts
var boldElements = /* @__PURE__ */ new Set(["b", "strong"]);
var markElements = /* @__PURE__ */ new Set(["i", "em", "u", "s", "del", "ins", "mark", "small", "sub", "sup"]);
var codeElements = /* @__PURE__ */ new Set(["code", "kbd", "samp", "tt"]);
function createInlineBuilder(reading) {
  const frames = [{ name: "", link: null, start: 0, pieces: [] }];
  let reports = false;
  const push = (piece) => {
    frames.at(-1)?.pieces.push(piece);
  };
  const close = (end) => {
    const frame = frames.pop();
    if (frame === void 0) return;
    const { name, start, link: link3, pieces: inner } = frame;
    if (link3 !== null) {
      link3.position = reading.source.place(start, end);
      push(linkNode(link3, inner, start, end));
    } else if (codeElements.has(name)) {
      push({ kind: "code", text: visibleWords(inner), start, end });
    } else {
      push({ kind: "mark", bold: boldElements.has(name), inner, start, end });
    }
  };
  const html = (token) => {
    if (token.kind === "text") pushLines(token.text, token.start, token.end, reading, push);
    else if (token.kind === "comment") {
      reading.comments.push({ text: token.text, start: token.start, end: token.end });
      push({ kind: "note", start: token.start, end: token.end });
    } else if (token.kind === "close") {
      const index = frames.findLastIndex((frame) => frame.name === token.name);
      if (index < 1) push({ kind: "note", start: token.start, end: token.end });
      else while (frames.length > index) close(token.end);
    } else {
      reading.anchor(token);
      const { name, start, end } = token;
      if (name === "br") push({ kind: "break", start, end });
      else if (name === "img" || name === "source") {
        reading.htmlSources(token);
        const link3 = reading.htmlImage(token);
        push(link3 === null ? { kind: "note", start, end } : { kind: "image", link: link3, start, end });
      } else if (name === "a" && token.attributes.has("href")) {
        const outer = frames.findLastIndex((frame) => frame.name === "a");
        if (outer > 0) while (frames.length > outer) close(start);
        frames.push({ name, link: reading.htmlLink(token), start, pieces: [] });
      } else if (frames.length <= maxDepth && !token.closed && (boldElements.has(name) || markElements.has(name) || codeElements.has(name))) {
        frames.push({ name, link: null, start, pieces: [] });
      } else {
        if (frames.length > maxDepth && !token.closed && !reports) {
          reading.tooDeep.push({ start, end });
          reports = true;
        }
        push({ kind: "note", start, end });
      }
    }
  };
  return {
    push,
    html,
    finish() {
      const last = frames.at(-1)?.pieces.at(-1)?.end ?? frames.at(-1)?.start ?? 0;
      while (frames.length > 1) close(Math.max(last, frames.at(-1)?.start ?? 0));
      return frames[0]?.pieces.slice() ?? [];
    }
  };
}
function pushLines(text, start, end, reading, push) {
  if (!text.includes("\n") && !text.includes("\r")) {
    pushText(text, start, end, reading, push);
    return;
  }
  const source = reading.source.text;
  let cursor = start;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (index > 0) {
      push({ kind: "space", start: cursor, end: cursor });
      while (cursor < end && /[\s>]/.test(source[cursor] ?? "") && !line.startsWith(source.slice(cursor, cursor + 1)))
        cursor++;
    }
    const trimmed = line.trim();
    if (trimmed === "") continue;
    const lead = line.length - line.trimStart().length;
    if (index === 0 && lead > 0 && source.startsWith(line.slice(0, lead), cursor)) {
      push({ kind: "text", text: " ", start: cursor, end: cursor + lead });
      cursor += lead;
    }
    const within2 = source.slice(cursor, end).indexOf(trimmed);
    const found = cursor + within2;
    const exact = within2 >= 0;
    const from = exact ? found : cursor;
    const lineEnd = source.slice(from, end).search(/[\r\n]/);
    const to = exact ? found + trimmed.length : lineEnd < 0 ? end : from + lineEnd;
    const spaced = line.trimEnd().length < line.length;
    const tail = exact && spaced && source.startsWith(" ", to) && to < end ? 1 : 0;
    pushText(spaced && (tail > 0 || !exact) ? `${trimmed} ` : trimmed, from, to + tail, reading, push);
    cursor = to + tail;
  }
}
function pushText(text, start, end, reading, push) {
  push({ kind: "text", text, start, end });
  reading.texts.push({ text, position: reading.source.place(start, end) });
}

// src/parse/blocks/read-html-blocks.ts
var blockElements = new Set(
  "address article aside blockquote body caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p picture pre section summary table tbody td tfoot th thead tr ul".split(" ")
);
var closedBy = {
  p: blockElements,
  li: /* @__PURE__ */ new Set(["li"]),
  tr: /* @__PURE__ */ new Set(["tr", "tbody", "tfoot"]),
  td: /* @__PURE__ */ new Set(["td", "th", "tr", "tbody", "tfoot"]),
  th: /* @__PURE__ */ new Set(["td", "th", "tr", "tbody", "tfoot"]),
  dt: /* @__PURE__ */ new Set(["dt", "dd"]),
  dd: /* @__PURE__ */ new Set(["dt", "dd"])
};
function readHtmlBlocks(tokens, reading) {
  const stack = [container("", tokens[0]?.start ?? 0)];
  const ignored = [];
  let weaver = null;
  const top = () => stack.at(-1) ?? container("", 0);
  const flush = () => {
    const pieces = weaver?.finish() ?? [];
    weaver = null;
    if (pieces.every(isBlank)) return;
    const here = top();
    append(here.pieces, pieces);
    const first = pieces.find((piece) => !isBlank(piece)) ?? pieces[0];
    const last = pieces.findLast((piece) => !isBlank(piece)) ?? pieces.at(-1);
    if (first && last)
      here.blocks.push({
        kind: "paragraph",
        html: true,
        quoted: reading.around.quotes > 0,
        pieces,
        start: first.start,
        end: last.end
      });
  };
  const close = (end2) => {
    flush();
    const done = stack.pop();
    if (done !== void 0) settle(done, top(), end2);
  };
  for (const token of tokens) {
    if (token.kind === "open" && (blockElements.has(token.name) || token.name === "details")) {
      reading.anchor(token);
      flush();
      while (stack.length > 1 && closedBy[top().name]?.has(token.name)) close(token.start);
      if (token.name === "details")
        top().blocks.push({ kind: "details", opens: true, start: token.start, end: token.end });
      else if (token.name === "hr") top().blocks.push({ kind: "other", start: token.start, end: token.end });
      else if (token.closed) continue;
      else if (stack.length <= maxDepth) stack.push(container(token.name, token.start));
      else {
        if (ignored.length === 0) reading.tooDeep.push({ start: token.start, end: token.end });
        ignored.push(token.name);
      }
    } else if (token.kind === "close" && (blockElements.has(token.name) || token.name === "details")) {
      flush();
      if (token.name === "details") {
        top().blocks.push({ kind: "details", opens: false, start: token.start, end: token.end });
        continue;
      }
      if (ignored.at(-1) === token.name) {
        ignored.pop();
        continue;
      }
      const index = stack.findLastIndex((open) => open.name === token.name);
      if (index > 0) while (stack.length > index) close(token.end);
    } else {
      weaver ??= createInlineBuilder(reading);
      weaver.html(token);
    }
  }
  const end = tokens.at(-1)?.end ?? 0;
  flush();
  while (stack.length > 1) close(end);
  return stack[0]?.blocks ?? [];
}
function container(name, start) {
  return { name, start, blocks: [], items: [], rows: [], cells: [], pieces: [], header: false };
}
var cellsAndSummaries = /* @__PURE__ */ new Set(["summary", "td", "th"]);
function settle(done, parent, end) {
  const { name, start, blocks, pieces } = done;
  const heading = /^h([1-6])$/.exec(name);
  if (heading) {
    const slugText = visibleText(pieces).trim();
    parent.blocks.push({ kind: "heading", form: "html", depth: Number(heading[1]), pieces, slugText, start, end });
  } else if (cellsAndSummaries.has(name) && blocks.some((block) => block.kind === "heading")) {
    append(parent.blocks, blocks);
    if (name !== "summary") parent.cells.push({ pieces: [], start, end });
  } else if (name === "summary") {
    parent.blocks.push({ kind: "summary", pieces, start, end });
  } else if (name === "li") {
    parent.items.push({ marker: null, task: null, blocks, start, end });
  } else if ((name === "ul" || name === "ol") && done.items.length > 0) {
    append(parent.blocks, blocks).push({ kind: "list", html: true, items: done.items, start, end });
  } else if (name === "td" || name === "th") {
    parent.cells.push({ pieces, start, end });
    if (name === "th") parent.header = true;
  } else if (name === "tr") {
    append(parent.blocks, blocks);
    parent.rows.push({ cells: done.cells, start, end });
    if (done.header && parent.rows.length === 1) parent.header = true;
  } else if (name === "table" && done.rows.length > 0) {
    const header = done.header ? done.rows[0]?.cells.map((cell2) => cell2.pieces) ?? [] : [];
    const rows = done.header ? done.rows.slice(1) : done.rows;
    append(parent.blocks, blocks).push({ kind: "table", html: true, header, rows, start, end });
  } else {
    append(parent.blocks, blocks);
    append(parent.items, done.items);
    append(parent.rows, done.rows);
    append(parent.cells, done.cells);
    parent.header ||= done.header;
    append(parent.pieces, pieces);
  }
}

// src/parse/blocks/read-inline.ts
import { toString as textOf } from "mdast-util-to-string";
function readInline(nodes, reading, from, to) {
  const weaver = createInlineBuilder(reading);
  let cursor = from;
  for (const node of nodes) {
    const [start, end] = rangeOf(node, reading, cursor, to);
    if (end <= cursor && end > start) continue;
    if (start < cursor) {
      cursor = readTags(cursor, end, to, reading, weaver);
      continue;
    }
    cursor = end;
    switch (node.type) {
      case "text":
        if (node.value.includes("<") && node.value.includes("="))
          cursor = readTags(start, end, to, reading, weaver, node.value);
        else pushLines(node.value, start, end, reading, weaver.push);
        break;
      case "inlineCode":
        reading.codes.push(reading.source.place(start, end));
        weaver.push({ kind: "code", text: node.value, start, end });
        break;
      case "break":
        weaver.push({ kind: "break", start, end });
        break;
      case "emphasis":
      case "strong":
      case "delete":
        weaver.push({
          kind: "mark",
          bold: node.type === "strong",
          inner: readInline(node.children, reading, start, end),
          start,
          end
        });
        break;
      case "html":
        for (const token of readHtml(node.value, start)) weaver.html(token);
        break;
      case "image": {
        const [urlStart, urlEnd] = addressRange(reading.source.text, node.url, start + 2, end);
        const facts = {
          url: node.url,
          text: node.alt ?? "",
          form: "image",
          image: true,
          alt: node.alt ?? "",
          start,
          end,
          urlStart,
          urlEnd
        };
        weaver.push({ kind: "image", link: reading.link(facts), start, end });
        break;
      }
      case "link": {
        const opener = reading.source.text.charAt(start);
        const form = opener === "<" ? "autolink" : opener === "[" ? "inline" : "literal";
        const last = node.children.at(-1)?.position?.end.offset;
        const search = last === void 0 ? start + 1 : last + reading.at;
        const [urlStart, urlEnd] = form === "inline" ? addressRange(reading.source.text, node.url, search, end) : form === "autolink" ? [start + 1, end - 1] : [start, end];
        const link3 = reading.link({ url: node.url, text: "", form, image: false, start, end, urlStart, urlEnd });
        const inner = readInline(node.children, reading, start, end);
        weaver.push(linkNode(link3, inner, start, end));
        break;
      }
      case "linkReference":
      case "imageReference": {
        const definition = reading.definitions.get(node.identifier);
        if (definition === void 0) break;
        definition.uses++;
        const image = node.type === "imageReference";
        const { url, urlStart, urlEnd } = definition;
        const text = node.type === "imageReference" ? node.alt ?? "" : "";
        const alt = image ? text : null;
        const link3 = reading.link({ url, text, form: "reference", image, alt, start, end, urlStart, urlEnd });
        if (node.type === "imageReference") weaver.push({ kind: "image", link: link3, start, end });
        else {
          weaver.push(linkNode(link3, readInline(node.children, reading, start, end), start, end));
        }
        break;
      }
      case "footnoteReference":
        weaver.push({ kind: "note", start, end });
        break;
      default:
        pushLines(textOf(node), start, end, reading, weaver.push);
    }
  }
  return weaver.finish();
}
var unquotedTag = /<[a-z][a-z0-9-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'|[^\s"'=<>`]+))?)*\s*\/?>/giy;
function readTags(start, end, to, reading, weaver, value) {
  const { text } = reading.source;
  let from = start;
  for (let at = text.indexOf("<", start); at >= 0 && at < end; at = text.indexOf("<", at + 1)) {
    unquotedTag.lastIndex = at;
    const tag = text[at - 1] === "\\" ? void 0 : unquotedTag.exec(text)?.[0];
    if (tag === void 0 || at + tag.length > to || !/=\s*[^\s"'>=]*\//.test(tag)) continue;
    if (at > from) pushLines(text.slice(from, at), from, at, reading, weaver.push);
    from = at + tag.length;
    for (const token of readHtml(tag, at)) weaver.html(token);
    at = from - 1;
  }
  if (from === start) pushLines(value ?? text.slice(start, end), start, end, reading, weaver.push);
  else if (from < end) pushLines(text.slice(from, end), from, end, reading, weaver.push);
  return Math.max(from, end);
}
function rangeOf(node, reading, cursor, to) {
  const { start, end } = node.position ?? {};
  if (start?.offset !== void 0 && end?.offset !== void 0) {
    return [start.offset + reading.at, end.offset + reading.at];
  }
  const text = textOf(node);
  const found = reading.source.text.slice(cursor, to).indexOf(text);
  return found < 0 ? [cursor, cursor] : [cursor + found, cursor + found + text.length];
}
function addressRange(text, url, from, to) {
  const opening = text.slice(from, to).search(/\]\(/);
  let start = opening < 0 ? from : from + opening + 2;
  while (start < to && /\s/.test(text[start] ?? "")) start++;
  const angled = text[start] === "<";
  if (angled) start++;
  if (url !== "" && text.startsWith(url, start)) return [start, start + url.length];
  const end = text.slice(start, to).search(angled ? />/ : /[\s)]/);
  return [start, end < 0 ? to : start + end];
}

// src/parse/blocks/read-blocks.ts
function readBlocks(nodes, reading) {
  const blocks = [];
  for (const node of nodes) readNode(node, reading, blocks);
  return blocks.slice();
}
function readPart({ nodes, at, goesOn }, reading, blocks) {
  reading.at = at + reading.source.shift;
  const last = blocks.at(-1);
  const [first, ...rest] = readBlocks(nodes, reading);
  if (goesOn && nodes[0]?.type === "list" && last?.kind === "list" && first?.kind === "list") {
    for (const item of first.items) last.items.push(item);
    blocks[blocks.length - 1] = { ...last, end: first.end };
  } else if (first !== void 0) blocks.push(first);
  for (const block of rest) blocks.push(block);
}
function readDefinitions(nodes, reading) {
  for (const node of nodes) {
    if (node.type === "definition") define(node, reading);
    else if ("children" in node && node.type !== "paragraph" && node.type !== "heading" && node.type !== "table")
      readDefinitions(node.children, reading);
  }
}
function define(node, reading) {
  const [start, end] = rangeOf2(node, reading);
  const { text } = reading.source;
  const from = text.slice(start, end).search(/\]:/);
  const search = from < 0 ? start : start + from + 2;
  const found = text.slice(search, end).indexOf(node.url);
  const urlStart = found < 0 ? search : search + found;
  const urlEnd = found < 0 ? end : urlStart + node.url.length;
  const earlier = reading.definitions.get(node.identifier) ?? null;
  const draft = { label: node.identifier, url: node.url, start, end, urlStart, urlEnd, uses: 0, earlier };
  reading.defined.push(draft);
  if (earlier === null) reading.definitions.set(node.identifier, draft);
}
function readNode(node, reading, blocks) {
  const [start, end] = rangeOf2(node, reading);
  tellBlock(node, start, end, reading);
  switch (node.type) {
    case "heading":
      blocks.push({
        kind: "heading",
        form: "heading",
        depth: node.depth,
        pieces: readInline(node.children, reading, start, end),
        slugText: textOf2(node, { includeImageAlt: false, includeHtml: false }),
        start,
        end
      });
      break;
    case "paragraph":
      if (isMath(node, reading)) blocks.push({ kind: "other", start, end });
      else append(blocks, withHeadings(readInline(node.children, reading, start, end), node, reading, { start, end }));
      break;
    case "list":
      blocks.push({ kind: "list", html: false, items: readItems(node, reading), start, end });
      break;
    case "table":
      blocks.push(readTable(node, reading, start, end));
      break;
    case "html":
      append(blocks, readHtmlBlocks(readHtml(node.value, start), reading));
      break;
    case "blockquote":
      reading.around.quotes++;
      append(blocks, readBlocks(node.children, reading));
      reading.around.quotes--;
      break;
    case "footnoteDefinition":
      readBlocks(node.children, reading);
      blocks.push({ kind: "other", start, end });
      break;
    case "definition":
      break;
    default:
      blocks.push({ kind: "other", start, end });
  }
}
function isMath(node, reading) {
  const [start, end] = rangeOf2(node, reading);
  const source = reading.source.text.slice(start, end);
  return source.startsWith("$$") && source.length > 4 && source.indexOf("$$", 2) === source.trimEnd().length - 2;
}
function withHeadings(pieces, node, reading, range) {
  const paragraph2 = (inner, { start, end } = range) => ({
    ...{ kind: "paragraph", html: false, quoted: reading.around.quotes > 0, pieces: inner, start, end }
  });
  if (!node.children.some((child) => child.type === "html" && /^<h[1-6][\s>]/i.test(child.value)))
    return [paragraph2(pieces)];
  const blocks = [];
  let from = range.start;
  let open = null;
  const leave = (end) => {
    const inner = piecesWithin(pieces, from, end);
    if (!inner.every(isBlank)) blocks.push(paragraph2(inner, { start: from, end }));
  };
  for (const child of node.children) {
    const tag = child.type === "html" ? /^<(\/?)h([1-6])[\s>]/i.exec(child.value) : null;
    const [start, end] = rangeOf2(child, reading);
    if (tag?.[1] === "" && open === null) {
      leave(start);
      open = { start, depth: Number(tag[2]) };
    } else if (tag?.[1] === "/" && open !== null) {
      const inner = piecesWithin(pieces, open.start, end);
      const slugText = visibleText(inner).trim();
      blocks.push({
        kind: "heading",
        form: "html",
        depth: open.depth,
        pieces: inner,
        slugText,
        start: open.start,
        end
      });
      open = null;
      from = end;
    }
  }
  leave(range.end);
  return blocks;
}
function piecesWithin(pieces, from, to) {
  return pieces.flatMap((piece) => {
    if (piece.end <= from || piece.start >= to) return [];
    if (piece.kind !== "link" && piece.kind !== "mark") return piece.start >= from && piece.end <= to ? [piece] : [];
    const inner = piecesWithin(piece.inner, from, to);
    return inner.length === 0 ? [] : [{ ...piece, inner }];
  });
}
function readItems(list, reading) {
  const depth = ++reading.around.items;
  const items = list.children.map((item) => {
    const [start, end] = rangeOf2(item, reading);
    const marker = /^(?:[-*+]|\d{1,9}[.)])/.exec(reading.source.text.slice(start, start + 11))?.[0] ?? null;
    const task = item.checked === null || item.checked === void 0 ? null : item.checked ? "done" : "open";
    if (marker !== null) reading.items.push({ marker, depth, task, position: reading.source.place(start, end) });
    return { marker, task, blocks: readBlocks(item.children, reading), start, end };
  });
  reading.around.items--;
  return items;
}
function readTable(table, reading, start, end) {
  reading.around.isTable = true;
  const rows = table.children.map((row) => {
    const [rowStart, rowEnd] = rangeOf2(row, reading);
    const cells = row.children.map((cell2) => {
      const [from, to] = rangeOf2(cell2, reading);
      return { pieces: readInline(cell2.children, reading, from, to), start: from, end: to };
    });
    return { cells, start: rowStart, end: rowEnd };
  });
  reading.around.isTable = false;
  const read = rows.map((row) => ({
    cells: row.cells.map(({ pieces, start: from, end: to }) => ({
      text: visibleWords(pieces),
      position: reading.source.place(pieces[0]?.start ?? from, pieces.at(-1)?.end ?? to)
    })),
    position: reading.source.place(row.start, row.end)
  }));
  const [header, ...others] = read;
  if (header !== void 0) reading.tables.push({ header, rows: others, position: reading.source.place(start, end) });
  return {
    kind: "table",
    html: false,
    header: rows[0]?.cells.map((cell2) => cell2.pieces) ?? [],
    rows: rows.slice(1),
    start,
    end
  };
}
var blockKinds = {
  heading: "heading",
  paragraph: "paragraph",
  code: "code",
  html: "html",
  table: "table",
  thematicBreak: "break",
  definition: "definition",
  footnoteDefinition: "footnote"
};
function tellBlock(node, start, end, reading) {
  const known = blockKinds[node.type];
  if (known === void 0) return;
  const kind = known === "paragraph" && isMath(node, reading) ? "code" : known;
  const position = reading.source.place(start, end);
  const only2 = node.type === "paragraph" && node.children.length === 1 ? node.children[0]?.type : void 0;
  const { items, quotes: quotes3 } = reading.around;
  const emphasised = only2 === "strong" || only2 === "emphasis";
  reading.blocks.push({ kind, position, items, quoted: quotes3 > 0, emphasised });
  if (kind === "code") reading.codes.push(position);
  if (node.type === "code") tellUnclosedFence(start, end, reading);
}
function tellUnclosedFence(start, end, reading) {
  const { text } = reading.source;
  if (/\S/.test(text.slice(end))) return;
  const source = text.slice(start, end);
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[0];
  if (fence === void 0) return;
  const last = source.slice(source.search(/[\r\n]|$/)).split(/\r\n|\r|\n/).at(-1) ?? "";
  const closed = new RegExp(`^[\\s>]*\\${fence[0]}{${fence.length},}\\s*$`).test(last);
  if (!closed) reading.unclosed.push({ what: "fence", position: reading.source.place(start, start + fence.length) });
}
function rangeOf2(node, reading) {
  const start = node.position?.start.offset ?? 0;
  return [start + reading.at, (node.position?.end.offset ?? start) + reading.at];
}

// src/text/front-matter.ts
var yamlLine = /^(?:[^\s:#>|*`[\]{}!&%@,-](?:[^:]|:(?=\S))*:(?:\s.*)?|["'][^"']*["']\s*:.*|[ \t]+.*|#.*|-(?:\s.*)?|[\]}].*|\s*)$/s;
var yamlKey = /^["']?[^\s:#>|*`[\]{}!&%@,-](?:[^:]|:(?=\S))*:(?:\s|$)/;
var tomlKey = /^\s*(?:[\w."'-]+\s*=|\[{1,2}[^\]]+\]{1,2}\s*$)/;
var longest3 = 1e5;
function frontMatterEnd(text) {
  const fence = /^(---|\+\+\+)(?:[ \t\r]*\n|[ \t]*(\r))/.exec(text);
  if (fence?.[1] === void 0) return null;
  const isYaml = fence[1] === "---";
  let hasKey = false;
  const line = fence[2] === "\r" ? /([^\r]*)(\r|$)/y : /([^\n]*?)(\r?\n|$)/y;
  line.lastIndex = fence[0].length;
  while (line.lastIndex < Math.min(text.length, longest3)) {
    const words2 = (line.exec(text)?.[1] ?? "").replace(/^\r+|^\uFEFF+/, "");
    const bare = words2.trimEnd();
    if (bare === fence[1] || isYaml && bare === "...") return hasKey ? line.lastIndex : null;
    if (isYaml && !yamlLine.test(words2)) return null;
    hasKey ||= (isYaml ? yamlKey : tomlKey).test(words2);
  }
  return null;
}

// src/parse/blocks/source.ts
init_lines();

// src/parse/limits.ts
var htmlBlock = /^ {0,3}<(?:!|\?|\/?(?:address|article|aside|base|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|ol|optgroup|option|p|param|pre|script|search|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|track|ul)(?:[\s>/]|$))/i;
var container2 = /[\t ]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[\t \r\n]|$))/y;
var thematicBreak = /[\t ]*([-*_])(?:[\t ]*\1){2,}[\t ]*(?=[\r\n]|$)/y;
var underline = / {0,3}-+[\t ]*(?=[\r\n]|$)/y;
function unreadRanges(text) {
  const ranges = [];
  const columns = [];
  let fence = null;
  let paragraph2 = startParagraph();
  let isRaw = false;
  let open = null;
  const leave = (what, start, end) => {
    const last = ranges.at(-1);
    if (last !== void 0 && open === what) ranges[ranges.length - 1] = { what, start: last.start, end };
    else ranges.push({ what, start, end });
    open = what;
  };
  for (let at = 0; at < text.length; ) {
    const line = readLine(text, at, paragraph2.lines > 0);
    at = text[line.end] === "\r" && text[line.end + 1] === "\n" ? line.end + 2 : line.end + 1;
    const isEmpty = line.words === line.end && line.bullets === 0;
    if (fence !== null) {
      const isInside2 = isEmpty || line.quotes >= fence.quotes && line.column >= fence.column;
      const isEnd = isInside2 && closes(fence, text.slice(line.words, Math.min(line.end, line.words + 200)));
      if (!isInside2 || isEnd) fence = null;
      if (isInside2) continue;
    }
    if (isEmpty) {
      paragraph2 = startParagraph();
      isRaw = false;
      open = null;
      continue;
    }
    if (line.bullets > 0 || paragraph2.lines === 0) {
      while (columns.length > 0 && (columns.at(-1) ?? 0) > line.indent) columns.pop();
      if (line.bullets > 0) columns.push(line.column);
    }
    if (line.tooDeep !== null || columns.length > maxDepth) {
      leave("nesting", line.tooDeep ?? line.words, line.end);
      continue;
    }
    if (open === "nesting") open = null;
    const head = text.slice(line.words, Math.min(line.end, line.words + 40));
    if (line.bullets > 0 || head.startsWith("|") || head.startsWith("#")) {
      paragraph2 = startParagraph();
      isRaw = false;
      open = null;
    }
    const marker = /^(`{3,}|~{3,})/.exec(head)?.[1];
    if (marker !== void 0 && !(head.startsWith("`") && text.slice(line.words, line.end).includes("`", marker.length))) {
      fence = { marker, quotes: line.quotes, column: columns.at(-1) ?? 0 };
      paragraph2 = startParagraph();
      continue;
    }
    isRaw ||= htmlBlock.test(head);
    if (isRaw) continue;
    if (open !== null) {
      leave(open, line.words, line.end);
      continue;
    }
    const over = countIn(paragraph2, text, line);
    if (over !== null) leave(over.what, over.at, line.end);
  }
  return ranges;
}
function startParagraph() {
  return { brackets: 0, openers: 0, marks: 0, lines: 0, length: 0, open: 0, opened: 0 };
}
function countIn(paragraph2, text, { words: words2, end }) {
  paragraph2.lines++;
  if (paragraph2.lines > paragraphLimits.lines) return { what: "lines", at: words2 };
  const before = paragraph2.length - words2;
  const space = paragraphLimits.length - paragraph2.length;
  paragraph2.length += end - words2;
  for (let at = words2; at < end; at++) {
    if (at - words2 === space) return { what: "length", at };
    if (paragraph2.open > 0 && before + at - paragraph2.opened > paragraphLimits["link-text"]) return { what: "link-text", at };
    switch (text.charCodeAt(at)) {
      case 93:
        paragraph2.open = Math.max(0, paragraph2.open - 1);
        if (++paragraph2.brackets > paragraphLimits.brackets) return { what: "brackets", at };
        break;
      case 60:
        if (/[!?]/.test(text.charAt(at + 1)) && ++paragraph2.openers > paragraphLimits.openers) return { what: "openers", at };
        if (++paragraph2.marks > paragraphLimits.marks) return { what: "marks", at };
        break;
      case 91:
        if (paragraph2.open++ === 0) paragraph2.opened = before + at;
        if (++paragraph2.marks > paragraphLimits.marks) return { what: "marks", at };
        break;
      case 42:
      // *
      case 95:
      // _
      case 96:
      // `
      case 126:
        if (++paragraph2.marks > paragraphLimits.marks) return { what: "marks", at };
        break;
      default:
    }
  }
  return null;
}
function readLine(text, start, isBelow) {
  let end = start;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  let words2 = start;
  let indent = -1;
  let quotes3 = 0;
  let bullets = 0;
  let tooDeep = null;
  thematicBreak.lastIndex = start;
  underline.lastIndex = start;
  const isUnderline = isBelow && underline.test(text);
  while (!isUnderline && !thematicBreak.test(text)) {
    container2.lastIndex = words2;
    const found = container2.exec(text)?.[0];
    if (found === void 0) break;
    if (quotes3 + bullets === maxDepth) {
      tooDeep = words2 + found.search(/[^\t ]/);
      break;
    }
    if (found.endsWith(">")) quotes3++;
    else if (bullets++ === 0) indent = words2 + found.search(/[^\t ]/) - start;
    words2 += found.length;
    thematicBreak.lastIndex = words2;
  }
  while (words2 < end && (text[words2] === " " || text[words2] === "	")) words2++;
  const column = words2 - start;
  return { quotes: quotes3, bullets, indent: indent < 0 ? column : indent, column, words: words2, end, tooDeep };
}
function closes({ marker }, words2) {
  const mark = /^(`{3,}|~{3,})[ \t]*$/.exec(words2)?.[1];
  return mark !== void 0 && mark[0] === marker[0] && mark.length >= marker.length;
}

// src/parse/blocks/source.ts
var mostHeld = 1e6;
function parseSource(text) {
  const shift2 = text.charCodeAt(0) === 65279 ? 1 : 0;
  const whole = shift2 === 1 ? text.slice(1) : text;
  const end = frontMatterEnd(whole);
  const markdown = end === null ? whole : blank(whole.slice(0, end)) + whole.slice(end);
  const unread = unreadRanges(markdown);
  return {
    text,
    body: without(markdown, unread),
    shift: shift2,
    frontMatter: end === null ? null : end + shift2,
    unread: unread.map((range) => ({ ...range, start: range.start + shift2, end: range.end + shift2 })),
    ...linesOf(text, Math.max(1, Math.min(text.length, mostHeld)))
  };
}
function without(text, ranges) {
  if (ranges.length === 0) return text;
  const parts2 = [];
  let from = 0;
  for (const { start, end } of ranges) {
    parts2.push(text.slice(from, start), blankUnread(text, start, end));
    from = end;
  }
  return parts2.join("") + text.slice(from);
}
var mostRest = 2e3;
function blankUnread(text, start, end) {
  const spaces = blank(text.slice(start, end));
  return end - start <= mostRest || /^[\r\n]/.test(spaces) ? spaces : `
${spaces.slice(1)}`;
}
function blank(text) {
  return text.replace(/[^\r\n]+/g, (line) => " ".repeat(line.length));
}

// src/parse/directive.ts
var ours = /^\s*listwright-(disable-next-line|disable|enable|except|ignore-link)(?:\s+([\s\S]*?))?\s*$/;
var remark = /^\s*lint\s+(disable|enable|ignore)(?:\s+([\s\S]*?))?\s*$/;
function readDirective(text) {
  const match2 = ours.exec(text);
  if (match2?.[1] === "except") return { dialect: "listwright", verb: "except", ...readException(match2[2]) };
  if (match2) return { dialect: "listwright", verb: match2[1], ...readRules(match2[2]) };
  const other = remark.exec(text);
  return other ? { dialect: "remark", verb: other[1], ...readRules(other[2]) } : null;
}
function readException(text = "") {
  const { rules, reason } = readRules(text, /(?:^|\s)--(?:\s+|$)|:(?:\s+|$)/);
  const at = rules.indexOf("until");
  return at === -1 ? { rules, reason, until: null } : { rules: rules.slice(0, at), reason, until: rules.slice(at + 1).join(" ") };
}
function readRules(text = "", dash2 = /(?:^|\s)--(?:\s+|$)/) {
  const cut2 = dash2.exec(text);
  const names = cut2 === null ? text : text.slice(0, cut2.index);
  const reason = cut2 === null ? "" : text.slice(cut2.index + cut2[0].length).trim();
  return {
    rules: names.split(/[\s,]+/).filter((name) => name !== ""),
    reason: reason === "" ? null : reason,
    until: null
  };
}

// src/parse/markdown/chunks.ts
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

// src/process/heap-limit.ts
var share = 1 / 3;
var watch = null;
function lookAtHeap() {
  watch?.();
}

// src/parse/markdown/fold-plain-items.ts
var char = [
  "[^\\0-\\x1f\\x7f\\\\`*_~<&\\[\\]!@:wW]",
  "!(?!\\[)",
  "&(?![#\\w])",
  "(?<=[A-Za-z\\d])_(?=[A-Za-z\\d])",
  "(?<![-.+\\w])@",
  ":(?!//)",
  "[wW](?![wW]{2}\\.)"
].join("|");
var link = `!?\\[(?![ ^])(?:${char})+(?<! )\\]\\([^\\0-\\x20\\x7f()\\\\<>;\`\\[\\]]+\\)`;
var code = "`(?! )[^\\0-\\x1f`]+(?<! )`(?!`)";
var plain = new RegExp(`^( *[-*+] {1,4})(?=[\\[\\p{L}])(?:${link}|${code}|${char})+(?<! )$`, "gmu");
var parts = /(!?)\[([^\]]*)\]\(([^)]*)\)|`([^`]*)`|(?:[^[`!]|!(?!\[))+/g;
var stand = "\xA7";
var fewest = 3;
function collapsePlainItems(text) {
  if (text.includes("\r")) return null;
  const runs2 = [];
  let count2 = 0;
  for (const { 0: line, 1: prefix2 = "", index: start } of text.matchAll(plain)) {
    const end = start + line.length;
    const last = runs2.at(-1);
    if (last !== void 0 && last.end + 1 === start && last.prefix === prefix2) {
      last.lines.push(line);
      last.end = end;
    } else runs2.push({ prefix: prefix2, lines: [line], start, end, foldedStart: 0, foldedEnd: 0, fewer: 0 });
    count2++;
  }
  if (count2 < fewest) return null;
  let folded = "";
  let from = 0;
  let fewer = 0;
  for (const run of runs2) {
    folded += text.slice(from, run.start);
    run.foldedStart = folded.length;
    folded += run.prefix + stand;
    run.foldedEnd = folded.length;
    fewer += run.lines.length - 1;
    run.fewer = fewer;
    from = run.end;
  }
  return { text: folded + text.slice(from), runs: runs2 };
}
function expandPlainItems(nodes, { runs: runs2 }) {
  const byMarker = new Map(runs2.map((run) => [run.foldedStart + run.prefix.search(/\S/), run]));
  let met = 0;
  let notes = 0;
  const move = ({ position }) => {
    if (position === void 0) return;
    movePoint(position.start, runs2);
    movePoint(position.end, runs2);
  };
  const visit2 = (node) => {
    if (node.type === "footnoteDefinition") notes++;
    if (node.type === "list") node.children = node.children.flatMap(itemsFor);
    else if ("children" in node) for (const child of node.children) visit2(child);
    if (node.type === "footnoteDefinition") notes--;
    move(node);
  };
  const itemsFor = (item) => {
    const run = byMarker.get(item.position?.start.offset ?? -1);
    if (run === void 0 || notes > 0 || !standsAlone(item, run)) {
      visit2(item);
      return [item];
    }
    met++;
    const [, ...rest] = item.children;
    for (const child of rest) visit2(child);
    move(item);
    const items = itemsOf(run, item.position?.start.line ?? 1);
    const last = items.at(-1);
    if (last?.position !== void 0 && item.position !== void 0) {
      append(last.children, rest);
      last.spread = item.spread ?? null;
      last.position.end = item.position.end;
    }
    return items;
  };
  for (const node of nodes) visit2(node);
  return met === runs2.length ? nodes : null;
}
function standsAlone({ children: [first] }, run) {
  return first?.type === "paragraph" && first.position?.start.offset === run.foldedStart + run.prefix.length && first.position.end.offset === run.foldedEnd;
}
function movePoint(point, runs2) {
  const { offset = 0 } = point;
  let low = 0;
  let high = runs2.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((runs2[middle]?.foldedEnd ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const before = runs2[low - 1];
  if (before === void 0) return;
  point.offset = offset - before.foldedEnd + before.end;
  point.line += before.fewer;
  if (offset === before.foldedEnd) point.column = (before.lines.at(-1)?.length ?? 0) + 1;
}
function itemsOf({ prefix: prefix2, lines: lines2, start }, firstLine) {
  const indent = prefix2.search(/\S/);
  let offset = start;
  return lines2.map((text, index) => {
    const line = firstLine + index;
    const at = (column) => ({ line, column: column + 1, offset: offset + column });
    const between = (from, to) => ({ start: at(from), end: at(to) });
    const children = phrasesOf(text, prefix2.length, between);
    const item = {
      type: "listItem",
      spread: false,
      checked: null,
      children: [{ type: "paragraph", children, position: between(prefix2.length, text.length) }],
      position: between(indent, text.length)
    };
    offset += text.length + 1;
    return item;
  });
}
function phrasesOf(line, from, between) {
  const phrases = [];
  parts.lastIndex = from;
  for (let found = parts.exec(line); found !== null; found = parts.exec(line)) {
    const [whole, bang, label = "", url, value] = found;
    const { index } = found;
    const position = between(index, index + whole.length);
    if (url !== void 0 && bang === "!") phrases.push({ type: "image", title: null, url, alt: label, position });
    else if (url !== void 0) {
      const text = { type: "text", value: label, position: between(index + 1, index + 1 + label.length) };
      phrases.push({ type: "link", title: null, url, children: [text], position });
    } else if (value !== void 0) phrases.push({ type: "inlineCode", value, position });
    else phrases.push({ type: "text", value: whole, position });
  }
  return phrases;
}

// src/parse/markdown/shared-labels.ts
var noLabels = () => ({ links: /* @__PURE__ */ new Set(), footnotes: /* @__PURE__ */ new Set() });
function stillHolds({ links, footnotes }, known) {
  return agree(links, known.links) && agree(footnotes, known.footnotes);
}
function agree(answers, known) {
  for (const [label, answer] of answers) if (known.has(label) !== answer) return false;
  return true;
}
function tell({ defined }, known) {
  for (const label of defined.links) known.links.add(label);
  for (const label of defined.footnotes) known.footnotes.add(label);
}
var current = null;
function askingFor(known, read) {
  const asked = { defined: noLabels(), links: /* @__PURE__ */ new Map(), footnotes: /* @__PURE__ */ new Map() };
  current = { known, asked };
  try {
    const result = read();
    for (const label of asked.defined.links) asked.links.delete(label);
    for (const label of asked.defined.footnotes) asked.footnotes.delete(label);
    return { result, asked };
  } finally {
    current = null;
  }
}
function register(own, known, asked) {
  const stand2 = {
    push: (label) => own.add(label).size,
    includes(label) {
      const answer = own.has(label) || known.has(label);
      asked.set(label, answer);
      return answer;
    }
  };
  return stand2;
}
function lend(_effects, _ok, nok) {
  const { parser } = this;
  if (current !== null && Array.isArray(parser.defined)) {
    const { known, asked } = current;
    for (const label of parser.gfmFootnotes ?? []) asked.defined.footnotes.add(label);
    parser.defined = register(asked.defined.links, known.links, asked.links);
    parser.gfmFootnotes = register(asked.defined.footnotes, known.footnotes, asked.footnotes);
  }
  return nok;
}
var labelsExtension = {
  flowInitial: { null: { name: "labelsOfOtherChunks", tokenize: lend } }
};

// src/parse/markdown/split.ts
var defaultSizes = { least: 4e3, most: 8e3 };
var cut = /(?<=\n)(?:#{1,6}[ \t]|<!--)|(?<=\n[ \t]*\r?\n)(?:[^\s\d*_+=-]|\*\*(?=\S)|__)|(?<=\n(?:([-*+]) |[ \t]+\S)[^\r\n]*\r?\n)(?:\1|(?<!\n[-*+] [^\r\n]*\r?\n)[-*+]) (?=\S)/g;
var raw = [
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/]
];
function cutsOf(text, { least, most: most2 } = defaultSizes) {
  const cuts = [0];
  if (text.length < least * 2) return cuts;
  let from = 0;
  cut.lastIndex = least;
  for (let found = cut.exec(text); found !== null; found = cut.exec(text)) {
    const at = found.index;
    if (at - from < most2 && !isMark(text, at)) continue;
    cuts.push(at);
    from = at;
    cut.lastIndex = from + least;
  }
  return cuts;
}
function isMark(text, at) {
  if (text[at] === "#") return true;
  let sum = 0;
  for (let index = at; index < at + 24; index++) sum += text.charCodeAt(index) || 0;
  return sum % 4 === 0;
}
var isBulletAt = (text, at) => /^[-*+][ \t]/.test(text.slice(at, at + 2));
function isCutThrough(nodes, text, at, end) {
  const slice = text.slice(at, end);
  const last = nodes.at(-1);
  if (last?.position === void 0) return false;
  const source = slice.slice(last.position.start.offset, last.position.end.offset);
  if (/\n/.test(source.slice(source.trimEnd().length))) return true;
  if (isBulletAt(text, end)) return last.type !== "list" || last.position.start.column !== 1 || source[0] !== text[end];
  if (last.type === "html") {
    const html = source.trimStart();
    const kind = raw.find(([opens2]) => opens2.test(html));
    if (kind === void 0) return !/\n[ \t]*\r?\n$/.test(slice.slice(-99));
    const [opens, closes2] = kind;
    return !closes2.test(html.slice(opens.exec(html)?.[0].length));
  }
  const fence = last.type === "code" ? /^(`{3,}|~{3,})/.exec(source)?.[0] : void 0;
  if (fence === void 0) return false;
  const ending = source.slice(source.search(/[\r\n]|$/)).split(/\r\n|\r|\n/).at(-1) ?? "";
  return !new RegExp(`^ {0,3}\\${fence[0]}{${fence.length},}[ \\t]*$`).test(ending);
}

// src/parse/markdown/chunks.ts
var held = 1e6;
var extensions = { extensions: [gfm(), labelsExtension], mdastExtensions: [gfmFromMarkdown()] };
function* partsOf(text, meet, shelf = null, sizes = defaultSizes) {
  const known = noLabels();
  if (!text.includes("]:")) {
    for (const { part } of walk(text, known, shelf, sizes)) yield part;
    return;
  }
  const isHeld2 = shelf !== null || text.length <= held;
  const seen = [];
  for (const { part, chunk } of walk(text, known, shelf, sizes)) {
    meet(part);
    const { at, end, goesOn } = part;
    seen.push({ at, end, goesOn, chunk: isHeld2 ? chunk : null });
  }
  for (const one of seen) {
    const { at, end, goesOn, chunk } = one;
    one.chunk = null;
    const fresh = chunk !== null && stillHolds(chunk.asked, known) ? chunk : readChunk(text.slice(at, end), known);
    if (fresh !== chunk) shelf?.keep(fresh);
    yield { nodes: fresh.nodes, at, end, goesOn };
  }
}
function* walk(text, known, shelf, sizes) {
  const cuts = cutsOf(text, sizes);
  for (let index = 0, step = 1; index < cuts.length; index += step) {
    const at = cuts[index] ?? 0;
    let end;
    let chunk;
    for (step = 1; ; step *= 2) {
      end = cuts[index + step] ?? text.length;
      const slice = text.slice(at, end);
      chunk = shelf?.find(slice) ?? readChunk(slice, known);
      shelf?.keep(chunk);
      if (end === text.length || !isCutThrough(chunk.nodes, text, at, end)) break;
    }
    tell(chunk.asked, known);
    lookAtHeap();
    yield { part: { nodes: chunk.nodes, at, end, goesOn: index > 0 && isBulletAt(text, at) }, chunk };
  }
}
function readChunk(text, known) {
  const folded = collapsePlainItems(text);
  if (folded !== null) {
    const { result: result2, asked: asked2 } = askingFor(known, () => fromMarkdown(folded.text, extensions));
    const nodes = expandPlainItems(result2.children, folded);
    if (nodes !== null) return { text, nodes, asked: asked2 };
  }
  const { result, asked } = askingFor(known, () => fromMarkdown(text, extensions));
  return { text, nodes: result.children, asked };
}

// src/parse/markdown/markdown.ts
function createGrowingRoot(text) {
  const root = {
    type: "root",
    children: [],
    position: { start: { line: 1, column: 1, offset: 0 }, end: endOf(text) }
  };
  let line = 0;
  return {
    root,
    add({ nodes, at, end, goesOn }, copied = false) {
      const own = { type: "root", children: copied ? structuredClone([...nodes]) : [...nodes] };
      if (at > 0) shift(own, line, at);
      append2(root, own, goesOn);
      line += linesIn(text, at, end);
    }
  };
}
function relocate(node, place) {
  if (node.position !== void 0) {
    const [start, end] = [node.position.start.offset ?? 0, node.position.end.offset ?? 0];
    node.position = place(start, end);
  }
  if ("children" in node) for (const child of node.children) relocate(child, place);
}
function append2(root, { children }, goesOn) {
  const [first, ...rest] = children;
  const last = root.children.at(-1);
  if (goesOn && last?.type === "list" && first?.type === "list" && last.position && first.position) {
    for (const item of first.children) last.children.push(item);
    last.position.end = first.position.end;
    last.spread = last.spread === true || first.spread === true;
    for (const child of rest) root.children.push(child);
  } else for (const child of children) root.children.push(child);
}
function shift(node, lines2, offset) {
  if (node.position !== void 0) {
    for (const point of [node.position.start, node.position.end]) {
      point.line += lines2;
      if (point.offset !== void 0) point.offset += offset;
    }
  }
  if ("children" in node) for (const child of node.children) shift(child, lines2, offset);
}
function linesIn(text, from, to) {
  let count2 = 0;
  for (let index = from; index < to; index++) {
    const code3 = text.charCodeAt(index);
    if (code3 === 10 || code3 === 13 && text.charCodeAt(index + 1) !== 10) count2++;
  }
  return count2;
}
function endOf(text) {
  const from = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
  return { line: linesIn(text, 0, text.length) + 1, column: text.length - from + 1, offset: text.length };
}

// src/parse/mojibake.ts
var windowsUpper = "\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";
var codecs = null;
function loadCodecs() {
  if (codecs !== null) return codecs;
  const upper = new Uint8Array(128).map((_, index) => index + 128);
  const macintosh = /* @__PURE__ */ new Map();
  for (const [index, char2] of [...new TextDecoder("macintosh").decode(upper)].entries()) {
    macintosh.set(char2.codePointAt(0) ?? 0, index + 128);
  }
  const windows = /* @__PURE__ */ new Map();
  for (let byte = 128; byte < 256; byte++) windows.set(byte, byte);
  for (const [index, char2] of [...windowsUpper].entries()) windows.set(char2.codePointAt(0) ?? 0, index + 128);
  codecs = { macintosh, windows };
  return codecs;
}
var suspect = /[\u00C2-\u00F4\u00AC\u221A\u0192\u2248\u2206\u00AB\u00BB\u2026\u00A0\u0152\u0153\u2013\u2014\u201C\u201D\u2018\u2019\u00F7\u25CA\u0178\u2044\u20AC\u2039\u203A\uFB01\uFB02\u2021\u00B7\u201A\u201E\u2030\uF8FF\uFFFD][^\x00-\x7F]|\uFFFD/;
var common = /^[\u1E00-\u1EFF\u2000-\u206F\u20A0-\u214F\u2190-\u23FF\u2460-\u27BF\u2B00-\u2BFF\u3000-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3\uFF00-\uFFEF]|^\uFE0F/;
var runs = /[^\x00-\x7F]+/g;
function findMojibake(text) {
  if (!suspect.test(text)) return [];
  const found = [];
  for (const match2 of text.matchAll(runs)) {
    const run = match2[0];
    if (run.length < 2 && run !== "\uFFFD") continue;
    const lost = [...run.matchAll(/\uFFFD+/g)].map(
      (hit) => ({ start: hit.index, end: hit.index + hit[0].length, repaired: null, charset: null })
    );
    const best = widest(
      stretches(run, loadCodecs().macintosh, "macintosh"),
      stretches(run, loadCodecs().windows, "windows-1252")
    );
    for (const range of [...best, ...lost].sort((a, b) => a.start - b.start)) {
      found.push({ ...range, start: range.start + match2.index, end: range.end + match2.index });
    }
  }
  return found;
}
function widest(a, b) {
  const length = (ranges) => ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  return length(b) > length(a) ? b : a;
}
function stretches(run, codec, charset) {
  const found = [];
  let index = 0;
  while (index < run.length) {
    const start = index;
    const bytes = [];
    let sequences = 0;
    for (; ; ) {
      const sequence = sequenceAt(run, index, codec);
      if (sequence === null) break;
      append(bytes, sequence);
      index += sequence.length;
      sequences++;
    }
    if (sequences === 0) {
      index++;
      continue;
    }
    const decoded = decode(bytes);
    if (decoded === null) continue;
    const again = findMojibake(decoded);
    const repaired = again.length === 0 ? decoded : applied(decoded, again);
    if (!isPlausible(bytes, sequences, repaired)) continue;
    const c1 = charset === "windows-1252" && [...run.slice(start, index)].every((char2) => char2 <= "\xFF");
    found.push({
      start,
      end: index,
      repaired,
      charset: c1 ? "latin1" : charset
    });
  }
  return found;
}
function sequenceAt(run, index, codec) {
  const lead = codec.get(run.charCodeAt(index));
  if (lead === void 0 || lead < 194 || lead > 244) return null;
  const length = lead < 224 ? 2 : lead < 240 ? 3 : 4;
  const bytes = [lead];
  for (let next = 1; next < length; next++) {
    const byte = index + next < run.length ? codec.get(run.charCodeAt(index + next)) : void 0;
    if (byte === void 0 || byte > 191) return null;
    bytes.push(byte);
  }
  return bytes;
}
function isPlausible(bytes, sequences, repaired) {
  if (/[\p{Cn}\p{Co}\p{Cc}]/u.test(repaired)) return false;
  if (sequences === 1 && bytes.length === 3 && !common.test(repaired)) return false;
  const long = bytes.some((byte) => byte >= 224);
  return long || sequences >= 3 || bytes.every((byte, index) => index % 2 === 1 || byte === 194 || byte === 195);
}
function decode(bytes) {
  const text = Buffer.from(bytes).toString("utf8");
  return text.includes("\uFFFD") ? null : text;
}
function applied(text, ranges) {
  let result = "";
  let at = 0;
  for (const { start, end, repaired } of ranges) {
    result += text.slice(at, start) + (repaired ?? text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

// src/grammar/atoms.ts
var invisible = /^(?:[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|[\ufe00-\ufe0f])$/u;
function isTransparent(atom) {
  if (atom.kind === "character") return atom.character > "\xA0" && invisible.test(atom.character);
  return (atom.kind === "open" || atom.kind === "close") && (atom.what === "bold" || atom.what === "emphasis");
}
function isSpace(atom) {
  return atom?.kind === "break" || atom?.kind === "character" && (atom.character === " " || atom.character === "\xA0");
}
function shown(atoms) {
  let text = "";
  for (const atom of atoms) {
    if (atom.kind === "character") text += atom.character;
    else if (atom.kind === "image") text += atom.alt;
    else if (atom.kind === "break") text += " ";
  }
  return text.replace(/\s+/g, " ").trim();
}

// src/grammar/check-field.ts
import leven2 from "leven";

// src/text/graphemes.ts
var pieceLength = 1e3;
var segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
function graphemes(text) {
  if (/^[ -~]*$/.test(text)) return text.length;
  let count2 = 0;
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + pieceLength);
    let last = from;
    let inPiece = 0;
    for (const { index } of segmenter.segment(text.slice(from, to))) {
      last = from + index;
      inPiece++;
    }
    if (to < text.length && last > from) {
      to = last;
      inPiece--;
    }
    count2 += inPiece;
    from = to;
  }
  return count2;
}

// src/text/sentence.ts
var marks = ".!?\u2026\u3002\uFF0E\uFF61\uFF01\uFF1F\u0964\u0965\u061F\u06D4\u0589\u1362\u17D4";
var closers = `["'\u201D\u2019\xBB\u203A\u300D\u300F\uFF09)\\]}\u300B\u3011*_~]`;
var emoji = "[\\p{So}\\p{Sk}\\p{M}\\u200d\\ufe30-\\ufe4f]|:[a-z][a-z0-9_+-]{0,40}:|[:;]-?[()]|[(\uFF08][^\\p{L}\\p{N}()\uFF08\uFF09]{2,20}[)\uFF09]";
var ended = new RegExp(`[${marks}](?:${closers}|\\s*(?:${emoji}))*$`, "iu");
var unended = /[\p{Script=Thai}\p{Script=Lao}]["'”’)]*$/u;
var eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu;
var abbreviated = /(?:\b(?:etc|inc|ltd|co|corp|vs|no|al|jr|sr|st)|\b\p{L}|\.)\.$/iu;
var tags = /(?<=[.!?…。！？]["'”’»)]*)\s*(?:(?:\s*\[[^[\]]*\])+|\p{Lu}{2,})$/u;
var signs = /(?<=[.!?…。！？]["'”’»)]*)\s+[^\p{L}\p{N}"'“”‘’«»]{1,20}$/u;
var tailLength = 300;
function endsSentence(text) {
  return hasEndMark(endOf2(text).replace(tags, "").replace(signs, ""));
}
function hasEndMark(text) {
  const end = endOf2(text);
  return ended.test(end) || unended.test(end);
}
function endOf2(text) {
  return text.slice(-tailLength).replace(/(?<![\s\u200e\u200f])[\s\u200e\u200f]+$/, "");
}
function fullStop(text) {
  const dense = text.match(eastAsian)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (dense * 3 > letters) return "\u3002";
  return /[\p{Script=Devanagari}\p{Script=Bengali}][^\p{L}]*$/u.test(text) ? "\u0964" : ".";
}
function endsWithFullStop(text) {
  return /[.。]$/.test(text) && !abbreviated.test(text);
}

// src/grammar/match.ts
var longestValue = 200;
function match({ states, start }, atoms, specs) {
  let threads = [];
  const met = new Int32Array(states.length).fill(-1);
  let lengths = /* @__PURE__ */ new Set();
  const isMet = (number2, state, began, at) => {
    if (state.op === "leave" || state.op === "split" && states[number2 - 1]?.op === "any") return false;
    if (state.op === "any" && specs.get(state.field)?.prefixes) {
      const key = number2 * (longestValue + 1) + Math.min(at - began, longestValue);
      return lengths.has(key) || !lengths.add(key);
    }
    if (met[number2] === at) return true;
    met[number2] = at;
    return false;
  };
  const add = (number2, began, captures, at, into) => {
    const state = states[number2];
    if (state === void 0 || isMet(number2, state, began, at)) return;
    if (state.op === "split") {
      for (const next of state.next) add(next, began, captures, at, into);
    } else if (state.op === "enter") {
      if (!isSpace(atoms[at])) add(state.next, at, captures, at, into);
    } else if (state.op === "leave") {
      if (!canLeave(state, atoms, began, at, specs)) return;
      const capture = { field: state.field, start: began, end: at, value: null };
      add(state.next, at, { capture, earlier: captures }, at, into);
    } else into.push({ state: number2, start: began, captures });
  };
  add(start, 0, null, 0, threads);
  for (let at = 0; at < atoms.length; at++) {
    const atom = atoms[at];
    if (atom === void 0) break;
    const next = [];
    lengths = /* @__PURE__ */ new Set();
    const passes = isTransparent(atom);
    for (const { state: number2, start: began, captures } of threads) {
      const state = states[number2];
      if (state === void 0 || state.op === "accept") {
        if (passes && state !== void 0) add(number2, began, captures, at + 1, next);
        continue;
      }
      const taken = takes(state, atom, began, atoms, at, specs);
      if (taken !== null && typeof state.next === "number")
        add(state.next, began, chain(captures, taken), at + 1, next);
      else if (passes) add(number2, began, captures, at + 1, next);
    }
    if (next.length === 0) return { matches: false, furthest: at };
    threads = next;
  }
  const done = threads.find((thread) => states[thread.state]?.op === "accept");
  return done === void 0 ? { matches: false, furthest: atoms.length } : { matches: true, captures: unchained(done.captures) };
}
function canLeave({ field, sentence }, atoms, start, end, specs) {
  if (end <= start || isSpace(atoms[end - 1]) || isHeld(atoms[end], atoms[start])) return false;
  if (sentence !== null && endsItself(atoms, start, end) !== (sentence === "own")) return false;
  const spec = specs.get(field);
  return spec === void 0 || !spec.limits || spec.accepts(written(atoms, start, Math.min(end, start + 1e3)));
}
function isHeld(next, first) {
  if (next === void 0 || first === void 0 || !isTransparent(next)) return false;
  return next.kind === "character" || next.kind === "close" && next.marks >= first.marks;
}
function takes(state, atom, start, atoms, at, specs) {
  switch (state.op) {
    case "character":
      return atom.kind === "character" && atom.character === state.character ? [] : null;
    case "open":
    case "close": {
      if (atom.kind !== state.op || atom.what !== state.what) return null;
      if (state.target === null) return [];
      return targetCaptures(state.target, atom.url, at, state.op === "close");
    }
    case "image": {
      if (atom.kind !== "image") return null;
      const target2 = targetCaptures(state.target, atom.url, at, true);
      if (target2 === null || state.alt === null) return target2;
      return [{ field: state.alt, start: at, end: at + 1, value: atom.alt }, ...target2];
    }
    case "any": {
      if (atom.depth < state.depth) return null;
      const spec = specs.get(state.field);
      if (spec === void 0 || !spec.limits) return [];
      if (spec.kind === "url" && isSpace(atom)) return null;
      if (spec.prefixes === null) return [];
      return at - start < longestValue && spec.prefixes.has(written(atoms, start, at + 1).toLowerCase()) ? [] : null;
    }
    default:
      return null;
  }
}
function targetCaptures(target2, url, at, captures) {
  const { before, field, after: after3 } = target2;
  if (field === null) return url === before ? [] : null;
  if (url.length < before.length + after3.length || !url.startsWith(before) || !url.endsWith(after3)) return null;
  const value = url.slice(before.length, url.length - after3.length);
  return captures ? [{ field, start: at, end: at + 1, value }] : [];
}
function written(atoms, start, end) {
  let text = "";
  for (let at = start; at < end; at++) {
    const atom = atoms[at];
    if (atom?.kind === "character") text += atom.character;
    else if (atom?.kind === "image") text += atom.alt;
    else if ((atom?.kind === "open" || atom?.kind === "close") && atom.what === "code") text += "`";
  }
  return text;
}
function endsItself(atoms, start, end) {
  const last = atoms[end - 1];
  if (last?.kind === "character" && /[\w ,]/.test(last.character)) return false;
  return hasEndMark(shown(atoms.slice(Math.max(start, end - 20), end)));
}
function chain(captures, more) {
  if (more.length === 0) return captures;
  return more.reduce((earlier, capture) => ({ capture, earlier }), captures);
}
function unchained(chained) {
  const captures = [];
  for (let link3 = chained; link3 !== null; link3 = link3.earlier) captures.push(link3.capture);
  return captures.reverse();
}

// src/grammar/check-field.ts
function fieldFault(spec, capture, atoms, matchesPattern) {
  const { options: options2, values, kind } = spec;
  const own = atoms.slice(capture.start, capture.end);
  const value = capture.value ?? shown(own);
  const literal = capture.value ?? written(atoms, capture.start, capture.end);
  const before = atoms[capture.start - 1];
  const isCode2 = before?.kind === "open" && before.what === "code";
  const edits = (text, from = value) => capture.value === null ? replacement(own, from, text) : [];
  const fault = (one, expected, fixed = [], safe = false) => ({
    ...{ kind: one, expected, found: value, edits: fixed },
    // Code is never edited unattended.
    safe: safe && fixed.length > 0 && !isCode2
  });
  if (values !== null && !values.includes(literal)) {
    const near = nearValue(literal, values);
    const fixed = near === null ? [] : edits(near, literal);
    const isOtherCase2 = near?.toLowerCase() === literal.toLowerCase() && !literal.includes("`");
    return { ...fault("value", near ?? values.join("\n"), fixed, isOtherCase2), found: literal };
  }
  if (values === null && !spec.accepts(literal)) return fault("kind", kind);
  if (kind === "spdx") {
    const spelling = licenseId(value);
    if (spelling !== null && spelling !== value) return fault("value", spelling, edits(spelling), true);
  }
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, capital, fullStop: stop } = options2;
  if (value.length > maxLength && graphemes(value) > maxLength) return fault("long", String(maxLength));
  if (graphemes(value) < minLength) return fault("short", String(minLength));
  if (spec.pattern !== null && !matchesPattern(spec, value))
    return options2.message === void 0 ? fault("pattern", String(options2.pattern)) : fault("message", options2.message);
  const first = /^[\s\p{P}\p{S}]*(\p{L}+)/u.exec(value.slice(0, 100));
  const letter = first?.[1]?.[0] ?? "";
  if (capital === true && isPlainWord(value, /^\p{Ll}+$/u)) {
    const at = value.indexOf(letter);
    return fault("capital", "", edits(value.slice(0, at) + letter.toUpperCase() + value.slice(at + 1)));
  }
  if (capital === false && isPlainWord(value, /^\p{Lu}\p{Ll}+$/u)) return fault("lowercase", "");
  if (stop === true && !endsSentence(value)) {
    const last = own.at(-1);
    const end = last?.end ?? 0;
    const mark = fullStop(value);
    const isWhole = last?.kind === "character" && !/[,;:、，；：\p{Ps}\p{Pi}\p{Pd}&\\]$/u.test(value);
    const isWord = /[\p{L}\p{M}\p{N}\p{Pe}"'”’»%]$/u.test(value);
    return fault("no-stop", mark, isWhole ? [{ start: end, end, text: mark }] : [], isWord);
  }
  if (stop === false && endsWithFullStop(value)) return fault("stop", "", edits(value.slice(0, -1)), true);
  return null;
}
function isPlainWord(value, letters) {
  const word = /^["'“‘«(]*([^\s,;:!?)"'”’»]+)/u.exec(value.slice(0, 100))?.[1] ?? "";
  return letters.test(word.replace(/\.$/, ""));
}
function nearValue(text, values) {
  const bare = (value) => value.replaceAll("`", "").trim().toLowerCase();
  const same = values.filter((value) => bare(value) === bare(text));
  const slips = Math.floor(text.length / 4);
  const near = same.length > 0 ? same : values.filter((value) => leven2(bare(value), bare(text)) <= slips);
  return near.length === 1 ? near[0] ?? null : null;
}
function replacement(atoms, from, to) {
  const start = atoms[0]?.start ?? 0;
  const end = atoms.at(-1)?.end ?? start;
  const isPlain2 = end - start === from.length && atoms.every((atom) => atom.kind === "character" ? atom.exact : "what" in atom && atom.what === "code");
  if (!isPlain2 || from === to) return [];
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  let tail = 0;
  while (tail < Math.min(from.length, to.length) - same && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  return [{ start: start + same, end: end - tail, text: to.slice(same, to.length - tail) }];
}

// src/grammar/faults.ts
function faultsOf(changes, atoms) {
  const runs2 = runsOf2(changes);
  const faults = [];
  for (let index = 0; index < runs2.length; index++) {
    const end = closing(runs2, index, atoms);
    const fault = runs2.slice(index, end + 1);
    const last = faults.at(-1);
    if (last !== void 0 && isSameText(last, fault)) faults[faults.length - 1] = [...last, ...fault];
    else faults.push(fault);
    index = end;
  }
  return faults;
}
function endOf3(change) {
  return change.kind === "insert" ? change.at : change.kind === "delete" ? change.to : change.at + 1;
}
function runsOf2(changes) {
  const runs2 = [];
  let after3 = -1;
  for (const change of changes) {
    if (change.at <= after3) runs2.at(-1)?.push(change);
    else runs2.push([change]);
    after3 = endOf3(change);
  }
  return runs2;
}
function isSameText(one, other) {
  const [before, after3] = [one.at(-1)?.at(-1), other[0]?.[0]];
  if (before === void 0 || after3 === void 0) return false;
  const [from, to] = [textState(before), textState(after3)];
  if (from === null || to === null || from.literal !== to.literal) return false;
  return to.index - from.index === after3.at - endOf3(before) + (before.kind === "delete" ? 0 : 1);
}
function textState({ state }) {
  return state?.op === "character" ? state : null;
}
function closing(runs2, from, atoms) {
  const open = /* @__PURE__ */ new Map();
  const count2 = (run) => {
    for (const [mark, by] of run.flatMap((change) => marksOf(change, atoms))) {
      const depth = open.get(mark) ?? 0;
      open.set(mark, depth + (by === 0 ? depth > 0 ? -1 : 1 : by));
    }
  };
  const isOpen = () => [...open.values()].some((depth) => depth > 0);
  count2(runs2[from] ?? []);
  if (!isOpen()) return from;
  for (let index = from + 1; index < runs2.length; index++) {
    count2(runs2[index] ?? []);
    if (!isOpen()) return index;
  }
  return (open.get("link") ?? 0) > 0 ? linkEnd(runs2, from, atoms) : from;
}
function linkEnd(runs2, from, atoms) {
  const start = runs2[from]?.[0]?.at ?? 0;
  const close = atoms.findIndex((atom, at) => at >= start && atom.kind === "close" && atom.what === "link");
  const after3 = runs2.findIndex((run, index) => index > from && (run[0]?.at ?? 0) > close + 1);
  return (after3 < 0 ? runs2.length : after3) - 1;
}
function marksOf(change, atoms) {
  if (change.kind === "insert" && (change.state.op === "open" || change.state.op === "close"))
    return [[change.state.what, change.state.op === "open" ? 1 : -1]];
  const own = change.kind === "insert" ? [] : atoms.slice(change.at, endOf3(change));
  const removed = own.map((atom) => atom.kind === "character" ? atom.character : "").join("");
  const signs2 = change.kind !== "delete" && !marks2.test(removed) ? textState(change)?.character ?? "" : removed;
  return Array.from(signs2).flatMap((sign) => {
    const kind = brackets.findIndex((pair) => pair.includes(sign));
    if (kind >= 0) return [[`${change.kind} ${kind}`, brackets[kind]?.[0] === sign ? 1 : -1]];
    return quotes2.test(sign) ? [[`${change.kind} quote`, 0]] : [];
  });
}
var brackets = ["()", "[]", "{}", "\uFF08\uFF09", "\uFF3B\uFF3D", "\u3010\u3011"];
var quotes2 = /["'“”„‟‘’‚«»]/;
var marks2 = /[()[\]{}（）［］【】"'“”„‟‘’‚«»]/;

// src/grammar/safe-edit.ts
function isHarmless(found, wants, place) {
  if (/[^\s\p{P}\p{S}]/u.test(found + wants)) return false;
  const { atoms, from, to, ends } = place;
  const [before, after3] = [atoms[from - 1], atoms[to]];
  if (found.trim() === "" && wants.trim() === "") {
    if (isSpace(before) || isSpace(after3)) return true;
    return found === "" ? canSplit(place) : wants !== "" || isMark2(after3) || isBracket(before);
  }
  if (found === "" && /^[.。।]$/.test(wants)) return ends && isCharacter(before, /[\p{L}\p{N}]/u);
  if (!separator.test(found) || !separator.test(wants) || isCharacter(after3, startsWord)) return false;
  if (/\s/.test(found) || isSpace(before)) return true;
  return before?.kind !== "character" && (isSpace(after3) || !found.includes("-"));
}
var separator = /^\s*[-–—―:：→]{1,3}\s*$/u;
var dash = /[\p{Pd}:：→]/u;
var startsWord = /[\p{N}\p{Pd}+.]/u;
function canSplit({ atoms, from }) {
  const [before, after3] = [atoms[from - 1], atoms[from]];
  if (isCharacter(before, dash) && isSpace(atoms[from - 2])) return !isCharacter(after3, /[^\p{Lu}\p{Lo}]/u);
  if (isCharacter(after3, dash) && isSpace(atoms[from + 1])) return before?.kind !== "character" || isMark2(before);
  if (before?.kind === "character" && !isMark2(before)) return false;
  return after3?.kind !== "character" || isBracket(after3);
}
function isCharacter(atom, of) {
  return atom?.kind === "character" && of.test(atom.character);
}
function isMark2(atom) {
  return isCharacter(atom, /[.,;:!?…)\]]/u);
}
function isBracket(atom) {
  return isCharacter(atom, /[([]/);
}

// src/grammar/departure.ts
function departuresOf(repair, atoms, specs, text) {
  const isGuess = repair.changes.some(
    (change) => change.kind === "insert" && change.state.op === "open" && change.state.what === "link"
  );
  return faultsOf(repair.changes, atoms).map((fault) => {
    const one = departureOf(fault, { repair, atoms, specs, text });
    return isGuess ? { ...one, safe: false } : one;
  });
}
function departureOf(fault, reading) {
  const { atoms, text } = reading;
  const changes = fault.flat();
  const from = changes[0]?.at ?? 0;
  const to = changes.reduce((last, change) => Math.max(last, endOf3(change)), from);
  const start = to > from ? atoms[from]?.start ?? 0 : startOf(from, atoms);
  const end = to > from ? atoms[to - 1]?.end ?? start : start;
  const found = text.slice(start, end);
  const wants = formOf(changes, from, to, reading);
  const edits = fault.map((run) => editOf(run, fault.length > 1, reading));
  const whole = wholeText(changes, from, to, reading);
  const blanks = wants === "" && whole === null && /^\s+\S/.test(found) ? found.search(/\S/) : 0;
  return {
    kind: found === "" && whole === null ? "missing" : wants === "" && whole === null ? "unexpected" : "other",
    ...{
      start: start + blanks,
      end,
      found: whole?.found ?? found.slice(blanks),
      expected: whole?.expected ?? literalOf(changes) ?? wants
    },
    edits: edits.every((edit) => edit !== null) && fitsBrackets(fault, edits, text) && !isRemark(wants, from, atoms) ? edits : [],
    safe: edits.every((edit) => edit !== null) && isSafe(fault, whole, reading)
  };
}
function isRemark(wants, at, atoms) {
  if (!/^[.。।]$/.test(wants)) return false;
  return /[.!?…]["'”’]*\s[([][^.!?]*[)\]]$/u.test(shown(atoms.slice(Math.max(0, at - 200), at)));
}
function startOf(at, atoms) {
  return atoms[at - 1]?.end ?? atoms[at]?.start ?? 0;
}
function editOf(run, isPart, { atoms, text }) {
  const from = run[0]?.at ?? 0;
  const taken = run.flatMap((change) => atoms.slice(change.at, endOf3(change)));
  const opens = taken.length === 0 && run.every((change) => isOpening(change));
  const start = taken[0]?.start ?? (opens ? atoms[from]?.start : void 0) ?? startOf(from, atoms);
  const end = taken.at(-1)?.end ?? start;
  const wants = run.map(wanted).join("");
  const isPlain2 = !(isPart ? markup : syntax).test(text.slice(start, end) + wants) && run.every(
    (change) => change.kind === "delete" || change.state.op === "character" || isPart && isCode(change.state)
  ) && taken.every((atom) => atom.kind === "character" && atom.exact) && taken.length === end - start && !beginsLine(start, atoms, text);
  return isPlain2 ? { start, end, text: wants } : null;
}
var syntax = /[[\]*_`<>\\!|~&]/;
var markup = /[*_<>\\!|~&]/;
function isOpening(change) {
  return change.kind === "insert" && (change.state.op === "open" || /^[([{（［【]$/u.test(wanted(change)));
}
function isCode(state) {
  return (state.op === "open" || state.op === "close") && state.what === "code";
}
function fitsBrackets(fault, edits, text) {
  const [first, last] = [edits[0], edits.at(-1)];
  if (fault.length === 1 || !first || !last) return true;
  const changed2 = edits.map((edit) => `${edit?.text}${text.slice(edit?.start, edit?.end)}`).join("");
  const inner = text.slice(first.end, last.start);
  if (/^\[[[(]/.test(inner)) return false;
  if (changed2.includes("`") && (/^[[({（"'“]/.test(inner) || inner.includes("`"))) return false;
  return !/[[\](){}]/.test(changed2) || !(/[\]!]/.test(text[first.start - 1] ?? "") || /[([:]/.test(text[last.end] ?? ""));
}
function beginsLine(start, atoms, text) {
  const before = text.slice(atoms[0]?.start ?? 0, start);
  const line = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  return line > 0 && !/\p{L}/u.test(before.slice(line));
}
function isSafe(fault, whole, { repair, atoms, specs, text }) {
  const changes = fault.flat();
  if (changes.every((change) => isOtherCase(change, atoms))) return true;
  const [run] = fault;
  if (run === void 0 || fault.length > 1) return false;
  const from = run[0]?.at ?? 0;
  const to = run.reduce((last, change) => Math.max(last, endOf3(change)), from);
  const following = repair.captures.find((one) => one.start >= to && one.value === null);
  const ends = to === atoms.length || isKnown(following, atoms, specs);
  const found = text.slice(atoms[from]?.start, atoms[to - 1]?.end);
  const wants = run.map(wanted).join("");
  if (whole !== null && to > from && wants === "" && found.trim() !== "")
    return isHarmless(whole.found, whole.expected, { atoms, from: whole.from, to: whole.to, ends });
  return isHarmless(to > from ? found : "", wants, { atoms, from, to, ends });
}
function isOtherCase(change, atoms) {
  const atom = atoms[change.at];
  if (change.kind !== "replace" || atom?.kind !== "character") return false;
  if (atom.character.toLowerCase() !== change.state.character.toLowerCase()) return false;
  const around = atoms.slice(0, change.at).findLast((one) => "what" in one && one.what === "code");
  return around?.kind !== "open";
}
function isKnown(capture, atoms, specs) {
  const spec = capture === void 0 ? void 0 : specs.get(capture.field);
  return capture !== void 0 && spec?.limits === true && spec.accepts(written(atoms, capture.start, capture.end));
}
function literalOf(changes) {
  const literals = new Set(
    changes.map((change) => change.kind === "delete" ? void 0 : textState(change)?.literal)
  );
  const [only2] = literals;
  return literals.size === 1 ? only2?.text ?? null : null;
}
function wholeText(changes, from, to, { atoms, text }) {
  const states = changes.map(textState);
  const [first, last, change] = [states[0], states.at(-1), changes.at(-1)];
  if (!first || !last || change === void 0 || states.some((state) => state?.literal !== first.literal)) return null;
  const isDeletion = changes.every(({ kind }) => kind === "delete");
  const taken = text.slice(atoms[from]?.start, atoms[to - 1]?.end);
  if (isDeletion && (first.index === 0 || taken.trim() === "")) return null;
  const expected = first.literal.text;
  const start = from - first.index;
  const end = to + expected.length - last.index - (change.kind === "delete" ? 0 : 1);
  const reads = (atom, sign) => atom?.kind === "character" && atom.character === sign;
  for (let at = start; at < from; at++) if (!reads(atoms[at], expected[at - start])) return null;
  for (let at = to; at < end; at++) if (!reads(atoms[at], expected[expected.length - (end - at)])) return null;
  const found = end > start ? text.slice(atoms[start]?.start, atoms[end - 1]?.end) : "";
  return found.trim() === "" ? null : { found, expected, from: start, to: end };
}
function formOf(changes, from, to, { repair, atoms }) {
  let form = "";
  for (let at = from; at <= to; at++) {
    const here = changes.filter((change) => change.at === at);
    form += here.flatMap((change) => change.kind === "insert" ? wanted(change) : []).join("");
    const other = here.find(({ kind }) => kind !== "insert");
    const field = repair.captures.find(
      ({ start, end, value }) => start === at && end > at && end <= to && value === null
    );
    if (at === to) break;
    if (other !== void 0) form += wanted(other);
    else if (field !== void 0) form += field.field;
    else form += atomForm(at, atoms, repair.captures);
    at = other !== void 0 ? endOf3(other) - 1 : field !== void 0 ? field.end - 1 : at;
  }
  return form;
}
function atomForm(at, atoms, captures) {
  const atom = atoms[at];
  if (atom === void 0 || atom.kind === "break") return " ";
  if (atom.kind === "character") return atom.character;
  const target2 = captures.find((one) => one.start === at && one.value !== null)?.field;
  if (atom.kind === "image") return `![${atom.alt}](${target2 ?? atom.url})`;
  if (atom.kind === "open") return { link: "[", code: "`", bold: "", emphasis: "" }[atom.what];
  return { link: `](${target2 ?? atom.url})`, code: "`", bold: "", emphasis: "" }[atom.what];
}
function wanted(change) {
  if (change.kind === "delete") return "";
  return stateText(change.state);
}
function stateText(state) {
  switch (state.op) {
    case "character":
      return state.character;
    case "any":
      return state.field;
    case "open":
      return { link: "[", code: "`", bold: "**", emphasis: "*" }[state.what];
    case "close":
      return { link: `](${targetText(state.target)})`, code: "`", bold: "**", emphasis: "*" }[state.what];
    case "image":
      return `![${state.alt ?? ""}](${targetText(state.target)})`;
    default:
      return "";
  }
}
function targetText(target2) {
  if (target2 === null) return "";
  return target2.before + (target2.field ?? "") + target2.after;
}

// src/grammar/asides.ts
var pairs = /* @__PURE__ */ new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["\uFF08", "\uFF09"],
  ["\uFF3B", "\uFF3D"],
  ["\u3010", "\u3011"]
]);
var closing2 = new Set(pairs.values());
function asideEnds(atoms) {
  const single = singleEnds(atoms);
  const found = /* @__PURE__ */ new Map();
  for (let at = atoms.length - 1; at >= 0; at--) {
    const begin = isSpace(atoms[at]) ? at + 1 : at;
    const end = single.get(begin);
    if (end === void 0) continue;
    const last = found.get(end)?.at(-1);
    found.set(at, last === void 0 ? [end] : [end, last]);
  }
  return found;
}
function singleEnds(atoms) {
  const ends = /* @__PURE__ */ new Map();
  const open = [];
  const close = (closer, end, isSign) => {
    const least = isSign ? open.findLastIndex((one) => !one.isSign) : -1;
    const index = open.findLastIndex((one) => one.closer === closer);
    if (index <= least) return;
    ends.set(open[index]?.at ?? end, end);
    open.length = index;
  };
  for (const [at, atom] of atoms.entries()) {
    if (atom.kind === "image") ends.set(at, at + 1);
    else if (atom.kind === "open") open.push({ at, closer: atom.what, isSign: false });
    else if (atom.kind === "close") close(atom.what, at + 1, false);
    else if (atom.kind === "character") {
      const mark = pairs.get(atom.character);
      if (mark !== void 0) open.push({ at, closer: mark, isSign: true });
      else if (closing2.has(atom.character)) close(atom.character, at + 1, true);
    }
  }
  return ends;
}

// src/grammar/costs.ts
var costs = {
  /** Another case of a letter. */
  case: 1,
  /** Another form of a sign, such as a curly quote, and a space that no word needs. */
  variant: 2,
  /** One more of the same. */
  again: 3,
  /** A bracket around a link, and one kind of bracket instead of another. */
  bracket: 4,
  /** One separator instead of another. */
  separator: 6,
  /** A space that is missing, and one without which two words are one. */
  space: 4,
  join: 8,
  /** A period, comma or semicolon. */
  point: 10,
  /** A link, an image, code or a text in brackets that is too much; several in a row. */
  aside: 11,
  asides: 12,
  sign: 12,
  letter: 24,
  field: 32,
  value: 32,
  enclosure: 40,
  target: 40
};
var separators = /[-–—―:：|~→·•=>]/u;
var [openers, closers2] = [/[([{（［【]/u, /[)\]}）］】]/u];
var marks3 = /[.,;:：!?…)\]）］([（［\-–—―|~→]/u;
var variants = {
  '"': "\u201C\u201D\u201E\u201F\xAB\xBB\u2033\u301D\u301E",
  "'": "\u2018\u2019\u201A\u201B\u2039\u203A\u2032",
  "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
  ",": "\u3001",
  ".": "\u3002",
  "[": "\u3010\u3014",
  "]": "\u3011\u3015"
};
var plainSigns = new Map(
  Object.entries(variants).flatMap(([sign, others]) => Array.from(others, (other) => [other, sign]))
);
function plain2(character) {
  return plainSigns.get(character) ?? character.normalize("NFKC");
}
function costOfReplacement(atom, character) {
  if (atom.kind === "break") return character === " " ? costs.variant : null;
  if (atom.kind !== "character") return null;
  if (atom.character === character) return null;
  if (atom.character.toLowerCase() === character.toLowerCase()) return costs.case;
  if (plain2(atom.character) === plain2(character)) return costs.variant;
  if (/[\p{L}\p{N}]/u.test(atom.character)) return null;
  if (separators.test(atom.character) && separators.test(character)) return costs.separator;
  if ([openers, closers2].some((kind) => kind.test(atom.character) && kind.test(character))) return costs.bracket;
  return Math.max(costOfSign(atom.character), costOfSign(character));
}
function costOfDeletion(atoms, at) {
  const atom = atoms[at];
  if (isSpace(atom)) return costOfSpace(atoms[at - 1], atoms[at + 1]);
  if (atom?.kind !== "character") return costs.enclosure;
  if (isSeparator(atom) && (isSeparator(atoms[at - 1]) || isSeparator(atoms[at + 1]))) return costs.again;
  return isHug(atom.character, atoms, at, at + 1) ? costs.bracket : costOfSign(atom.character);
}
function isSeparator(atom) {
  return atom?.kind === "character" && separators.test(atom.character);
}
function costOfSpace(before, after3) {
  if (isSpace(after3)) return costs.variant;
  if (isSpace(before)) return costs.again;
  const isLoose = (atom) => atom === void 0 || atom.kind === "character" && marks3.test(atom.character);
  return isLoose(before) || isLoose(after3) ? costs.variant : costs.join;
}
function costOfInsertion(character, atoms, at) {
  if (character === " " && isSeparator(atoms[at - 1]) && isSeparator(atoms[at])) return costs.letter;
  return isHug(character, atoms, at, at) ? costs.bracket : costOfSign(character);
}
function costOfSign(character) {
  if (/\s/.test(character)) return costs.space;
  if (/[.,;。।]/.test(character)) return costs.point;
  return /[\p{L}\p{N}\p{M}\p{Ps}\p{Pe}\ud800-\udfff]/u.test(character) ? costs.letter : costs.sign;
}
function isHug(character, atoms, from, to) {
  const [inner, next] = openers.test(character) ? [atoms[to], atoms[to + 1]] : closers2.test(character) ? [atoms[from - 1], atoms[from - 2]] : [];
  if (inner === void 0 || !("what" in inner) || next?.kind === "image") return false;
  return inner.kind === (openers.test(character) ? "open" : "close") && (inner.what === "link" || inner.what === "code");
}

// src/grammar/repair.ts
var bounds = [40, 160, Number.POSITIVE_INFINITY];
function nearest(automaton, atoms, specs, earliest) {
  const entry = { atoms, specs, asides: asideEnds(atoms) };
  for (const most2 of bounds) {
    const repair = nearestWithin(most2, automaton, entry, earliest);
    if (repair !== null) return repair;
  }
  return null;
}
function nearestWithin(most2, { states, start, accept }, entry, earliest) {
  const { length } = entry.atoms;
  const isBetter = (one, other) => other === void 0 || one.cost < other.cost || one.cost === other.cost && (earliest ? one.held < other.held || one.held === other.held && one.first < other.first : one.first > other.first);
  const root = { cost: 0, first: length + 1, held: 0, start: 0, missing: 0, captures: null, changes: null };
  const columns = /* @__PURE__ */ new Map([[0, /* @__PURE__ */ new Map([[start, root]])]]);
  let column = /* @__PURE__ */ new Map();
  for (let at = 0; at <= length; at++) {
    const given2 = columns.get(at) ?? [];
    columns.delete(at);
    column = /* @__PURE__ */ new Map();
    const settledCells = /* @__PURE__ */ new Set();
    const queue = [];
    const offer = (state, cell2) => {
      if (!isBetter(cell2, column.get(state))) return;
      column.set(state, cell2);
      settledCells.delete(state);
      const bucket = queue[cell2.cost];
      if (bucket === void 0) queue[cell2.cost] = [state];
      else bucket.push(state);
    };
    let cost = Number.POSITIVE_INFINITY;
    for (const [state, cell2] of given2) {
      offer(state, cell2);
      cost = Math.min(cost, cell2.cost);
    }
    for (; cost < queue.length; cost++) {
      const bucket = queue[cost] ?? [];
      for (const number2 of bucket) {
        const cell2 = column.get(number2);
        const state = states[number2];
        if (cell2 === void 0 || state === void 0 || cell2.cost !== cost || settledCells.has(number2)) continue;
        settledCells.add(number2);
        for (const [to, one] of withinColumn(state, cell2, at, entry)) if (one.cost <= most2) offer(to, one);
        for (const [to, one, then] of toLaterColumns(number2, state, cell2, at, entry)) {
          if (one.cost > most2) continue;
          const later = columns.get(then) ?? /* @__PURE__ */ new Map();
          if (isBetter(one, later.get(to))) later.set(to, one);
          columns.set(then, later);
        }
      }
    }
  }
  const best = column.get(accept);
  if (best === void 0) return null;
  const changes = [];
  for (let link3 = best.changes; link3 !== null; link3 = link3.earlier) changes.push(link3.change);
  return { changes: changes.reverse(), captures: unchained(best.captures), cost: best.cost };
}
function* withinColumn(state, cell2, at, { atoms, specs }) {
  switch (state.op) {
    case "split":
      for (const next of state.next) yield [next, cell2];
      return;
    case "enter":
      if (!isSpace(atoms[at])) yield [state.next, withCaptures(cell2, at, cell2.captures)];
      return;
    case "leave": {
      if (cell2.start < 0) {
        if (state.sentence !== "own") yield [state.next, withCaptures(cell2, at, cell2.captures)];
        return;
      }
      const capture = { field: state.field, start: cell2.start, end: at, value: null };
      const captured = withCaptures(cell2, at, { capture, earlier: cell2.captures });
      if (canLeave(state, atoms, cell2.start, at, specs)) yield [state.next, captured];
      else if (specs.get(state.field)?.limits && canLeave(state, atoms, cell2.start, at, none))
        yield [state.next, { ...captured, cost: cell2.cost + costs.value }];
      return;
    }
    case "any":
      if (cell2.start === at) yield [state.next, changed(cell2, { kind: "insert", at, state }, costs.field, -1)];
      return;
    case "accept":
      return;
    case "character":
      yield [state.next, changed(cell2, { kind: "insert", at, state }, costOfInsertion(state.character, atoms, at))];
      return;
    default: {
      const encloses = state.op !== "image" && (state.what === "link" || state.what === "code");
      const missing = cell2.missing + (encloses ? state.op === "open" ? 1 : -1 : 0);
      yield [state.next, changed(cell2, { kind: "insert", at, state }, costs.enclosure, cell2.start, missing)];
    }
  }
}
var none = /* @__PURE__ */ new Map();
function* toLaterColumns(number2, state, cell2, at, { atoms, specs, asides: asides2 }) {
  const atom = atoms[at];
  if (atom === void 0) return;
  const asked = state.op === "any" ? { ...state, depth: state.depth - cell2.missing } : state;
  const taken = cell2.start < 0 ? null : takes(asked, atom, cell2.start, atoms, at, state.op === "any" ? none : specs);
  if (taken !== null && "next" in state && typeof state.next === "number") {
    const captures = taken.reduce((earlier, capture) => ({ capture, earlier }), cell2.captures);
    if (state.op === "any") {
      yield [state.next, { ...withCaptures(cell2, cell2.start, captures), held: cell2.held + 1 }, at + 1];
      return;
    }
    yield [state.next, taken.length === 0 ? cell2 : withCaptures(cell2, cell2.start, captures), at + 1];
  }
  if (state.op === "any" || state.op === "split" || state.op === "leave") return;
  const next = state.op === "character" ? state : null;
  const without2 = (to, cost2) => [
    number2,
    changed(cell2, { kind: "delete", at, to, state: next }, cost2),
    to
  ];
  if (state.op === "enter") {
    if (isSpace(atom)) yield without2(at + 1, costs.variant);
    return;
  }
  if (isTransparent(atom)) {
    yield [number2, cell2, at + 1];
    return;
  }
  const cost = next === null ? null : costOfReplacement(atom, next.character);
  if (cost !== null && next !== null)
    yield [next.next, changed(cell2, { kind: "replace", at, state: next }, cost), at + 1];
  if ((state.op === "open" || state.op === "close") && atom.kind === state.op && atom.what === state.what)
    yield [state.next, changed(cell2, { kind: "insert", at, state }, costs.target), at + 1];
  yield without2(at + 1, costOfDeletion(atoms, at));
  const [aside, asidesEnd] = asides2.get(at) ?? [];
  if (aside !== void 0) yield without2(aside, costs.aside);
  if (asidesEnd !== void 0) yield without2(asidesEnd, costs.asides);
}
function changed(cell2, change, cost, start = cell2.start, missing = cell2.missing) {
  return {
    cost: cell2.cost + cost,
    first: cell2.changes === null ? change.at : cell2.first,
    held: cell2.held,
    start,
    missing,
    captures: cell2.captures,
    changes: { change, earlier: cell2.changes }
  };
}
function withCaptures({ cost, first, held: held2, missing, changes }, start, captures) {
  return { cost, first, held: held2, start, missing, captures, changes };
}

// src/grammar/read-entry.ts
var mostAtoms = 2e3;
var clearCost = 104;
function readByFormats(formats, atoms, specs, text, findsNearest = true) {
  let [furthest, at] = [formats[0], -1];
  for (const format2 of formats) {
    const matched = match(format2.automaton, atoms, specs);
    if (matched.matches) return { captures: matched.captures, departures: [], format: format2, isClear: true };
    if (matched.furthest > at) [furthest, at] = [format2, matched.furthest];
  }
  if (furthest === void 0) return null;
  if (atoms.length > mostAtoms || !findsNearest) return withoutNearest(atoms, at, furthest);
  let best = null;
  for (const format2 of formats) {
    const repair2 = nearest(format2.automaton, atoms, specs, true);
    if (repair2 !== null && (best === null || repair2.cost < best.repair.cost)) best = { format: format2, repair: repair2 };
  }
  if (best === null) return null;
  const { format, repair } = best;
  const departures = departuresOf(repair, atoms, specs, text);
  const isPlain2 = departures.some(({ edits }) => edits.length > 0);
  const latest = isPlain2 ? nearest(format.automaton, atoms, specs, false) : null;
  const others = latest === null ? [] : departuresOf(latest, atoms, specs, text);
  return {
    captures: repair.captures,
    departures: departures.map(
      (one) => others.some((other) => isSameRepair(one, other, text)) ? one : { ...one, edits: [], safe: false }
    ),
    format,
    isClear: repair.cost <= clearCost
  };
}
function withoutNearest(atoms, at, format) {
  const start = atoms[at]?.start ?? atoms.at(-1)?.end ?? 0;
  const end = atoms[at]?.end ?? start;
  const found = shown(at < atoms.length ? atoms.slice(at, at + 20) : atoms.slice(-20));
  const departure = { kind: "unexpected", start, end, expected: "", found, edits: [], safe: false };
  return { captures: [], departures: [departure], format, isClear: false };
}
function isSameRepair(one, other, text) {
  if (one.edits.length === 0 || other.edits.length !== one.edits.length) return false;
  const [start, end] = [Math.min(one.start, other.start), Math.max(one.end, other.end)];
  if (end - start > one.end - one.start + other.end - other.start + 2) return false;
  return applied2(one.edits, text, start, end) === applied2(other.edits, text, start, end);
}
function applied2(edits, text, start, end) {
  let [result, at] = ["", start];
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at, end);
}

// src/text/fold-name.ts
function foldName(text) {
  return text.toLowerCase().replaceAll("&", " and ").replace(/[^\p{L}\p{N}]+/gu, "");
}

// src/parse/outline/entry-atoms.ts
function atomsOf(pieces, text, around = { depth: 0, marks: 0 }) {
  const atoms = [];
  for (const piece of pieces) addPiece(piece, around, text, atoms);
  let [from, to] = [0, atoms.length];
  while (from < to && isSpace(atoms[from])) from++;
  while (to > from && isSpace(atoms[to - 1])) to--;
  return atoms.slice(from, to);
}
function addPiece(piece, around, text, into) {
  const { start, end } = piece;
  switch (piece.kind) {
    case "text":
      addText(piece.text, start, end, around, text, into);
      return;
    case "space":
      if (into.at(-1)?.kind !== "character" || into.at(-1).character !== " ")
        into.push({ kind: "character", character: " ", exact: false, start, end, ...around });
      return;
    case "break":
      into.push({ kind: "break", start, end, ...around });
      return;
    case "note":
      return;
    case "image":
      into.push({ kind: "image", alt: piece.link.text, url: piece.link.url, start, end, ...around });
      return;
    case "code": {
      const within2 = text.slice(start, end).indexOf(piece.text);
      const [from, to] = within2 < 0 ? [start, end] : [start + within2, start + within2 + piece.text.length];
      into.push({ kind: "open", what: "code", url: "", start, end: from, ...around });
      addText(piece.text, from, to, { ...around, depth: around.depth + 1 }, text, into);
      into.push({ kind: "close", what: "code", url: "", start: to, end, ...around });
      return;
    }
    case "link": {
      const { url } = piece.link;
      const [from, to] = [piece.inner[0]?.start ?? start, piece.inner.at(-1)?.end ?? end];
      into.push({ kind: "open", what: "link", url, start, end: from, ...around });
      for (const atom of atomsOf(piece.inner, text, { ...around, depth: around.depth + 1 })) into.push(atom);
      into.push({ kind: "close", what: "link", url, start: to, end, ...around });
      return;
    }
    case "mark": {
      const what = piece.bold ? "bold" : "emphasis";
      const [from, to] = [piece.inner[0]?.start ?? start, piece.inner.at(-1)?.end ?? end];
      into.push({ kind: "open", what, url: "", start, end: from, ...around });
      for (const inner of piece.inner) addPiece(inner, { ...around, marks: around.marks + 1 }, text, into);
      into.push({ kind: "close", what, url: "", start: to, end, ...around });
    }
  }
}
function addText(shown2, start, end, around, text, into) {
  let at = start;
  const isExact = end - start === shown2.length;
  for (let index = 0; index < shown2.length; index++) {
    const character = /\s/.test(shown2[index] ?? "") && shown2[index] !== "\xA0" ? " " : shown2[index] ?? "";
    let from = at;
    let length = 1;
    if (!isExact && (text[at] !== shown2[index] || isWritten(text.slice(at, at + 44)))) {
      if (text[at] === "\\" && text[at + 1] === shown2[index]) length = 2;
      else if (text[at] === "&") {
        const reference = /^&#?\w{1,40};/.exec(text.slice(at, at + 44))?.[0];
        const isSecond = /^[\udc00-\udfff]$/.test(shown2[index] ?? "");
        length = reference?.length ?? 1;
        if (!isSecond && /^[\ud800-\udbff]$/.test(shown2[index] ?? "")) length = 0;
      }
    }
    from = Math.min(from, end);
    at = Math.min(at + length, end);
    into.push({ kind: "character", character, exact: at - from === 1, start: from, end: at, ...around });
  }
}
function isWritten(text) {
  return /^(?:\\\\|&(?:amp|AMP|#0*38|#[xX]0*26);)/.test(text);
}

// src/parse/outline/read-fields.ts
var mostSteps = 1e7;
function readFields(entries, grammar, source) {
  const departures = [];
  const pending = [];
  const tables = /* @__PURE__ */ new Set();
  let steps = 0;
  const sections = grammar.sectionsFor(entries.map(({ entry }) => titlesAround(entry)));
  for (const [index, { entry, content }] of entries.entries()) {
    const section = sections[index];
    const cells = section === void 0 || isLabel(entry) ? null : cellsOf(content, section);
    if (section === void 0 || cells === null) continue;
    const fields = {};
    entry.fields = fields;
    if (content.kind === "row" && !tables.has(content.table)) {
      tables.add(content.table);
      departures.push(...missingColumns(content.table, section, source));
    }
    for (const cell2 of cells) {
      const atoms = atomsOf(cell2.pieces, source.text);
      const findsNearest = grammar.findsNearest && steps < mostSteps;
      const reading = readByFormats(cell2.formats, atoms, section.specs, source.text, findsNearest);
      if (reading !== null && reading.departures.length > 0)
        steps += cell2.formats.reduce((sum, { automaton }) => sum + automaton.states.length * atoms.length, 0);
      if (atoms.length === 0 && cell2.heading !== null) {
        if (!cell2.optional) departures.push(emptyCell(cell2, entry, source));
        continue;
      }
      if (reading === null) continue;
      const format = plainFormat(reading.format);
      for (const { start, end, ...departure } of reading.departures) {
        const edits = entry.form === "html" ? [] : departure.edits;
        const position = visiblePlace(start, end, source);
        const { kind, expected, found, safe } = departure;
        departures.push({ kind, entry, position, field: null, expected, found, format, edits, safe });
      }
      for (const capture of reading.captures) {
        const field = fieldOf2(capture, atoms, source);
        const known = fields[capture.field];
        if (known === void 0) fields[capture.field] = [field];
        else known.push(field);
        const spec = section.specs.get(capture.field);
        if (spec !== void 0 && reading.isClear) pending.push({ entry, capture, atoms, spec, format });
      }
    }
  }
  return [...departures, ...faultsOf2(pending, source)].sort(
    (a, b) => a.position.start.offset - b.position.start.offset
  );
}
function isLabel({ children, link: link3, separator: separator3 }) {
  return (children.length > 0 || link3?.sort === "fragment") && !/[^\s,;]/.test(separator3?.text ?? "");
}
function cellsOf(content, { formats, columns }) {
  if (content.kind === "line")
    return formats && [{ formats, pieces: content.pieces, heading: null, optional: false, start: 0, end: 0 }];
  if (columns === null) return null;
  const { header } = content.table;
  const cells = columns.flatMap(({ heading, format, optional }) => {
    const index = header.findIndex((cell2) => isHeading(cell2, heading));
    if (index < 0) return [];
    const { pieces = [], start = content.row.end, end = content.row.end } = content.row.cells[index] ?? {};
    return [{ formats: [format], pieces, heading, optional, start, end }];
  });
  return cells.length === 0 || cells.length * 2 < columns.length ? null : cells;
}
function isHeading(cell2, heading) {
  return foldName(visibleWords(cell2)) === foldName(heading);
}
function missingColumns({ header, start }, { columns }, source) {
  const lineEnd = source.text.slice(start).search(/[\r\n]/);
  const position = source.place(start, lineEnd < 0 ? source.text.length : start + lineEnd);
  return (columns ?? []).flatMap(({ heading, format }) => {
    if (header.some((cell2) => isHeading(cell2, heading))) return [];
    const nothing = { entry: null, expected: heading, found: "", edits: [], safe: false };
    return [{ kind: "column", position, field: heading, format: plainFormat(format), ...nothing }];
  });
}
function emptyCell({ heading, formats, start, end }, entry, source) {
  const [first] = formats;
  const format = first === void 0 ? "" : plainFormat(first);
  const position = source.place(start, end);
  return {
    kind: "empty",
    entry,
    position,
    field: heading,
    expected: format,
    found: "",
    format,
    edits: [],
    safe: false
  };
}
function visiblePlace(start, end, source) {
  if (start < end) return source.place(start, end);
  const isLineEnd = /[\r\n]/.test(source.text[end] ?? "\n");
  const isPair = (at) => /^[\ud800-\udbff][\udc00-\udfff]/.test(source.text.slice(at, at + 2));
  if (isLineEnd) return source.place(Math.max(0, start - (isPair(start - 2) ? 2 : 1)), end);
  return source.place(start, end + (isPair(start) ? 2 : 1));
}
function fieldOf2({ start, end, value }, atoms, source) {
  return { value: value ?? shown(atoms.slice(start, end)), position: placeOf(atoms.slice(start, end), source) };
}
function placeOf(atoms, source) {
  const start = atoms[0]?.start ?? 0;
  return source.place(start, Math.max(start, atoms.at(-1)?.end ?? start));
}
function faultsOf2(pending, source) {
  const faults = (matches) => pending.flatMap(({ entry, capture, atoms, spec, format }) => {
    const fault = fieldFault(spec, capture, atoms, matches);
    if (fault === null) return [];
    const position = placeOf(atoms.slice(capture.start, capture.end), source);
    const edits = entry.form === "html" ? [] : fault.edits;
    return [{ ...fault, entry, position, field: capture.field, format, edits }];
  });
  if (pending.every(({ spec }) => spec.pattern === null)) return faults(() => true);
  return withPatterns("entries", (test) => faults(({ pattern: pattern2 }, value) => pattern2 === null || test(pattern2, value)));
}
function titlesAround(entry) {
  const titles = [];
  for (let node = entry.parent; node.type !== "list"; node = node.parent) {
    if (node.type === "section") titles.push(node.title);
    else if (node.type === "tier") titles.push(node.label);
  }
  return titles;
}

// src/parse/outline/build-tree.ts
function buildTree(root, list, source, grammar) {
  const sections = [];
  const tiers = [];
  const entries = [];
  const contents = [];
  const byGroup = /* @__PURE__ */ new Map();
  const grow = (draft, parent) => draft.type === "entry" ? growEntry(draft, parent) : growGroup(draft, parent);
  const growGroup = (draft, parent) => {
    const children2 = [];
    const common2 = {
      slug: draft.slug,
      children: children2,
      position: source.place(draft.start, draft.end),
      heading: source.place(draft.heading.start, draft.heading.end),
      prose: draft.prose.map((range) => source.place(range.start, range.end)),
      emoji: draft.emoji,
      parent
    };
    let node;
    if (draft.tier !== null && draft.level !== null) {
      const { start, end } = draft.labelRange;
      const { title, keyword, number: number2 } = draft.level;
      const isItem = draft.form === "item";
      node = {
        ...{ type: "tier", level: draft.tier.level, title, label: draft.label, form: isItem ? "item" : "heading" },
        ...{ depth: isItem ? null : draft.depth, keyword, number: number2 },
        labelSpan: { text: source.text.slice(start, end), position: source.place(start, end) },
        ...common2
      };
      tiers.push(node);
    } else {
      const form = draft.form === "root" ? "heading" : draft.form;
      const role = draft.role === "contents" || draft.role === "meta" ? draft.role : "content";
      node = { type: "section", form, title: draft.title, depth: draft.depth, role, ...common2 };
      sections.push(node);
    }
    byGroup.set(draft, node);
    for (const child of draft.children) children2.push(grow(child, node));
    return node;
  };
  const growEntry = (draft, parent) => {
    const children2 = [];
    const { facts, form, marker, task, links } = draft;
    const entry = {
      type: "entry",
      form,
      name: facts.name,
      kind: facts.kind,
      url: facts.url,
      description: facts.description,
      links,
      children: children2,
      position: source.place(draft.start, draft.end),
      link: facts.link,
      label: facts.label,
      naming: facts.naming,
      leads: facts.leads,
      separator: facts.separator,
      body: facts.body,
      proseEnd: facts.proseEnd,
      marker,
      task,
      fields: null,
      parent
    };
    entries.push(entry);
    if (grammar !== null && draft.content !== null) contents.push({ entry, content: draft.content });
    if (draft.heading !== null) byGroup.set(draft.heading, entry);
    for (const link3 of links) {
      link3.entry = entry;
      if (link3.place !== "badge") link3.place = link3 === facts.link ? "entry" : "description";
    }
    for (const child of draft.children) children2.push(growEntry(child, entry));
    return entry;
  };
  settleEnds(root, source.text);
  const children = root.children.map((child) => grow(child, list));
  const departures = grammar === null ? [] : readFields(contents, grammar, source);
  return { children, sections, tiers, entries, byGroup, departures };
}
function settleEnds(draft, text) {
  let least = draft.start;
  for (const child of draft.children) least = Math.max(least, settleEnds(child, text));
  least = draft.type === "entry" ? Math.max(least, draft.facts.label.end.offset, draft.facts.body?.position.end.offset ?? 0) : Math.max(least, draft.heading.end);
  let end = Math.max(draft.end, least);
  while (end > least && /\s/.test(text[end - 1] ?? "")) end--;
  draft.end = end;
  return end;
}

// src/parse/outline/draft.ts
function startGroup(facts) {
  return { type: "group", ...facts, children: [], prose: [], tier: null, firstParagraph: null, hasContents: false };
}

// src/parse/outline/emoji.ts
var emojiSource = "(?:\\p{Regional_Indicator}{2}|[#*0-9]\\uFE0F?\\u20E3|\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})?(?:\\u200D\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})?)*)";
var leading = new RegExp(`^(?:${emojiSource}[\\s\\uFE0F]*)+`, "u");
var shortcode = /^(?::[a-z0-9_+-]+:\s*)+/;
var onlyEmoji = new RegExp(`^(?:${emojiSource}|[\\s\\uFE0F])+$`, "u");
function splitEmoji(text) {
  const trimmed = text.trim();
  const match2 = leading.exec(trimmed)?.[0] ?? shortcode.exec(trimmed)?.[0];
  if (match2 !== void 0) return { emoji: match2.trim(), rest: trimmed.slice(match2.length).trim() };
  const first = trimmed.charCodeAt(0);
  if (first > 127) {
    const garble = findMojibake(trimmed)[0];
    if (garble?.start === 0 && garble.repaired !== null && onlyEmoji.test(garble.repaired)) {
      return { emoji: garble.repaired.trim(), rest: trimmed.slice(garble.end).trim() };
    }
  }
  return { emoji: null, rest: trimmed };
}

// src/parse/blocks/masked-text.ts
var maskCharacter = { link: "\uE000", code: "\uE001", badge: "\uE002" };
function maskText(pieces, at) {
  const segments = [];
  let length = 0;
  const add = (text, shown2, start, end) => {
    segments.push({ at: length, text, shown: shown2, start, end, outerStart: start, outerEnd: end });
    length += text.length;
  };
  const walk2 = (piece) => {
    if (piece.kind === "text") add(piece.text, piece.text, piece.start, piece.end);
    else if (piece.kind === "space") add(" ", " ", piece.start, piece.end);
    else if (piece.kind === "break") add("\n", " ", piece.start, piece.end);
    else if (piece.kind === "code") add(maskCharacter.code, piece.text, piece.start, piece.end);
    else if (isBadge(piece)) add(maskCharacter.badge, "", piece.start, piece.end);
    else if (piece.kind === "link") add(maskCharacter.link, piece.link.text, piece.start, piece.end);
    else if (piece.kind === "mark") {
      const from = segments.length;
      for (const inner of piece.inner) walk2(inner);
      const first = segments[from];
      const last = segments.at(-1);
      if (first !== void 0 && last !== void 0) {
        first.outerStart = piece.start;
        last.outerEnd = piece.end;
      }
    }
  };
  for (const piece of pieces) walk2(piece);
  const endingAt = (index) => segments.findLast((candidate) => candidate.at < index);
  const inside = (segment, index) => {
    const into = index - segment.at;
    if (segment.end - segment.start === segment.text.length) return segment.start + into;
    return into <= 0 ? segment.start : into >= segment.text.length ? segment.end : Math.min(segment.start + into, segment.end);
  };
  return {
    text: segments.map((segment) => segment.text).join(""),
    offset: (index) => {
      const segment = segments.findLast((candidate) => candidate.at <= index);
      if (segment === void 0) return at;
      return index === segment.at ? segment.outerStart : inside(segment, index);
    },
    innerEnd: (index) => {
      const segment = endingAt(index);
      return segment === void 0 ? at : inside(segment, index);
    },
    outerEnd: (index) => {
      const segment = endingAt(index);
      if (segment === void 0) return at;
      return index === segment.at + segment.text.length ? segment.outerEnd : inside(segment, index);
    },
    visible: (from, to) => segments.filter((segment) => segment.at < to && segment.at + segment.text.length > from).map(
      ({ at: start, text, shown: shown2 }) => text === shown2 ? shown2.slice(Math.max(0, from - start), Math.max(0, to - start)) : shown2
    ).join("").replace(/\s+/g, " ").trim()
  };
}

// src/parse/outline/entry-kind.ts
var kinds = new Set(
  "article audiobook blog book bootcamp challenge channel cheatsheet class codelab course demo doc documentation ebook essay example exercise forum game guide handbook interactive journal lab lecture lesson library magazine manual newsletter note paper pdf playlist podcast post practice presentation primer quiz reference repo repository roadmap sandbox screencast series site slide slideshow spec specification talk tool tour track training tutorial video walkthrough webinar website whitepaper wiki workbook workshop youtube".split(" ")
);
function splitKind(name) {
  const match2 = /^(.*\S)\s*[(（]([^()（）]+)[)）]$/su.exec(name);
  if (match2?.[1] === void 0 || match2[2] === void 0) return null;
  const kind = match2[2].trim();
  return isKind(kind) ? { name: match2[1], kind } : null;
}
function isKind(text) {
  const last = /[\p{L}\p{N}]+$/u.exec(text.trim())?.[0]?.toLowerCase();
  if (last === void 0) return false;
  return kinds.has(last) || kinds.has(last.replace(/s$/, "")) || kinds.has(last.replace(/ies$/, "y"));
}

// src/parse/outline/separator.ts
var { link: link2, code: code2, badge } = maskCharacter;
var decorations = [
  new RegExp(`\\s+|\\uFE0F|${emojiSource}|:[a-z0-9_+-]+:|${badge}`, "yu"),
  // [tag], [[crate](u)], ([mirror](u), [docs](u))
  new RegExp(
    `\\[[^\\[\\]\\n]{1,40}\\]|\\[\\s*${link2}\\s*\\]|[(\uFF08]\\s*${link2}(?:\\s*[,/|\xB7]?\\s*${link2})*\\s*[)\uFF09]`,
    "yu"
  )
];
var parenthesis = /[(（]([^()（）\n]{1,60})[)）]/uy;
var tagWord = new RegExp(`${code2}`, "y");
var separator2 = /(?:[-–—―]{1,3}|[:：|·•→~,，.]|=>|->)(?=\s|$|[^\s\p{P}]|["“‘«])/uy;
function readSeparator(text, start = 0) {
  let index = start;
  let kind = null;
  for (; ; ) {
    const before = index;
    for (const pattern2 of decorations) index = after(pattern2, text, index);
    parenthesis.lastIndex = index;
    const inner = parenthesis.exec(text);
    if (inner?.[1] !== void 0 && isTag(inner[1], text.slice(parenthesis.lastIndex))) {
      if (kind === null && isKind(inner[1])) kind = inner[1].trim();
      index = parenthesis.lastIndex;
    }
    tagWord.lastIndex = index;
    if (tagWord.test(text) && startsSeparator(text, tagWord.lastIndex)) index = tagWord.lastIndex;
    if (index === before) break;
  }
  const nameEnd = index - (text.slice(0, index).length - text.slice(0, index).trimEnd().length);
  const descriptionStart = after(/\s+/y, text, after(separator2, text, index));
  return { nameEnd, descriptionStart, kind };
}
function isTag(inner, rest) {
  return isKind(inner) || startsSeparator(rest, 0) || inner.trim().split(/\s+/).length < 3 && inner.length <= 24;
}
function startsSeparator(text, index) {
  const at = after(/\s+/y, text, index);
  return at < text.length && after(separator2, text, at) > at && !/[.,，]/.test(text[at] ?? "");
}
function after(pattern2, text, index) {
  pattern2.lastIndex = index;
  return pattern2.test(text) ? pattern2.lastIndex : index;
}
var trailing = [
  new RegExp(`(?:${emojiSource}|${badge})$`, "u"),
  /(?:^|\s):[a-z0-9_+-]+:$/,
  new RegExp(`\\[\\s*${link2}\\s*\\]$|[(\uFF08\\[]\\s*${link2}(?:(?:\\s|[,/|\xB7&]|and|or)*${link2})*\\s*[)\uFF09\\]]$`, "u"),
  new RegExp(`(?:${code2}[\\s,]*){2,}$`),
  new RegExp(`(?<=[.!?\u3002\uFF01\uFF1F\u2026\u0964\u061F\u06D4]["'\u201D\u2019\xBB)\\]]*\\s*)(?:${code2}|${link2}|[-\u2013\u2014|,/\xB7]|\\s)+$`, "u"),
  /(?<=[.!?。！？…।؟۔]["'”’»)\]]*\s*)(?:\([^()]*\)|\[[^[\]]*\]|（[^（）]*）)$/u
];
var tailLength2 = 300;
var mostDecorations = 100;
function proseEnd(text) {
  let end = text.length;
  for (let count2 = 0; count2 < mostDecorations; count2++) {
    const before = end;
    while (end > 0 && /\s|\uFE0F/.test(text.charAt(end - 1))) end--;
    for (const pattern2 of trailing) {
      let from = Math.max(0, end - tailLength2);
      if (/[\udc00-\udfff]/.test(text.charAt(from))) from++;
      const found = pattern2.exec(text.slice(from, end));
      if (found !== null) end = from + found.index;
    }
    if (end === before) return end;
  }
  return end;
}

// src/parse/outline/entry.ts
var emptyNames = /^(?:go!|here|links?|web ?site|site|web|home ?page|page|source(?: code)?|src|code|repo(?:sitory)?|git ?hub|pdf|epub|html|demo|docs?|video|download|[a-z]{2})$/iu;
function readEntry(pieces, second, source) {
  const line = unfold(pieces);
  const start = line[0]?.start ?? 0;
  const main = mainLink(line);
  const bold = leadingName(line);
  const index = main === -1 || bold !== -1 && bold < main && !follows(line, bold, main) ? bold : main;
  const chosen = line[index];
  if (chosen === void 0) {
    const name2 = visibleWords(pieces);
    const end = line.at(-1)?.end ?? start;
    return {
      ...{ name: splitEmoji(name2).rest || name2, kind: null, url: null, description: null, link: null },
      ...{
        label: source.place(start, end),
        naming: "plain",
        leads: false,
        separator: null,
        body: null,
        proseEnd: null
      }
    };
  }
  const link3 = linkIn(chosen);
  const before = line.slice(0, index);
  const lead = splitEmoji(visibleWords(before)).rest;
  let label = chosen;
  let shown2 = link3?.text ?? visibleWords([chosen]);
  let naming = link3 ? "link" : chosen.kind === "code" ? "code" : "bold";
  const isLabelled = link3 !== null && isLabel2(lead, shown2);
  if (link3 && (isLabelled || emptyNames.test(shown2.trim()) || shown2.trim() === "") && /[\p{L}\p{N}]/u.test(lead)) {
    const strong = before.find((piece) => piece.kind === "mark" && piece.bold && visibleWords([piece]) !== "");
    const first = strong ?? before.find((piece) => !isBlank(piece));
    shown2 = (strong ? visibleWords([strong]) : lead).replace(/(?<![\s\-–—:：.,(（[])[\s\-–—:：.,(（[]+$/u, "");
    label = {
      start: first?.start ?? start,
      end: strong?.end ?? before.findLast((piece) => !isBlank(piece))?.end ?? start
    };
    naming = strong ? "bold" : "link";
  }
  const bare = splitEmoji(shown2).rest || shown2.trim();
  const name = naming === "link" ? bare : bare.replace(/\s*[:：]$/u, "");
  if (link3 !== null && naming === "link" && isSentence(lead, maskText(line.slice(index + 1), chosen.end).text)) {
    const sentence = { name, kind: null, url: link3.url, link: link3, naming: "plain", leads: false, ...undescribed };
    return { ...sentence, label: source.place(label.start, label.end) };
  }
  const kinded = splitKind(name);
  const rest = line.slice(index + 1);
  const tail = maskText(rest, chosen.end);
  const bracketed = /[[(（]$/u.test(lead) && /^[\])）]/u.test(tail.text) ? 1 : 0;
  const reading = readSeparator(tail.text, bracketed);
  const described2 = describe(tail, reading, source);
  const other = described2.body === null && second !== null ? paragraph(second, chosen.end, source) : described2;
  return {
    name: kinded?.name ?? name,
    kind: kinded?.kind ?? reading.kind,
    url: link3?.url ?? null,
    link: link3,
    label: source.place(label.start, label.end),
    naming,
    leads: isLabelled || leads2(before),
    ...other
  };
}
function isLabel2(lead, shown2) {
  if (!/[\p{L}\p{N}]/u.test(lead) || lead.split(/\s+/).length > 6) return false;
  if (/[-–—:：]$/u.test(lead)) return isKind(shown2) || /^(?:https?:\/\/|www\.)/i.test(shown2.trim());
  return /[\p{L}\p{N}]\s*[(（]$/u.test(lead);
}
function mainLink(line) {
  const plain3 = line.findIndex((piece) => linkIn(piece) !== null && !isBadge(piece));
  if (plain3 >= 0) return plain3;
  return line.every((piece) => isBadge(piece) || isBlank(piece)) ? line.findIndex((piece) => linkIn(piece) !== null) : -1;
}
function leadingName(line) {
  const index = line.findIndex(
    (piece2) => !isBlank(piece2) && !isBadge(piece2) && splitEmoji(visibleWords([piece2])).rest !== ""
  );
  const piece = line[index];
  if (piece === void 0 || !(piece.kind === "mark" && piece.bold || piece.kind === "code")) return -1;
  const after3 = maskText(line.slice(index + 1), piece.end).text;
  const ended2 = /[:：]\s*$/u.test(visibleWords([piece]));
  return ended2 || after3.trim() === "" || /^\s*(?:[-–—―:：(（[|]|\n|=>|->)/u.test(after3) ? index : -1;
}
function follows(line, label, link3) {
  return !/[\p{L}\p{N}]/u.test(visibleWords(line.slice(label + 1, link3)));
}
function isSentence(lead, after3) {
  if (!/[\p{L}\p{N}]/u.test(lead) || /[-–—―:：.,;|>/([（【*#]$/u.test(lead)) return false;
  return /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u.test(lead) || /^\s*(?:,|\p{Ll}+\s)/u.test(after3);
}
function unfold(pieces) {
  return pieces.flatMap((piece) => {
    if (piece.kind !== "mark" || isBadge(piece) || linksOf(piece.inner).every((link3) => link3.image)) return [piece];
    const solid = piece.inner.filter((inner) => !isBlank(inner));
    return solid.length === 1 && linkIn(piece) !== null ? [piece] : unfold(piece.inner);
  });
}
function linkIn(piece) {
  if (piece.kind === "link") return piece.link;
  if (piece.kind !== "mark") return null;
  const solid = piece.inner.filter((inner) => !isBlank(inner));
  return solid.length === 1 && solid[0] !== void 0 ? linkIn(solid[0]) : null;
}
function leads2(before) {
  const text = visibleWords(before.filter((piece) => !isBadge(piece)));
  return text === "" || /[:：]$/u.test(text) || splitEmoji(text).rest === "" || /^(?:\[[^[\]]*\]|\([^()]*\)|[\s*•])+$/u.test(text);
}
var undescribed = { description: null, separator: null, body: null, proseEnd: null };
function describe(tail, reading, source) {
  const to = tail.text.trimEnd().length;
  const description = tail.visible(reading.descriptionStart, to);
  if (description === "" || to <= reading.descriptionStart) return undescribed;
  const start = tail.offset(reading.descriptionStart);
  const from = tail.outerEnd(reading.nameEnd);
  const rest = tail.text.slice(reading.descriptionStart, to);
  const prose2 = proseEnd(rest);
  return {
    description,
    separator: { text: source.text.slice(from, start), position: source.place(from, start) },
    body: { text: description, position: source.place(start, tail.outerEnd(to)) },
    proseEnd: rest.slice(0, prose2).trim() === "" ? null : tail.innerEnd(reading.descriptionStart + prose2)
  };
}
function paragraph(pieces, at, source) {
  const mask = maskText(pieces, at);
  const lead = mask.text.length - mask.text.trimStart().length;
  const described2 = describe(mask, { nameEnd: 0, descriptionStart: lead, kind: null }, source);
  return described2.body === null ? undescribed : { ...described2, separator: null };
}

// src/parse/outline/tier-label.ts
var keywords = "tier level stage phase part step week month nivel n\xEDvel etapa fase parte paso passo semana mes m\xEAs niveau \xE9tape partie semaine mois stufe schritt teil woche monat \u0443\u0440\u043E\u0432\u0435\u043D\u044C \u044D\u0442\u0430\u043F \u0448\u0430\u0433 \u0447\u0430\u0441\u0442\u044C \u043D\u0435\u0434\u0435\u043B\u044F \u043C\u0435\u0441\u044F\u0446 \u0440\u0456\u0432\u0435\u043D\u044C \u043A\u0440\u043E\u043A \u0435\u0442\u0430\u043F \u9636\u6BB5 \u968E\u6BB5 \u7EA7\u522B \u7D1A\u5225 \u6B65\u9AA4 \u30EC\u30D9\u30EB \u30B9\u30C6\u30C3\u30D7 \u30B9\u30C6\u30FC\u30B8 \uB2E8\uACC4 \uB808\uBCA8 \u0645\u0631\u062D\u0644\u0647 \u0633\u0637\u062D \u06AF\u0627\u0645 \u0647\u0641\u062A\u0647 \u0645\u0631\u062D\u0644\u0629 \u0645\u0633\u062A\u0648\u0649".replaceAll(" ", "|");
var after2 = String.raw`(?:\s*[-–—]\s*\d{1,3}(?=\s*[:：]))?(?![\d.,]*\d|[\p{L}])\s*(?:[:：.)|、]|[-–—]+)?\s*(.*)$`;
var numbered = new RegExp(`^(${keywords})[\\s#_-]*(\\d{1,3})${after2}`, "isu");
var counted = /^第\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*(阶段|階段|部分|章|周|週|步|级|級|月|部|ステップ|段階|ステージ)\s*[:：.)|、-]*\s*(.*)$/su;
var levelWords = [
  "beginner beginners novice junior principiante principiantes iniciante iniciantes b\xE1sico basico d\xE9butant d\xE9butants anf\xE4nger \u043D\u0430\u0447\u0430\u043B\u044C\u043D\u044B\u0439 \u043D\u0430\u0447\u0438\u043D\u0430\u044E\u0449\u0438\u0439 \u521D\u7EA7 \u521D\u7D1A \u5165\u95E8 \u5165\u9580 \u521D\u5B66\u8005 \u521D\u5FC3\u8005 \uCD08\uAE09 \u0645\u0628\u062A\u062F\u06CC \u0645\u0628\u062A\u062F\u0626",
  "intermediate mid middle mid-level intermedio intermedi\xE1rio interm\xE9diaire \u0441\u0440\u0435\u0434\u043D\u0438\u0439 \u4E2D\u7EA7 \u4E2D\u7D1A \uC911\uAE09 \u0645\u062A\u0648\u0633\u0637",
  "advanced senior avanzado avan\xE7ado avanc\xE9 fortgeschrittene \u043F\u0440\u043E\u0434\u0432\u0438\u043D\u0443\u0442\u044B\u0439 \u9AD8\u7EA7 \u9AD8\u7D1A \u4E0A\u7D1A \u8FDB\u9636 \u9032\u968E \uACE0\uAE09 \u067E\u06CC\u0634\u0631\u0641\u062A\u0647 \u0645\u062A\u0642\u062F\u0645",
  "expert experts master principal experto especialista \u044D\u043A\u0441\u043F\u0435\u0440\u0442 \u4E13\u5BB6 \u5C08\u5BB6 \u30A8\u30AD\u30B9\u30D1\u30FC\u30C8"
];
var ranks = new Map(levelWords.flatMap((line, index) => line.split(" ").map((word) => [word, index + 1])));
var words = [...ranks.keys()].sort((a, b) => b.length - a.length).join("|");
var suffix = String.raw`[\s-]*(?:(?:level|tier|stage|track|developer|dev|engineer)s?(?![\p{L}\p{N}])|者|编|編|篇|阶段|レベル|단계)`;
var prefix = "(?:for |nivel |n\xEDvel |niveau |\u0443\u0440\u043E\u0432\u0435\u043D\u044C |\u0633\u0637\u062D |\u0627\u0644\u0645\u0633\u062A\u0648\u0649 )?";
var level = new RegExp(`^${prefix}(${words})(?:['\u2019]s)?(?:${suffix})?\\s*(?:[:\uFF1A]\\s*(.*)|[-\u2013\u2014]\\s+(.*))?$`, "isu");
var named = new RegExp(`^${prefix}(?:${words})(?:['\u2019]s)?${suffix}`, "iu");
var numerals = "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";
function numberOf(text) {
  if (/^\d/.test(text)) return Number(text);
  const [tens = "", ones = ""] = text.includes("\u5341") ? text.split("\u5341") : ["", text];
  const digit = (word) => numerals.indexOf(word) + 1;
  return (text.includes("\u5341") ? (tens === "" ? 1 : digit(tens)) * 10 : 0) + (ones === "" ? 0 : digit(ones));
}
function readTierLabel(label) {
  const { emoji: emoji2, rest } = splitEmoji(label);
  const text = rest.replace(/\s+/g, " ").replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const match2 = numbered.exec(text) ?? turned(counted.exec(text));
  if (match2?.[1] !== void 0 && match2[2] !== void 0) {
    const number2 = numberOf(match2[2]);
    return {
      scheme: match2[1].toLowerCase(),
      rank: number2,
      keyword: match2[1],
      number: number2,
      title: match2[3] === void 0 || match2[3] === "" ? null : match2[3].trim(),
      emoji: emoji2
    };
  }
  const word = level.exec(text);
  if (word?.[1] === void 0) return null;
  const title = word[2] ?? word[3];
  if (title && !named.test(text)) return null;
  const rank = ranks.get(word[1].toLowerCase()) ?? 0;
  return {
    scheme: "word",
    rank,
    keyword: null,
    number: null,
    title: title || text.replace(/(?<!\s)\s*[:：]\s*$/u, ""),
    emoji: emoji2
  };
}
function turned(match2) {
  return match2 === null ? null : [match2[0], match2[2], match2[1], match2[3]];
}

// src/url/fragment.ts
import leven3 from "leven";
function withoutDirective(fragment) {
  return fragment.replace(/:~:.*$/s, "");
}
function decode2(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function bareFragment(fragment) {
  return decode2(withoutDirective(fragment)).replace(/^user-content-/, "");
}
function githubAnchor(fragment, names) {
  const bare = bareFragment(fragment);
  return [bare, bare.toLowerCase()].find((name) => names.has(name)) ?? null;
}

// src/parse/outline/toc.ts
function linksOfBlock(block, into = []) {
  if (block.kind === "list") for (const item of block.items) for (const inner of item.blocks) linksOfBlock(inner, into);
  else if (block.kind === "table") {
    for (const cells of block.header) linksOf(cells, into);
    for (const row of block.rows) for (const cell2 of row.cells) linksOf(cell2.pieces, into);
  } else if ("pieces" in block) linksOf(block.pieces, into);
  return into;
}
function isContents(block, named3, starts) {
  const links = linksOfBlock(block).filter((link3) => !link3.image);
  const fragments = links.filter((link3) => link3.sort === "fragment" || named3 && link3.sort === "local");
  if (fragments.length < (named3 ? 1 : 3) || fragments.length < links.length * 0.7) return false;
  if (named3) return block.kind !== "list" || fragments.length * 2 >= linesIn2(block);
  return new Set(fragments.map(({ url }) => url)).size >= fragments.length * 0.7 && !isBackward(block, fragments, starts);
}
function linesIn2({ items }) {
  return items.reduce((count2, { blocks }) => {
    const nested = blocks.flatMap((block) => block.kind === "list" ? [linesIn2(block)] : []);
    return count2 + (nested.length === 0 ? 1 : nested.reduce((sum, one) => sum + one));
  }, 0);
}
function isCrossReference(block, starts) {
  const links = linksOfBlock(block).filter((link3) => !link3.image);
  return links.length > 0 && links.every((link3) => link3.sort === "fragment") && isBackward(block, links, starts);
}
function isBackward(block, links, starts) {
  let above = 0;
  for (const { url } of links) {
    const start = starts.get(githubAnchor(url.slice(url.indexOf("#") + 1), starts) ?? "");
    if (start === void 0) continue;
    if (start > block.start) return false;
    above++;
  }
  return above >= 3;
}
function addHeading(draft, heading, source) {
  addLine(draft, heading.pieces, 1, heading, source);
  draft.base = 2;
  draft.end = heading.end;
}
function addContents(draft, block, source) {
  if (block.kind === "table") {
    for (const row of block.rows) for (const cell2 of row.cells) addLine(draft, cell2.pieces, draft.base, cell2, source);
  } else addItems(draft, block.items, draft.base, source);
  draft.end = block.end;
}
function startContents(block) {
  const first = block.kind === "list" ? block.items[0] : void 0;
  return {
    items: [],
    base: 1,
    marker: first?.marker ?? null,
    indent: null,
    start: block.start,
    end: block.end,
    plain: block.kind === "list" && !block.html
  };
}
function finishContents(draft, headings, source) {
  const { marker, indent, plain: plain3 } = draft;
  const items = draft.items.map((item) => ({
    ...item,
    heading: item.fragment === null ? null : headings.get(githubAnchor(item.fragment, headings) ?? "") ?? null
  }));
  return { items, marker, indent, plain: plain3, position: source.place(draft.start, draft.end) };
}
function headingsByFragment(headings, anchors, text) {
  const byFragment = /* @__PURE__ */ new Map();
  for (const heading of headings) {
    if (heading.node === null) continue;
    byFragment.set(heading.slug, heading);
    byFragment.set(heading.slug.replace(/(?<!-)-+$/, ""), heading);
  }
  let next = 0;
  for (const { id, form, position } of anchors) {
    if (form !== "html" || byFragment.has(id)) continue;
    while ((headings[next]?.position.start.offset ?? Infinity) <= position.start.offset) next++;
    const above = headings[next - 1];
    const below = headings[next];
    const toAbove = above?.node == null ? null : gapOf(text, above.position.end.offset, position.start.offset);
    const toBelow = below === void 0 ? null : gapOf(text, position.end.offset, below.position.start.offset);
    const isAboves = toAbove !== null && (toBelow === null || toAbove < Math.min(toBelow, 2));
    const owner = isAboves || toBelow === null ? above : below;
    if (owner !== void 0 && owner.node !== null) byFragment.set(id, owner);
  }
  return byFragment;
}
function gapOf(text, from, to) {
  const between = text.slice(from, to);
  if (!/^\s*(?:<[^<>]*>\s*)*$/.test(between)) return null;
  return between.split(/\r\n|\n|\r/).length - 1;
}
function addItems(draft, items, depth, source) {
  for (const item of items) {
    const label = item.blocks.find((block) => block.kind === "paragraph" || block.kind === "heading");
    if (label && "pieces" in label) addLine(draft, label.pieces, depth, { start: item.start, end: label.end }, source);
    for (const nested of item.blocks) {
      if (nested.kind !== "list") continue;
      if (draft.indent === null && nested.items[0] !== void 0) {
        const own = source.point(item.start).column;
        const inner = source.point(nested.items[0].start).column;
        draft.indent = source.text.slice(nested.items[0].start - Math.max(0, inner - own), nested.items[0].start);
      }
      addItems(draft, nested.items, depth + 1, source);
    }
  }
}
function addLine(draft, pieces, depth, range, source) {
  const links = linksOf(pieces).filter((link3) => !link3.image);
  for (const link3 of links) link3.place = "contents";
  const position = source.place(range.start, range.end);
  if (links.length === 0) {
    const text = visibleWords(pieces);
    if (text !== "") draft.items.push({ text, depth, fragment: null, link: null, position });
  }
  for (const link3 of links) {
    const fragment = link3.sort === "fragment" ? decode2(link3.url.slice(link3.url.indexOf("#") + 1)) : null;
    draft.items.push({ text: link3.text, depth, fragment, link: link3, position });
  }
}

// src/parse/outline/entries.ts
function entryDraft(facts) {
  return {
    type: "entry",
    marker: null,
    task: null,
    children: [],
    tentative: false,
    level: null,
    heading: null,
    content: null,
    ...facts
  };
}
function readItems2(list, depth, source) {
  return list.items.flatMap((item) => readItem(item, list.html, depth, source));
}
function readItem(item, html, depth, source) {
  const label = labelOf(item);
  const nested = item.blocks.filter((block) => block.kind === "list");
  if (label === null) return nested.flatMap((list) => readItems2(list, depth, source));
  const rest = item.blocks.filter((block) => block !== label && block.kind !== "list");
  const text = visibleWords(label.pieces);
  const own = linksOf(label.pieces).some((link3) => !link3.image && link3.sort !== "fragment");
  if (nested.length > 0 && !own && text !== "") {
    const group = itemGroup(item, label, depth + 1);
    for (const block of rest) group.prose.push({ start: block.start, end: block.end });
    for (const list of nested) append(group.children, readItems2(list, depth + 1, source));
    if (group.children.length > 0) return [group];
  }
  const second = rest.find((block) => block.kind === "paragraph") ?? null;
  const facts = readEntry(firstItem(label.pieces), second?.pieces ?? null, source);
  if (facts.name === "") return nested.flatMap((list) => readItems2(list, depth, source));
  if (readTierLabel(text) === null && isProse(facts, text, item))
    return nested.flatMap((list) => readItems2(list, depth, source));
  const links = linksOf(label.pieces);
  for (const block of rest) linksOfBlock(block, links);
  return [
    entryDraft({
      facts,
      form: html ? "html" : "item",
      marker: item.marker,
      task: item.task,
      links: links.slice(),
      content: { kind: "line", pieces: firstItem(label.pieces) },
      children: nested.flatMap((list) => readItems2(list, depth + 1, source)).flatMap(entriesOf),
      start: item.start,
      end: item.end,
      level: own || links.some((link3) => !link3.image) ? null : readTierLabel(text),
      label: text
    })
  ];
}
function firstItem(pieces) {
  const cut2 = pieces.findIndex((piece, index) => {
    const next = pieces[index + 1];
    return piece.kind === "space" && next?.kind === "text" && /^[-*+] /.test(next.text);
  });
  if (cut2 >= 1) return pieces.slice(0, cut2);
  const lastLine = pieces.findLastIndex(({ kind }) => kind === "space" || kind === "break");
  return lastLine >= 1 && leadsBack(pieces.slice(lastLine + 1)) ? pieces.slice(0, lastLine) : pieces;
}
function leadsBack(line) {
  const links = linksOf(line);
  return links.length > 0 && links.every(({ sort }) => sort === "fragment") && !/[\p{L}\p{N}]/u.test(textAround(line));
}
function textAround(line) {
  return visibleWords(
    line.filter((piece) => piece.kind !== "link" && !(piece.kind === "mark" && linksOf([piece]).length > 0))
  );
}
var pointers = /^(?:here|there|this|these|this (?:list|page|repo(?:sitory)?|article|post|link|guide|one)|the list|see)$/iu;
function isProse(facts, text, { marker }) {
  if (facts.link === null) return isSentence2(facts.naming === "plain" ? text : facts.name);
  if (facts.link.sort === "fragment") return marker !== null && /\d/.test(marker);
  return facts.naming === "plain" && pointers.test(facts.link.text);
}
function isSentence2(text) {
  const words2 = text.split(/\s+/).length;
  return words2 > 12 || words2 > 3 && /[.!?。！？]$/u.test(text);
}
function entriesOf(draft) {
  return draft.type === "entry" ? [draft] : draft.children.flatMap(entriesOf);
}
function labelOf(item) {
  const first = item.blocks.find((block) => block.kind !== "details");
  return first !== void 0 && "pieces" in first ? first : null;
}
function itemGroup(item, label, depth) {
  const text = visibleWords(label.pieces);
  const { emoji: emoji2, rest } = splitEmoji(text);
  const start = label.pieces.find((piece) => !isBlank(piece))?.start ?? label.start;
  const end = label.pieces.findLast((piece) => !isBlank(piece))?.end ?? label.end;
  return startGroup({
    ...{
      form: "item",
      title: (rest || text).replace(/(?<!\s)\s*[:：]$/u, ""),
      emoji: emoji2,
      label: text,
      depth,
      slug: null,
      role: "content"
    },
    ...{
      heading: { start, end },
      labelRange: innerRange(label.pieces) ?? { start, end },
      pieces: label.pieces,
      start: item.start,
      end: item.end
    },
    level: readTierLabel(text)
  });
}
function readParagraph(block, source) {
  const entries = [];
  for (const line of lines(block.pieces)) {
    const facts = readEntry(line, null, source);
    const links = linksOf(line);
    const first = line.find((piece) => !isBlank(piece));
    const last = line.findLast((piece) => !isBlank(piece));
    if (first === void 0 || last === void 0) continue;
    const webs = links.filter((link3) => !link3.image && link3.sort === "web").length;
    const isTitle = block.quoted && isTitleLine(line);
    const separated = isTitle || facts.description === null || facts.separator !== null && /\S/.test(facts.separator.text);
    const isEntry = facts.link?.sort === "web" && facts.name !== "" && facts.leads && separated && facts.naming === "link" && !isNavigation(line, webs);
    const previous = entries.at(-1);
    if (isEntry) {
      const range = { start: first.start, end: last.end };
      entries.push(
        entryDraft({
          facts: isTitle ? { ...facts, description: null, separator: null, body: null, proseEnd: null } : facts,
          form: block.html ? "html" : "paragraph",
          links: [...links],
          tentative: !isTitle,
          label: facts.name,
          ...range
        })
      );
    } else if (previous !== void 0) {
      append(previous.links, links);
      previous.end = last.end;
      if (previous.facts.description === null) {
        const text = visibleWords(line);
        const body = { text, position: source.place(first.start, last.end) };
        entries[entries.length - 1] = {
          ...previous,
          facts: { ...previous.facts, description: text, body, proseEnd: last.end }
        };
      }
    } else return [];
  }
  return entries;
}
function isTitleLine(line) {
  const solid = line.filter((piece) => !isBlank(piece));
  const [first, ...rest] = solid;
  if (first?.kind !== "mark" || !first.bold || linksOf([first]).length === 0) return false;
  return rest.every(
    (piece) => piece.kind === "code" || isBadge(piece) || piece.kind === "text" && !/[\p{L}\p{N}]/u.test(piece.text)
  );
}
function isNavigation(line, webs) {
  return webs > 1 && /^[\s|·•/,–—-]*$/u.test(textAround(line));
}
function lines(pieces) {
  const result = [[]];
  for (const piece of pieces) {
    if (piece.kind === "break") result.push([]);
    else result.at(-1)?.push(piece);
  }
  return result.filter((line) => !line.every(isBlank));
}
function headingLink(group, source) {
  if (group.form !== "heading" && group.form !== "html" || group.role !== "content") return null;
  const facts = readEntry(group.pieces, group.firstParagraph, source);
  if (facts.link?.sort !== "web" || facts.naming !== "link" || !facts.leads) return null;
  const below = (draft) => draft.type === "entry" ? draft.facts.url !== null && !draft.tentative : true;
  if (group.children.some(below)) return null;
  return entryDraft({
    facts,
    form: "heading",
    links: linksOf(group.pieces),
    start: group.start,
    end: group.end,
    label: group.label,
    heading: group
  });
}

// src/parse/outline/resolve-sections.ts
function hasUrl(draft) {
  return draft.type === "entry" ? draft.facts.link?.sort === "web" : draft.children.some(hasUrl);
}
function resolveSections(group, source) {
  const children = group.children.flatMap((child) => {
    if (child.type === "entry") return [child];
    resolveSections(child, source);
    if ((child.form === "summary" || child.form === "bold") && child.children.length === 0 && !child.hasContents) {
      group.prose.push({ start: child.start, end: child.end });
      return [];
    }
    return [headingLink(child, source) ?? child];
  });
  const tentative = children.filter((child) => child.type === "entry" && child.tentative);
  const firm = children.some((child) => child.type === "entry" && !child.tentative);
  const drop = firm && tentative.length === 1;
  group.children = children.filter((child) => {
    if (!(drop && child === tentative[0])) return true;
    group.prose.push({ start: child.start, end: child.end });
    return false;
  });
  if (group.role === "soft-meta")
    group.role = group.children.some(hasUrl) || group.children.some((child) => child.type === "group") ? "content" : "meta";
  if (group.role === "theme" || group.role === "people") {
    const described2 = describedEntries(group);
    group.role = described2 >= (group.role === "theme" ? 1 : 3) ? "content" : "meta";
    if (group.role === "meta") {
      for (const child of group.children) if (child.type === "group") makeMeta(child);
    }
  }
  if (group.role === "content" && group.hasContents && group.children.length === 0) group.role = "contents";
  if (group.role !== "content") dropEntries(group);
  group.prose.sort((a, b) => a.start - b.start);
}
function makeMeta(group) {
  if (group.role !== "contents") group.role = "meta";
  dropEntries(group);
  group.prose.sort((a, b) => a.start - b.start);
  for (const child of group.children) if (child.type === "group") makeMeta(child);
}
function dropEntries(group) {
  const kept = [];
  for (const child of group.children) {
    if (child.type === "entry" || child.form === "item") group.prose.push({ start: child.start, end: child.end });
    else kept.push(child);
  }
  group.children = kept;
}
var profile = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|twitter\.com|x\.com|mastodon\.social|linkedin\.com\/in)\/@?[^/]+\/?$/i;
function describedEntries(group) {
  const webs = entriesBelow(group).filter(({ facts }) => facts.link?.sort === "web" && !profile.test(facts.url ?? ""));
  const described2 = webs.filter(({ facts }) => facts.description !== null && facts.leads);
  return described2.length * 2 >= webs.length ? described2.length : 0;
}
function entriesBelow(draft) {
  return draft.children.flatMap((child) => child.type === "entry" ? [child] : entriesBelow(child));
}

// src/parse/outline/section-role.ts
var contentsNames = /^(?:(?:table of )?contents?|toc|index|summary of contents|目录|目次|内容|índice|contenido|sumário|sommaire|inhalt(?:sverzeichnis)?|содержание|оглавление|فهرست)$/iu;
var metaNames = [
  /^(?:about|disclaimers?|footnotes?|stargazers|star history|colophon|code of conduct)$/iu,
  /^about (?:this|the|us|me)\b/iu,
  /^(?:contribut(?:e|ing|ors?|ions?)(?! to (?!(?:this|the|our|us|awesome)\b))|contributing guid(?:e|elines?)|contribution guid(?:e|elines?)|how to contribute|want to contribute)\b/iu,
  /^(?:our |all )?contributors?$/iu,
  /^(?:licen[sc]e|copyright)$/iu,
  /^(?:sponsorship|backers?|donat(?:e|ions?)|supporters?|financial contributors)$/iu,
  /^(?:show (?:your|some) (?:support|love)|support (?:us|me|this|the)\b|star (?:this|the)\b|give (?:it |us )?a star)/iu,
  /^why\b(?:.*\b(?:this|the)\b.*|\W*)$/iu,
  /^how (?:to|do i|should i) (?:use|read|navigate|follow) (?:this|the|it)\b/iu,
  /^(?:how to use|what is this|what's this|who is this for)\W*$/iu,
  /^(?:贡献|许可|许可证|版权|贡献者|致谢|コントリビュート|ライセンス|contribuciones|contribuir|licencia|licença|colaborar)$/iu
];
var softMetaNames = /^(?:licen[sc]ing|introduction|intro|overview|motivation|goals?|notes?|faq|frequently asked questions|background|key|key features|features|structure|prerequisites?|requirements?|conventions|guidelines|getting started|community|contact|feedback|news|updates?|announcements?|what'?s new|roadmap|todo|related(?: lists?| projects?)?|languages?|translations?|status)$/iu;
var themes = /^(?:usage|legend|change ?log|history|stars?|badges?|support|contribut(?:e|ing) to\b.*)$/iu;
var people = /^(?:credits?|acknowledge?ments?|thanks|special thanks|maintainers?|authors?|sponsors?)$/iu;
function roleOfName(title) {
  const name = title.replace(/(?<![\s:：.!?？])[\s:：.!?？]+$/u, "").trim();
  if (contentsNames.test(name)) return "contents";
  if (metaNames.some((pattern2) => pattern2.test(name))) return "meta";
  if (themes.test(name)) return "theme";
  if (people.test(name)) return "people";
  if (softMetaNames.test(name)) return "soft-meta";
  return "content";
}

// src/parse/outline/section.ts
function roleUnder(parent, pieces) {
  const role = roleOfName(splitEmoji(visibleWords(pieces)).rest);
  return parent.role === "meta" && role !== "contents" ? "meta" : role;
}
function groupOf(pieces, form, depth, slug, range, role) {
  const label = visibleWords(pieces);
  const { emoji: emoji2, rest } = splitEmoji(label);
  return startGroup({
    ...{
      form,
      title: (rest || label).replace(form === "bold" ? /\s*[:：]$/u : /^$/, ""),
      emoji: emoji2,
      label,
      depth,
      slug,
      role,
      pieces
    },
    ...{ heading: { start: range.start, end: range.end }, start: range.start, end: range.end },
    labelRange: innerRange(pieces) ?? { start: range.start, end: range.end },
    level: role === "meta" || role === "contents" || linksOf(pieces).some((link3) => !link3.image) ? null : readTierLabel(label)
  });
}
function boldLabel(block) {
  const solid = block.pieces.filter(
    (piece) => !isBlank(piece) && !isBadge(piece) && !/^[:：]?$/u.test(visibleWords([piece]).trim())
  );
  const label = solid.filter((piece) => splitEmoji(visibleWords([piece])).rest !== "");
  const only2 = label[0];
  if (label.length !== 1 || only2?.kind !== "mark" || !only2.bold || linksOf([only2]).length > 0) return null;
  const text = visibleWords([only2]);
  return text.length <= 80 && !/[.!?。]$/u.test(text) ? text : null;
}

// src/parse/outline/table-rows.ts
var describing = /desc|about|summary|detail|what|purpose|comment|note|说明|描述|简介|介绍|説明|descripción|descrição/iu;
function readTableRows(table, source) {
  const column = table.header.findIndex((cells) => describing.test(visibleWords(cells)));
  const rows = table.rows.map((row) => {
    const at = row.cells.findIndex(
      (cell3) => linksOf(cell3.pieces).some((link3) => !link3.image && link3.sort !== "fragment")
    );
    const cell2 = row.cells[Math.max(at, 0)];
    if (cell2 === void 0 || at < 0 && (visibleWords(cell2.pieces) === "" || isSubHeader(row, table))) return null;
    const facts = named2(readEntry(cell2.pieces, null, source), at > 0 ? row.cells[0] : void 0, source);
    const fallback = row.cells.length === 2 && at === 0 ? row.cells[1] : void 0;
    const described2 = column >= 0 && column !== at ? row.cells[column] : fallback;
    const description = described2 === void 0 ? "" : visibleWords(described2.pieces);
    const links = [];
    for (const each of row.cells) linksOf(each.pieces, links);
    const first = described2?.pieces.find((piece) => !isBlank(piece));
    const last = described2?.pieces.findLast((piece) => !isBlank(piece));
    const body = facts.body === null && description !== "" && first !== void 0 && last !== void 0 ? {
      description,
      body: { text: description, position: source.place(first.start, last.end) },
      proseEnd: last.end
    } : {};
    return entryDraft({
      facts: { ...facts, ...body },
      form: table.html ? "html" : "row",
      links,
      content: { kind: "row", row, table },
      start: row.start,
      end: row.end,
      label: facts.name
    });
  });
  const linked = rows.filter((row) => row !== null && row.facts.url !== null).length;
  return rows.filter(
    (row) => row !== null && (row.facts.url !== null || linked * 2 > table.rows.length)
  );
}
function isSubHeader({ cells }, { header }) {
  const said = cells.filter(({ pieces }) => visibleWords(pieces) !== "");
  const isBold = said.every(
    ({ pieces }) => pieces.every(
      (piece) => isBlank(piece) || piece.kind === "mark" && piece.bold || splitEmoji(visibleWords([piece])).rest === ""
    )
  );
  const isHeader = cells.every(({ pieces }, index) => visibleWords(pieces) === visibleWords(header[index] ?? []));
  return said.length > 1 && isBold || isHeader || isSentence2(visibleWords(cells[0]?.pieces ?? []));
}
function named2(facts, first, source) {
  const name = first === void 0 ? "" : visibleWords(first.pieces);
  if (name === "" || !emptyNames.test(facts.name)) return facts;
  const from = first?.pieces[0]?.start ?? 0;
  return { ...facts, name, kind: null, label: source.place(from, first?.pieces.at(-1)?.end ?? from) };
}

// src/parse/outline/outline.ts
function readOutline(blocks, source, slugs, matched) {
  const root = startGroup({
    ...{
      form: "root",
      title: "",
      emoji: null,
      label: "",
      depth: 1,
      slug: null,
      role: "content",
      level: null,
      pieces: []
    },
    ...{ heading: { start: 0, end: 0 }, labelRange: { start: 0, end: 0 }, start: 0, end: source.text.length }
  });
  const frames = [{ group: root, details: false }];
  const contents = /* @__PURE__ */ new Map();
  const headings = [];
  const starts = new Map(Array.from(slugs, ([block, slug]) => [slug, block.start]));
  const sectioned = blocks.filter((block) => block.kind === "heading").length > 1;
  let title = null;
  let description = null;
  const held2 = [];
  const top = () => frames.at(-1)?.group ?? root;
  const pop = (end) => {
    const frame = frames.pop();
    if (frame !== void 0 && frame.group !== top()) frame.group.end = end;
  };
  const open = (group) => {
    top().children.push(group);
    frames.push({ group, details: false });
  };
  const contentsHere = (block) => {
    const group = top();
    const owner = frames.find((frame) => frame.group.role === "contents")?.group ?? frames.findLast((frame) => frame.group.form === "heading")?.group ?? group;
    const known = contents.get(owner);
    const draft = known ?? startContents(block);
    if (known === void 0) contents.set(owner, draft);
    else known.plain = false;
    group.hasContents = true;
    owner.hasContents = true;
    return draft;
  };
  const isPartOfContents = (block, next) => {
    if (top().role !== "contents") return false;
    const links = linksOf(block.pieces).filter((link3) => !link3.image);
    if (links.length > 0) return links.every((link3) => link3.sort === "fragment");
    return (next?.kind === "list" || next?.kind === "table") && isContents(next, true, starts);
  };
  const openHeading = (block, next) => {
    const slug = slugs.get(block) ?? "";
    if (block.depth === 1 && headings.length === 0 && roleOfName(splitEmoji(visibleWords(block.pieces)).rest) !== "contents") {
      const text = visibleWords(block.pieces) || (linksOf(block.pieces).find((link3) => link3.image)?.text ?? "");
      title = splitEmoji(text).rest || text;
      headings.push({ block, slug, group: null });
      return;
    }
    while (frames.length > 1 && frames.at(-1)?.details === false && !isAbove(top(), block.depth)) pop(block.start);
    const isPart = isPartOfContents(block, next);
    const role = isPart ? "contents" : roleUnder(top(), block.pieces);
    const group = groupOf(block.pieces, block.form, block.depth, slug, block, role);
    headings.push({ block, slug, group });
    open(group);
    if (isPart && linksOf(block.pieces).length > 0) addHeading(contentsHere(block), block, source);
  };
  const addList = (block) => {
    const group = top();
    const named3 = group.role === "contents";
    if (group.role === "meta") group.prose.push(block);
    else if (isContents(block, named3, starts) || isGenerated(block.start, source.text)) {
      addContents(contentsHere(block), block, source);
    } else if (isCrossReference(block, starts)) group.prose.push(block);
    else {
      if (named3 && linksOfBlock(block).some((link3) => link3.sort === "web" && !link3.image)) group.role = "content";
      const drafts = block.kind === "list" ? readItems2(block, group.depth, source) : readTableRows(block, source);
      const kept = group === root && sectioned ? drafts.filter(hasUrl) : drafts;
      if (kept.length > 0) append(group.children, kept);
      else group.prose.push(block);
    }
  };
  const addParagraph = (block, next) => {
    const label = boldLabel(block);
    if (label !== null && next !== void 0 && (next.kind === "list" || next.kind === "table") && top().role !== "meta") {
      while (top().form === "bold") pop(block.start);
      const role = top().role === "contents" ? "contents" : roleUnder(top(), block.pieces);
      if (top().role !== "contents")
        open(groupOf(block.pieces, "bold", Math.min(top().depth + 1, 7), null, block, role));
      return;
    }
    const group = top();
    group.firstParagraph ??= block.pieces.every((piece) => isBadge(piece) || isBlank(piece)) ? null : block.pieces;
    const entries = group.role === "content" && (group !== root || !sectioned) ? readParagraph(block, source) : [];
    if (entries.length > 0) append(group.children, entries);
    else group.prose.push(block);
    if (group === root && description === null && title !== null) description = prose(block.pieces);
  };
  const addSummary = (block, inDetails) => {
    const facts = readEntry(block.pieces, null, source);
    const name = visibleWords(block.pieces);
    if (facts.link?.sort === "web" && facts.leads && top().role === "content") {
      const links = linksOf(block.pieces);
      top().children.push(entryDraft({ facts, form: "html", links, start: block.start, end: block.end, label: name }));
      const close = inDetails ? matched.get(block) : void 0;
      if (close !== void 0) held2.push({ links, close });
    } else if (inDetails && name !== "") {
      const group = groupOf(
        block.pieces,
        "summary",
        Math.min(top().depth + 1, 7),
        null,
        block,
        roleUnder(top(), block.pieces)
      );
      top().children.push(group);
      frames.push({ group, details: true });
    } else top().prose.push(block);
  };
  for (const [index, block] of blocks.entries()) {
    const holder = held2.at(-1);
    if (holder !== void 0) {
      linksOfBlock(block, holder.links);
      if (block === holder.close) held2.pop();
      continue;
    }
    switch (block.kind) {
      case "heading":
        openHeading(block, blocks[index + 1]);
        break;
      case "list":
      case "table":
        addList(block);
        blocks[index] = { kind: "other", start: block.start, end: block.end };
        break;
      case "paragraph":
        addParagraph(block, blocks[index + 1]);
        break;
      case "summary":
        addSummary(block, matched.has(block));
        break;
      case "details": {
        const at = block.opens ? -1 : frames.findLastIndex((frame) => frame.details);
        if (at > 0 && matched.has(block)) while (frames.length > at) pop(block.end);
        break;
      }
      default:
        top().prose.push(block);
    }
  }
  while (frames.length > 1) pop(source.text.length);
  resolveSections(root, source);
  return { root, contents: [...contents.values()], headings, title, description };
}
function isGenerated(offset, text) {
  const before = text.slice(Math.max(0, offset - 400), offset);
  return /<!--\s*(?:START doctoc|toc(?: start)?\s*-->)(?!.*(?:END doctoc|tocstop|\n#|<h\d))/is.test(before);
}
function isAbove(group, depth) {
  return group.form !== "bold" && group.depth < depth;
}
function prose(pieces) {
  const outside = visibleWords(pieces.filter((piece) => piece.kind !== "link"));
  return /\p{L}{2}[^\p{L}]+\p{L}{2}/u.test(outside) ? visibleWords(pieces) : null;
}

// src/parse/outline/tier-sequence.ts
function findTierSequences(root) {
  const ladders = [];
  visit(root, ladders);
  return ladders;
}
function visit(parent, ladders) {
  const own = rungOf(parent);
  if (own !== null && counts(own.members)) ladders.push(settle2([own]));
  let run = [];
  const end = () => {
    const members = run.flatMap((rung) => rung.members);
    if (run.length > 0 && counts(members)) ladders.push(settle2(run));
    run = [];
  };
  for (const child of parent.children) {
    if (child.type !== "group") continue;
    const rung = child.role !== "contents" && child.role !== "meta" ? rungOf(child) : null;
    const last = run.at(-1);
    const goesOn = rung !== null && last !== void 0 && last.scheme === rung.scheme && (rung.members[0]?.level.rank ?? 0) > (last.members.at(-1)?.level.rank ?? 0);
    if (!goesOn) end();
    if (rung !== null) run.push(rung);
  }
  end();
  for (const child of parent.children) if (child.type === "group") visit(child, ladders);
}
function rungOf(parent) {
  const bySchema = /* @__PURE__ */ new Map();
  for (const child of parent.children) {
    if (child.level === null || child.type === "group" && child.tier !== null) continue;
    const scheme = `${child.level.scheme} ${child.type === "entry" || child.form === "item" ? "item" : `heading ${child.depth}`}`;
    const members = bySchema.get(scheme) ?? [];
    members.push(child);
    bySchema.set(scheme, members);
  }
  let best = null;
  for (const [scheme, members] of bySchema) {
    if (!members.some((member) => member.type === "group")) continue;
    if (best === null || members.length > best.members.length) best = { parent, members, scheme };
  }
  const own = parent.level;
  const isAlternatives = best?.members.every(
    ({ level: level2 }) => own !== null && level2.scheme === own.scheme && level2.rank === own.rank
  );
  return isAlternatives === true ? null : best;
}
function counts(members) {
  if (members.length < 2) return false;
  return members[0]?.level.scheme !== "word" || new Set(members.map((member) => member.level.rank)).size > 1;
}
function settle2(run) {
  const members = run.flatMap((rung) => rung.members.map((member) => ({ parent: rung.parent, member })));
  const isWord = members[0]?.member.level.scheme === "word";
  const ranks2 = [...new Set(members.map(({ member }) => member.level.rank))].sort((a, b) => a - b);
  const shift2 = ranks2[0] === 0 ? 1 : 0;
  return members.map(({ parent, member }) => {
    const level2 = isWord ? ranks2.indexOf(member.level.rank) + 1 : member.level.rank + shift2;
    const group = member.type === "group" ? member : emptied(parent, member);
    group.tier = { level: level2 };
    return group;
  });
}
function emptied(parent, leaf) {
  const range = { start: leaf.facts.label.start.offset, end: leaf.facts.label.end.offset };
  const group = startGroup({
    form: "item",
    title: leaf.level?.title ?? leaf.label,
    emoji: leaf.level?.emoji ?? null,
    label: leaf.label,
    depth: parent.depth + 1,
    slug: null,
    role: "content",
    heading: range,
    labelRange: range,
    pieces: [],
    start: leaf.start,
    end: leaf.end,
    level: leaf.level
  });
  parent.children = parent.children.map((child) => child === leaf ? group : child);
  return group;
}

// src/parse/slug.ts
import GithubSlugger from "github-slugger";
function startSlugs() {
  const slugger = new GithubSlugger();
  return { next: (text) => slugger.slug(text) };
}

// src/parse/parse.ts
function parse2(text, options2 = {}) {
  return parseUncached(text, options2, null);
}
function grammarOf({ entries = null, nearestForms = true }) {
  return entries === null ? null : { ...entryGrammar(entries), findsNearest: nearestForms };
}
function parseUncached(text, options2, shelf) {
  const source = parseSource(text);
  const list = emptyList(text, options2, source);
  const reading = createCollector(source);
  const grown = options2.root === true ? createGrowingRoot(source.body) : null;
  const blocks = [];
  const meet = ({ nodes, at }) => {
    reading.at = at + source.shift;
    readDefinitions(nodes, reading);
  };
  for (const part of partsOf(source.body, meet, shelf)) {
    readPart(part, reading, blocks);
    grown?.add(part, shelf !== null);
  }
  if (grown !== null && source.unread.length > 0) relocate(grown.root, linesOf(text.slice(source.shift)).place);
  const { comments, open } = pageComments(text, reading.comments, htmlBlocks(reading));
  const slugs = slugsOf(blocks);
  const matched = matchDetails(blocks);
  const outline = readOutline(blocks, source, slugs, matched.pairs);
  const ladders = findTierSequences(outline.root);
  const tree = buildTree(outline.root, list, source, grammarOf(options2));
  tellHeadingLinks(outline);
  const headings = headingsOf(outline, tree, source);
  const anchors = anchorsOf(slugs, reading, source);
  const byFragment = outline.contents.length > 0 ? headingsByFragment(headings, anchors, text) : /* @__PURE__ */ new Map();
  return Object.assign(list, {
    root: grown?.root ?? null,
    title: outline.title,
    description: outline.description,
    children: tree.children,
    sections: tree.sections,
    tiers: tree.tiers,
    entries: tree.entries,
    departures: tree.departures,
    ladders: ladders.map((ladder) => ladder.map((group) => tree.byGroup.get(group)).filter((node) => node?.type === "tier")).sort((a, b) => (a[0]?.position.start.offset ?? 0) - (b[0]?.position.start.offset ?? 0)),
    headings,
    contents: outline.contents.map((draft) => finishContents(draft, byFragment, source)),
    links: reading.links.sort((a, b) => a.position.start.offset - b.position.start.offset),
    anchors,
    directives: directivesOf(comments, tree, source),
    texts: reading.texts,
    blocks: reading.blocks,
    items: reading.items,
    tables: reading.tables,
    codes: reading.codes,
    comments: comments.map(({ text: words2, start, end }) => ({ text: words2, position: source.place(start, end) })),
    definitions: reading.defined.map((draft) => definitionOf(draft, source)),
    unclosed: [...unclosedComment(open, source), ...reading.unclosed, ...unclosedDetails(blocks, matched, source)],
    coverage: coverageOf(reading),
    frontMatter: source.frontMatter === null ? null : source.place(0, source.frontMatter),
    unread: unreadOf(matched.tooDeep, reading, source),
    garbles: findMojibake(text).map(({ start, end, repaired, charset }) => ({
      position: source.place(start, end),
      repaired,
      charset
    }))
  });
}
function emptyList(text, { path = "README.md", lang = null }, source) {
  const nothing = {
    sections: [],
    tiers: [],
    entries: [],
    departures: [],
    ladders: [],
    headings: [],
    contents: [],
    links: []
  };
  return {
    ...{ type: "list", version: 1, path, title: null, description: null, children: [], text, unread: [] },
    ...{ ...nothing, anchors: [], directives: [], texts: [], garbles: [], blocks: [], items: [], tables: [] },
    ...{
      definitions: [],
      codes: [],
      comments: [],
      unclosed: [],
      lang,
      root: null,
      // Of its own, so that what was held for reading is not held as long as the list.
      place: linesOf(text).place,
      frontMatter: null,
      coverage: { links: 0, inEntries: 0 }
    },
    position: source.place(0, text.length)
  };
}
function tellHeadingLinks(outline) {
  for (const { block } of outline.headings) {
    for (const link3 of linksOf(block.pieces)) if (link3.place === "prose") link3.place = "heading";
  }
}
function headingsOf(outline, tree, source) {
  return outline.headings.map(({ block, slug, group }) => ({
    depth: block.depth,
    text: visibleWords(block.pieces),
    slug,
    form: block.form,
    position: source.place(block.start, block.end),
    node: group === null ? null : tree.byGroup.get(group) ?? null
  }));
}
function definitionOf({ label, url, start, end, uses, earlier }, source) {
  const first = earlier === null ? null : source.place(earlier.start, earlier.end);
  return { label, url, position: source.place(start, end), uses, earlier: first };
}
function htmlBlocks({ blocks }) {
  return blocks.flatMap(
    ({ kind, position }) => kind === "html" ? [{ start: position.start.offset, end: position.end.offset }] : []
  );
}
function unclosedComment(open, { place }) {
  return open === null ? [] : [{ what: "comment", position: place(open.start, open.start + 4) }];
}
function unclosedDetails(blocks, { pairs: pairs2, tooDeep }, source) {
  const ignored = new Set(tooDeep);
  return blocks.flatMap(
    (block) => block.kind === "details" && block.opens && !pairs2.has(block) && !ignored.has(block) ? [{ what: "details", position: source.place(block.start, block.end) }] : []
  );
}
function coverageOf({ links }) {
  const webs = links.filter(({ sort, image, place }) => sort === "web" && !image && place !== "badge");
  return { links: webs.length, inEntries: webs.filter(({ entry }) => entry !== null).length };
}
function unreadOf(details, reading, source) {
  const all = [
    ...source.unread,
    ...reading.tooDeep.map((range) => ({ what: "nesting", ...range })),
    // They are closed from the innermost on.
    ...details.slice(-1).map(({ start, end }) => ({ what: "nesting", start, end }))
  ].sort((a, b) => a.start - b.start);
  return all.map(({ what, start, end }) => ({ what, position: source.place(start, end) }));
}
function slugsOf(blocks, slugs = startSlugs(), into = /* @__PURE__ */ new Map()) {
  for (const block of blocks) {
    if (block.kind === "heading") into.set(block, slugs.next(block.slugText));
    else if (block.kind === "list") for (const item of block.items) slugsOf(item.blocks, slugs, into);
  }
  return into;
}
function anchorsOf(slugs, reading, source) {
  const anchors = [];
  for (const [block, slug] of slugs) {
    const position = source.place(block.start, block.end);
    anchors.push({ id: slug, form: "heading", position });
    const bare = slug.replace(/(?<!-)-+$/, "");
    if (bare !== slug && bare !== "") anchors.push({ id: bare, form: "heading", position });
  }
  for (const { id, start, end } of reading.anchors)
    anchors.push({ id, form: "html", position: source.place(start, end) });
  return anchors;
}
function directivesOf(comments, tree, source) {
  const directives = [];
  for (const { text, start, end } of comments) {
    const read = readDirective(text);
    if (read !== null)
      directives.push({ ...read, position: source.place(start, end), entry: entryAt(tree.entries, start) });
  }
  return directives;
}
function entryAt(entries, offset) {
  let node = lastUpTo(entries, offset);
  while (node?.type === "entry" && node.position.end.offset <= offset) node = node.parent;
  return node?.type === "entry" ? node : null;
}

// src/text/group-by.ts
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

// src/init/infer-format.ts
var fewest2 = 20;
var share2 = 0.95;
var sampleSize = 400;
function inferFormat(list) {
  const items = list.entries.filter(({ form }) => form === "item");
  const rows = list.entries.filter(({ form }) => form === "row");
  if (items.length + rows.length < fewest2) return null;
  const candidates = items.length >= rows.length ? likelyFormats(list, items) : columnFormats(list);
  for (const entries of candidates) {
    const { agree: agree2, of } = agreement(list.text, entries, list);
    if (of >= Math.max(fewest2, list.entries.length / 2) && agree2 >= of * share2) return { entries, agree: agree2, of };
  }
  return null;
}
function agreement(text, entries, { path, lang }) {
  const read = parse2(text, { path, lang, entries, nearestForms: false });
  const formatted = read.entries.filter(({ fields }) => fields !== null);
  const departing = new Set(read.departures.map(({ entry }) => entry));
  return { agree: formatted.filter((entry) => !departing.has(entry)).length, of: formatted.length };
}
function likelyFormats(list, items) {
  const step = Math.ceil(items.length / sampleSize);
  const lines2 = items.filter((_, index) => index % step === 0).map((entry) => lineOf(entry, list.text));
  const definitions = list.definitions.map(({ position: { start, end } }) => list.text.slice(start.offset, end.offset));
  const sample = `# Sample

${lines2.join("\n")}

${definitions.join("\n")}
`;
  return itemFormats(items, lines2).map((format) => ({ format })).filter((entries) => {
    const { agree: agree2, of } = agreement(sample, entries, list);
    return agree2 >= of * share2;
  });
}
function lineOf({ position, children }, text) {
  const end = children[0]?.position.start.offset ?? position.end.offset;
  return text.slice(position.start.offset, end).trim().replace(/\s*\r?\n\s*/g, " ");
}
var used = 0.02;
function itemFormats(items, lines2) {
  const marker = mostFrequent(items.map(({ marker: one }) => one ?? "")) ?? "-";
  const separator3 = mostFrequent(items.flatMap((entry) => separatorOf(entry)));
  const start = `${/^\d/.test(marker) ? "1." : marker} [{name}]({url})`;
  const has = (pattern2) => lines2.filter((line) => pattern2.test(line)).length >= lines2.length * used;
  const middles = ["", ...asides.flatMap(([format, pattern2]) => has(pattern2) ? [format] : [])];
  const stop = mostFrequent(items.flatMap(({ description }) => /[.。।]$/.exec(description ?? "")?.[0] ?? [])) ?? ".";
  const ends = [`${stop}{+ \`{tag}\`}`, stop, "{+ `{tag}`}", ""].filter((end) => !end.includes("tag") || has(/`$/));
  const notes = ["", ...has(/[)*]$/) ? ["{* ({note})}"] : []];
  const descriptions = separator3 === null ? [""] : [...ends.map((end) => `${separator3}{description}${end}`), ...described(separator3, ends)];
  return middles.flatMap(
    (middle) => notes.flatMap((note) => descriptions.map((description) => start + middle + description + note))
  ).sort((one, other) => options(one) - options(other));
}
function described(separator3, ends) {
  return ends.map((end) => `{?${separator3}{description}${end}}`);
}
function options(format) {
  return format.match(/\{[?*]/g)?.length ?? 0;
}
var asides = [
  ["{? [[{label}]({link})]}", /^\S+ \[[^\]]*\]\([^)]*\) \[\[/],
  ["{? ({note})}", /^\S+ \[[^\]]*\]\([^)]*\) \(/],
  ["{? :{mark}:}", /^\S+ \[[^\]]*\]\([^)]*\) :[a-z]/]
];
function separatorOf({ separator: separator3 }) {
  const text = separator3?.text ?? "";
  return /^\s?(?:[-–—:]+\s|：)$/.test(text) ? [text] : [];
}
function columnFormats(list) {
  const headed = list.tables.filter(({ header: header2 }) => header2.cells.every((cell2) => /[a-z]/i.test(cell2.text)));
  const groups = [...groupBy(headed, ({ header: header2 }) => header2.cells.map(({ text }) => text).join("\n")).values()];
  const [largest] = groups.sort((a, b) => rowsOf(b) - rowsOf(a));
  const header = largest?.[0]?.header.cells.map(({ text }) => text) ?? [];
  if (largest === void 0 || new Set(header).size < header.length) return [];
  const columns = header.map((heading, index) => {
    const cells = largest.flatMap(({ rows }) => rows.map((row) => row.cells[index]?.position)).map((place) => place === void 0 ? "" : cellText(list.text.slice(place.start.offset, place.end.offset)));
    return [heading, columnOf2(cells, heading, index)];
  });
  return [{ columns: Object.fromEntries(columns) }];
}
function rowsOf(tables) {
  return tables.reduce((sum, { rows }) => sum + rows.length, 0);
}
function cellText(source) {
  return source.replace(/^\s*\|?\s*|\s*\|?\s*$/g, "");
}
var mostValues = 8;
function columnOf2(cells, heading, index) {
  const filled = cells.filter((cell2) => cell2 !== "");
  const optional = filled.length < cells.length * share2 ? { optional: true } : {};
  const isLink = /^\[[^\]]*\]\([^)]*\)$/;
  if (filled.length > 0 && filled.filter((cell2) => isLink.test(cell2)).length >= filled.length * share2) {
    if (index === 0) return "[{name}]({url})";
    const field = fieldOf(heading) ?? `link-${index + 1}`;
    return { format: `[{${field}}]({${field}-url})`, ...optional };
  }
  const values = usualValues(filled);
  const inUsual = filled.filter((cell2) => values.includes(cell2)).length;
  return values.length > 0 && values.length <= mostValues && inUsual >= filled.length * 0.98 && !values.some((one) => /[[\]]/.test(one)) ? { values, ...optional } : { ...optional };
}
function usualValues(cells) {
  const groups = groupBy(cells, (cell2) => cell2);
  const count2 = (value) => groups.get(value)?.length ?? 0;
  const plain3 = (value) => value.replaceAll("`", "").toLowerCase();
  const usual = [...groups.keys()].filter((value) => count2(value) >= 3);
  return usual.filter((value) => !usual.some((other) => plain3(other) === plain3(value) && count2(other) > count2(value) * 10)).sort();
}
function mostFrequent(values) {
  const groups = [...groupBy(values, (value) => value).values()].sort((a, b) => b.length - a.length);
  return groups[0]?.[0] ?? null;
}

// src/data/extract-list.ts
init_errors();

// src/text/plural.ts
function pluralForm(count2, one, many = `${one}s`) {
  return count2 === 1 ? one : many;
}
function plural(count2, one, many) {
  return `${count2} ${pluralForm(count2, one, many)}`;
}

// src/data/check-rendered.ts
init_data_file();

// src/data/kept-entries.ts
function keptBy(entries) {
  const leads3 = allFormats(entries).map(({ lead }) => /^\d/.test(lead));
  const isKept = { bullet: leads3.includes(false), number: leads3.includes(true) };
  return ({ form, fields, marker }) => fields !== null && (form === "row" || form === "item" && isKept[/^\d/.test(marker ?? "") ? "number" : "bullet"]);
}

// src/data/list-data.ts
init_errors();
init_data_file();

// src/text/longest-increasing.ts
function longestRun(values) {
  const tails = [];
  const before = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? tails[low - 1] ?? -1 : -1;
    tails[low] = index;
  }
  const run = /* @__PURE__ */ new Set();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(at);
  return run;
}

// src/rule-kit/sorting.ts
function sortingKey(name, strip) {
  const bare = (text) => text.replace(/^[^\p{L}\p{N}]+/u, "") || text;
  let key = bare(name);
  for (; ; ) {
    const first = /^\S+/.exec(key)?.[0] ?? "";
    const rest = bare(key.slice(first.length));
    if (!strip.includes(first.toLowerCase()) || rest.trim() === "") return key;
    key = rest;
  }
}
function sorted(keys, lang) {
  const own = sortedBy(keys, collatorOf(lang ?? "en"));
  if (own.kept.size === keys.length || !/\p{Script=Latin}/u.test(keys.join(""))) return own;
  if (!keys.some((key) => /^(?!\p{Script=Latin})\p{L}/u.test(key))) return own;
  const other = sortedBy(keys, collatorOf("en"));
  return other.kept.size > own.kept.size ? other : own;
}
function sortedBy(keys, collator) {
  const order = keys.map((_, index) => index);
  order.sort((a, b) => collator.compare(keys[a] ?? "", keys[b] ?? "") || a - b);
  const ranks2 = [];
  for (const [rank, index] of order.entries()) ranks2[index] = rank;
  return { order, kept: longestRun(ranks2) };
}
var collators = /* @__PURE__ */ new Map();
function collatorOf(lang) {
  const known = collators.get(lang);
  if (known !== void 0) return known;
  const collator = new Intl.Collator(supported(lang), { sensitivity: "base", numeric: true });
  collators.set(lang, collator);
  return collator;
}
function supported(lang) {
  try {
    return Intl.Collator.supportedLocalesOf(lang)[0] ?? "en";
  } catch {
    return "en";
  }
}

// src/data/sort-data.ts
function sortItems(section, field, lang) {
  for (const one of section.sections) sortItems(one, field, lang);
  section.items.splice(0, section.items.length, ...inOrder(section.items, field, lang));
}
function inOrder(items, field, lang) {
  const done = [];
  let run = [];
  const finish = () => {
    const keys = run.map(
      (item) => sortingKey(item.kind === "entry" ? item.values.get(field)?.[0]?.text ?? "" : item.value.text, [])
    );
    done.push(...sorted(keys, lang).order.flatMap((index) => run[index] ?? []));
    run = [];
  };
  for (const item of items) {
    if (item.kind === "block" || item.kind === "table") {
      finish();
      done.push(item);
    } else run.push({ ...item, nested: inOrder(item.nested, field, lang) });
  }
  finish();
  return done;
}
function sortSections(section, lang) {
  for (const one of section.sections) sortSections(one, lang);
  const before = [...section.sections];
  const keys = before.map(({ title }) => sortingKey(title, []));
  section.sections.splice(0, before.length, ...sorted(keys, lang).order.flatMap((index) => before[index] ?? []));
}

// src/grammar/field-context.ts
function contextsOf(parts2, context = "text", into = /* @__PURE__ */ new Map()) {
  for (const part of parts2) {
    if (part.kind === "field" && !into.has(part.name)) into.set(part.name, context);
    if ("inner" in part) contextsOf(part.inner, part.kind === "code" ? "code" : context, into);
    if ("target" in part && part.target.field !== null && !into.has(part.target.field))
      into.set(part.target.field, "target");
  }
  return into;
}

// src/text/escape-markdown.ts
var unseen = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]+/g;
function escaped(text, { row = false } = {}) {
  return text.replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\").replace(/[`[\]]/g, "\\$&").replace(/(?<=\S)\*|\*(?=\S)/g, "\\*").replace(/(?<![\p{L}\p{N}_])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}_])/gu, (marks4) => marks4.replaceAll("_", "\\_")).replace(/~~/g, "\\~\\~").replace(/<(?=[A-Za-z/!?])/g, "\\<").replace(/&(?=#?\w{1,32};)/g, "\\&").replace(row ? /\|/g : /(?!)/g, "\\|");
}

// src/data/write-value.ts
function cleanValue(text) {
  return text.replace(unseen, " ").replace(/\p{Surrogate}/gu, "\uFFFD").replace(/\s+/g, " ").trim();
}
function fieldsOf(entries) {
  const fields = /* @__PURE__ */ new Map();
  for (const { parts: parts2 } of allFormats(entries))
    for (const [name, context] of contextsOf(parts2))
      if (!fields.has(name) || context === "text") fields.set(name, context);
  return fields;
}
function writeValue(text, context, care) {
  if (context === "code") return text;
  if (context === "target") return target(text);
  if (care === "usual") return escaped(text);
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&");
}
function target(url) {
  return url.replace(/[\s<>"`^{}\\]/g, (sign) => sign === " " ? "%20" : encodeURIComponent(sign)).replace(/&(?=#?\w{1,32};)/g, "\\&");
}

// src/data/list-data.ts
var pathSeparator = " > ";
function listData(options2, entryFiles, sectionFiles, fields, lang) {
  const root = emptySection("");
  const byId = /* @__PURE__ */ new Map();
  const hasSections = options2.sections !== void 0;
  if (hasSections) readSections(options2, sectionFiles, root, byId);
  const itemOf = itemReader(options2, fields);
  for (const file of entryFiles) {
    for (const record of file.records(options2.entries ?? null)) {
      const line = record.position.start.line;
      const key = options2.section ?? "section";
      const id = cleanValue(record.values(key)[0]?.text ?? "");
      if (id === "") throw faultAt(file.path, line, `\`${key}\` is missing; name the section of this entry`);
      const section = byId.get(id) ?? (hasSections ? null : sectionAt(root, id.split(pathSeparator), null));
      if (section === null)
        throw faultAt(file.path, line, `no section \`${id.slice(0, 60)}\` in the data; add it, or correct \`${key}\``);
      byId.set(id, section);
      section.items.push(itemOf(record));
    }
  }
  if (!hasSections && entryFiles.length > 1) sortSections(root, lang);
  const by = options2.sort ?? "name";
  if (by !== false) sortItems(root, by, lang);
  return options2.sections?.empty === true ? root.sections : filledOnes(root.sections);
}
function emptySection(title) {
  return { title, record: null, heading: null, description: null, items: [], sections: [] };
}
function readSections({ sections = {} }, files, root, byId) {
  const { at = null, title: titleKey = "title", id: idKey = titleKey, description = "description", heading } = sections;
  for (const file of files) {
    for (const record of file.records(at)) {
      const line = record.position.start.line;
      const title = cleanValue(record.values(titleKey)[0]?.text ?? "");
      const id = cleanValue(record.values(idKey)[0]?.text ?? "");
      if (title === "") throw faultAt(file.path, line, `\`${titleKey}\` is missing; name the section`);
      if (id === "") throw faultAt(file.path, line, `\`${idKey}\` is missing; entries name the section by it`);
      if (byId.has(id)) throw faultAt(file.path, line, `two sections are named \`${id.slice(0, 60)}\`; rename one`);
      const own = {
        record,
        heading: heading === void 0 ? null : blockOf(record, heading),
        description: blockOf(record, description)
      };
      byId.set(id, sectionAt(root, title.split(pathSeparator), own));
    }
  }
  if (root.sections.length === 0)
    throw new UserError(`${files[0]?.path ?? "source.sections"}: no sections here; check \`source.sections.at\``);
}
function sectionAt(root, titles, own) {
  let at = root;
  for (const [index, title] of titles.entries()) {
    const isOwn = own !== null && index === titles.length - 1;
    let next = at.sections.findLast((one) => one.title === title);
    if (next === void 0 || isOwn && next.record !== null) {
      if (at.sections.length === limits.sections)
        throw new UserError(`source: more than ${limits.sections} sections; check \`source.section\``);
      next = { ...emptySection(title), ...isOwn ? own : {} };
      at.sections.push(next);
    } else if (isOwn) {
      const place = at.sections.indexOf(next);
      next = { ...next, ...own };
      at.sections[place] = next;
    }
    at = next;
  }
  return at;
}
function blockOf(record, key) {
  const [value] = record.values(key);
  if (value === void 0) return null;
  const text = value.text.replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, "").trimEnd();
  return text === "" ? null : { ...value, text };
}
var kinds2 = ["block", "item", "table"];
function itemReader(options2, fields) {
  const isMarkdown = (field) => options2.markdown?.includes(field) ?? false;
  let count2 = 0;
  const read = (record, depth) => {
    const { line } = record.position.start;
    if (++count2 > limits.records) throw faultAt(record.file.path, line, `more than ${limits.records} records`);
    if (depth > limits.nested)
      throw faultAt(record.file.path, line, `nested in more than ${limits.nested} other records`);
    const below = options2.nested === void 0 ? [] : record.records(options2.nested);
    const nested = below.map((one) => read(one, depth + 1));
    for (const kind of kinds2) {
      const key = options2[kind];
      const value = key === void 0 ? null : blockOf(record, key);
      if (value === null) continue;
      if (nested.length > 0 && kind !== "item")
        throw faultAt(record.file.path, line, `\`${key}\` has no item in which others could be nested; move them`);
      return { kind, record, value, nested };
    }
    return { kind: "entry", record, values: valuesOf(record, options2, fields), isMarkdown, nested };
  };
  return (record) => read(record, 0);
}
function valuesOf(record, { fields = {}, markdown = [] }, names) {
  const values = /* @__PURE__ */ new Map();
  for (const name of names.keys()) {
    const key = Object.hasOwn(fields, name) ? fields[name] ?? name : name;
    const isMarkdown = markdown.includes(name);
    const own = record.values(key).map(({ text, position }) => ({ text: isMarkdown ? text.trim() : cleanValue(text), position })).filter(({ text }) => text !== "");
    if (own.length > 0) values.set(name, own);
  }
  return values;
}
function filledOnes(sections) {
  return sections.map((one) => ({ ...one, sections: [...filledOnes(one.sections)] })).filter(({ items, sections: inner }) => items.length > 0 || inner.length > 0);
}

// src/data/markers.ts
init_errors();
var markers = { start: "<!-- listwright:start -->", end: "<!-- listwright:end -->" };
var pattern = /^[ \t]*<!--[ \t]*listwright:(start|end)[ \t]*-->[ \t]*(?=\r?$)/gm;
function hasMarkers(text) {
  return [...text.matchAll(pattern)].length > 0;
}

// src/data/render-list.ts
init_errors();
init_data_file();

// src/data/heading-line.ts
function headingDepth(markdown) {
  const signs2 = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(markdown)?.[1];
  if (signs2 !== void 0) return signs2.length;
  return /(?:\r\n|\r|\n) {0,3}=+[ \t]*$/.test(markdown) ? 1 : 2;
}

// src/grammar/render-entry.ts
function renderEntry({ parts: parts2 }, values) {
  return renderParts(parts2, values, /* @__PURE__ */ new Map());
}
function renderParts(parts2, values, written2) {
  let text = "";
  let waiting = null;
  let inSeries = false;
  for (const [index, part] of parts2.entries()) {
    if (part.kind === "between") {
      if (inSeries) waiting = part.text;
      continue;
    }
    const own = renderPart(part, parts2[index - 1], text, values, written2);
    if (own === null) return null;
    const adjoins = parts2[index - 1]?.kind === "between" || parts2[index + 1]?.kind === "between";
    if (own !== "") {
      text += (waiting ?? "") + own;
      waiting = null;
    }
    inSeries = adjoins && (own !== "" || inSeries);
    if (parts2[index + 1]?.kind !== "between") {
      inSeries = false;
      waiting = null;
    }
  }
  return text;
}
function renderPart(part, before, text, values, written2) {
  switch (part.kind) {
    case "text":
    case "between":
      return before?.kind === "field" && startsWithStop(part.text) && hasEndMark(text) ? part.text.slice(1) : part.text;
    case "field":
      return take(part.name, values, written2);
    case "group":
      return renderGroup(part, values, written2);
    case "image":
    case "link": {
      const inner = renderParts(part.inner, values, written2);
      const target2 = renderTarget(part.target, values, written2);
      if (inner === null || target2 === null) return null;
      return `${part.kind === "image" ? "!" : ""}[${inner}](${target2})`;
    }
    default: {
      const mark = { code: "`", bold: "**", emphasis: "*" }[part.kind];
      const inner = renderParts(part.inner, values, written2);
      return inner === null ? null : mark + inner + mark;
    }
  }
}
function renderGroup({ optional, repeated, inner }, values, written2) {
  const last = inner.at(-1);
  const between = repeated && last?.kind === "between" ? last.text : "";
  const body = between === "" ? inner : inner.slice(0, -1);
  const rounds = [];
  while (rounds.length === 0 || repeated) {
    const before = new Map(written2);
    const text = hasValues(body, values, written2) ? renderParts(body, values, written2) : null;
    if (text === null || text === "") {
      restore(written2, before);
      break;
    }
    rounds.push(text);
    if (sameCounts(written2, before)) break;
  }
  return rounds.length === 0 && !optional ? null : rounds.join(between);
}
function hasValues(parts2, values, written2) {
  const isLeft = (name) => (values[name]?.length ?? 0) > (written2.get(name) ?? 0);
  return parts2.some((part) => {
    if (part.kind === "field") return isLeft(part.name);
    if ("target" in part && part.target.field !== null && isLeft(part.target.field)) return true;
    return "inner" in part && hasValues(part.inner, values, written2);
  });
}
function take(name, values, written2) {
  const count2 = written2.get(name) ?? 0;
  const value = Object.hasOwn(values, name) ? values[name]?.[count2] : void 0;
  if (value === void 0 || value === "") return null;
  written2.set(name, count2 + 1);
  return value;
}
function renderTarget({ before, field, after: after3 }, values, written2) {
  const value = field === null ? "" : take(field, values, written2);
  if (value === null) return null;
  const target2 = before + value + after3;
  return /[\s<>]|\([^()]*$|^[^()]*\)/.test(target2) ? `<${target2.replace(/[<>\r\n]/g, encodeURIComponent)}>` : target2;
}
function restore(written2, before) {
  written2.clear();
  for (const [name, count2] of before) written2.set(name, count2);
}
function sameCounts(one, other) {
  return [...one].every(([name, count2]) => other.get(name) === count2);
}
function requiredFields(parts2) {
  return parts2.flatMap((part) => {
    if (canBeEmpty(part)) return [];
    if (part.kind === "field") return [part.name];
    const inner = "inner" in part ? requiredFields(part.inner) : [];
    return "target" in part && part.target.field !== null ? [...inner, part.target.field] : inner;
  });
}

// src/data/render-items.ts
var interrupting = /^\s*(?:[-*+][ \t]|1[.)][ \t]|`{3}|~{3}|>|#{1,6}[ \t]|<!--|<\/?(?:details|summary|table|div|p|ul|ol|dl|center|blockquote)\b)/i;
var aboutNextLine = /^\s*<!--\s*listwright-(?:disable-next-line|except|ignore)\b.*-->\s*$/;
function gapBetween(above, below) {
  if (above === void 0) return false;
  switch (below.form) {
    case "inner":
      return !interrupting.test(below.lines[0] ?? "");
    case "item":
      if (above.form === "block") return !aboutNextLine.test(above.lines.at(-1) ?? "");
      return above.form !== "item" && above.form !== "inner";
    case "row":
      return above.form !== "row" && above.form !== "table";
    default:
      return true;
  }
}
function linesIn3(text) {
  return text.split(/\r\n|\r|\n/);
}
function renderItems(items, context, indent = null) {
  const { grammar } = context;
  const lead = grammar.formats?.[0]?.lead || "- ";
  const pieces = [];
  let columns = null;
  let number2 = 0;
  for (const item of items) {
    if (item.kind === "block" || item.kind === "table") {
      const lines2 = linesIn3(item.value.text).map((line) => line.trim() === "" ? "" : (indent ?? "") + line);
      const form = item.kind === "table" ? "table" : indent === null ? "block" : "inner";
      pieces.push({ form, lines: lines2, source: sourceOf(item) });
      columns = item.kind === "table" ? columnsOf(item, context) : null;
      number2 = 0;
      continue;
    }
    if (columns === null && grammar.formats === null && grammar.columns !== null && indent === null) {
      columns = grammar.columns;
      pieces.push({ form: "table", lines: headerOf(grammar.columns), source: null });
    }
    const written2 = item.kind === "entry" ? writeEntry(item, columns, context) : { text: item.value.text, lead, source: sourceOf(item) };
    if (written2 === null) continue;
    const { text, source } = written2;
    if (columns !== null) {
      pieces.push({ form: "row", lines: [linesIn3(text).join(" ")], source });
      if (item.nested.length > 0)
        context.faults.push(`${context.placeOf(item.record)}: nothing can be nested in a row of a table; move it out`);
      continue;
    }
    const mark = written2.lead.replace(/^\d+/, String(++number2));
    pieces.push({ form: "item", lines: itemLines(mark, text, indent ?? ""), source });
    if (item.nested.length > 0) pieces.push(...renderItems(item.nested, context, (indent ?? "") + marginOf(mark)));
  }
  return pieces;
}
function sourceOf({ record, value }) {
  return { record, entry: null, heading: null, value };
}
function writeEntry(data, columns, { title, grammar, careful, faults, placeOf: placeOf3 }) {
  const care = careful.has(data) ? "all" : "usual";
  const written2 = columns === null ? writeItem(data, grammar, title, care) : writeRow(data, columns, care);
  if ("lacks" in written2) {
    faults.push(`${placeOf3(data.record)}: ${written2.lacks}`);
    return null;
  }
  const { text, lead, fields } = written2;
  return { text, lead, source: { record: data.record, entry: { data, fields }, heading: null, value: null } };
}
function itemLines(lead, text, indent) {
  return linesIn3(text).map((line, index) => indent + (index === 0 ? lead : marginOf(lead)) + line);
}
function marginOf(lead) {
  return " ".repeat(/^\S+\s+/.exec(lead)?.[0].length ?? 2);
}
function writeItem(data, { formats }, title, care) {
  let best = null;
  let missing = null;
  for (const format of formats ?? []) {
    const fields = fieldNames(format.parts, /* @__PURE__ */ new Set());
    const text = renderEntry(format, given(data, format, care, false));
    const score = [...fields].filter((name) => data.values.has(name)).length;
    if (text === null) missing ??= lackedBy(data, format.parts);
    else if (best === null || score > best.score) best = { text, lead: format.lead || "- ", fields, score };
  }
  if (best !== null) return best;
  return {
    lacks: missing === null ? `no \`entries.format\` for section \`${title}\`; say how its items are written` : `${missing} is missing, which the format needs`
  };
}
function writeRow(data, columns, care) {
  const fields = /* @__PURE__ */ new Set();
  const cells = [];
  for (const column of columns) {
    if (column === null) return { lacks: "its table has a column that is not in `entries.columns`" };
    const { format, optional, heading } = column;
    fieldNames(format.parts, fields);
    const text = renderEntry(format, given(data, format, care, true));
    if (text === null && !optional)
      return { lacks: `${lackedBy(data, format.parts)} is missing, which column \`${heading}\` needs` };
    cells.push(text ?? "");
  }
  return { text: `| ${cells.join(" | ")} |`.replace(/\| {2}(?=\|)/g, "| "), lead: "", fields };
}
function lackedBy({ values }, parts2) {
  const name = requiredFields(parts2).find((each) => !values.has(each));
  return name === void 0 ? "a value" : `\`${name}\``;
}
function given({ values, isMarkdown }, { parts: parts2 }, care, isRow) {
  const contexts = contextsOf(parts2);
  const own = /* @__PURE__ */ Object.create(null);
  for (const [name, all] of values)
    own[name] = all.map(({ text }) => {
      if (isMarkdown(name)) return text;
      const written2 = writeValue(text, contexts.get(name) ?? "text", care);
      return isRow ? written2.replace(/(?<!\\)\|/g, "\\|") : written2;
    });
  return own;
}
function columnsOf({ record, value }, { grammar, faults, placeOf: placeOf3 }) {
  const [table, ...others] = parse2(value.text).tables;
  if (table === void 0 || others.length > 0 || table.rows.length > 0) {
    faults.push(
      `${placeOf3(record)}: the table must be two lines, one with the names of its columns and one such as \`| --- |\``
    );
    return null;
  }
  return table.header.cells.map(
    ({ text }) => grammar.columns?.find(({ heading }) => foldName(heading) === foldName(text)) ?? null
  );
}
function headerOf(columns) {
  const row = (cells) => `| ${cells.join(" | ")} |`;
  return [row(columns.map(({ heading }) => heading)), row(columns.map(() => "---"))];
}

// src/data/render-list.ts
var deepest2 = 6;
function renderList(marked, sections, how) {
  const faults = [];
  const top = how.options.heading ?? 2;
  const pieces = sections.flatMap((one) => sectionPieces(one, [one.title], top, how, faults));
  if (faults.length > 0) throw tooManyFaults(faults);
  const bare = compose(marked, pieces);
  if (how.options.contents === false || sections.length === 0) return bare;
  return compose(marked, [contentsPiece(bare, how), ...pieces]);
}
function sectionPieces(section, titles, depth, how, faults) {
  const { title, record, heading, description, items } = section;
  if (heading === null && depth > deepest2)
    throw new UserError(
      `${how.path}: section \`${title}\` would be a heading of level ${depth}; Markdown has ${deepest2}`
    );
  const plain3 = `${"#".repeat(depth)} ${writeValue(title, "text", how.careful.has(title) ? "all" : "usual")}`;
  const own = heading === null ? depth : headingDepth(heading.text);
  const lines2 = heading === null ? [plain3] : linesIn3(heading.text);
  const source = { record, entry: null, heading: { title, depth: own }, value: heading };
  const grammar = items.length === 0 ? null : grammarOf2(titles, how);
  return [
    { form: "block", lines: lines2, source },
    ...description === null ? [] : [
      {
        form: "block",
        lines: linesIn3(description.text),
        source: { record, entry: null, heading: null, value: description }
      }
    ],
    ...grammar === null ? [] : renderItems(items, { title, grammar, careful: how.careful, faults, placeOf: how.placeOf ?? placeOf2 }),
    ...section.sections.flatMap((one) => sectionPieces(one, [...titles, one.title], depth + 1, how, faults))
  ];
}
function compose({ before, after: after3, eol }, pieces) {
  const first = before.split(/\r\n|\r|\n/).length + 2;
  const body = [];
  const lines2 = [];
  for (const [index, piece] of pieces.entries()) {
    if (gapBetween(pieces[index - 1], piece)) body.push("");
    if (piece.source !== null) lines2.push({ line: first + body.length, height: piece.lines.length, ...piece.source });
    body.push(...piece.lines);
  }
  const part = body.length === 0 ? eol : eol + eol + body.join(eol) + eol + eol;
  return { text: before + part + after3, lines: lines2 };
}
function grammarOf2(titles, { entries }) {
  const names = titles.flatMap((title) => [title, title.replace(/^[^\p{L}\p{N}]+/u, "")]);
  return entryGrammar(entries).sectionsFor([names])[0] ?? null;
}
function contentsPiece({ text, lines: lines2 }, { path, options: options2, entries }) {
  const { headings } = parse2(text, { path });
  const slugs = new Map(headings.map(({ position, slug }) => [position.start.line, slug]));
  const written2 = text.split(/\r\n|\r|\n/);
  const top = options2.heading ?? 2;
  const bullet = /^[-*+]/.exec(entryGrammar(entries).sectionsFor([[]])[0]?.formats?.[0]?.lead ?? "")?.[0] ?? "-";
  const items = lines2.flatMap(({ line, heading, value }) => {
    if (heading === null) return [];
    const label = value === null ? written2[line - 1]?.replace(/^#+ /, "") ?? "" : writeValue(heading.title, "text", "usual");
    return [`${"  ".repeat(Math.max(0, heading.depth - top))}${bullet} [${label}](#${slugs.get(line) ?? ""})`];
  });
  return { form: "block", lines: items, source: null };
}

// src/data/check-rendered.ts
function renderChecked(marked, sections, how) {
  const careful = /* @__PURE__ */ new Set();
  for (; ; ) {
    const rendered = renderList(marked, sections, { ...how, careful });
    const faults = faultsOf3(rendered, marked, how.entries, how.path);
    if (faults.length === 0) return rendered;
    const before = careful.size;
    for (const { line } of faults) careful.add(line.entry?.data ?? line.heading?.title ?? "");
    if (careful.size > before) continue;
    throw tooManyFaults(
      faults.map(
        ({ line, why }) => `${line.record === null ? how.path : (how.placeOf ?? placeOf2)(line.record)}: ${why}`
      )
    );
  }
}
function faultsOf3({ text, lines: lines2 }, { before, after: after3 }, format, path) {
  const list = parse2(text, { path, entries: format, nearestForms: false });
  const [from, to] = [before.length, text.length - after3.length];
  const isWithin = ({ start }) => start.offset > from && start.offset < to;
  const entries = /* @__PURE__ */ new Map();
  for (const entry of list.entries.filter(({ position }) => isWithin(position))) {
    const { line } = entry.position.start;
    entries.set(line, [...entries.get(line) ?? [], entry]);
  }
  const isKept = keptBy(format);
  const headings = new Map(list.headings.map((one) => [one.position.start.line, one]));
  const faults = [];
  const departing = new Set(list.departures.filter(({ kind }) => isStructural.has(kind)).map(({ entry }) => entry));
  for (const line of lines2) {
    if (line.value !== null && hasMarkers(line.value.text))
      faults.push({ line, why: "the text has a marker of `render`; remove it" });
    if (line.entry !== null) {
      const [entry, ...more] = entries.get(line.line) ?? [];
      entries.delete(line.line);
      if (entry === void 0 || more.length > 0)
        faults.push({ line, why: "the entry would not be read as one entry" });
      else {
        const field = [...line.entry.fields].find((name) => !isSame(line.entry?.data, entry, name, list));
        if (field !== void 0)
          faults.push({
            line,
            why: `\`${field}\` cannot be written in the format without changing its value; edit it`
          });
        else if (departing.has(entry)) faults.push({ line, why: "the entry would not be of the format" });
      }
    } else if (line.heading !== null) {
      const heading = headings.get(line.line);
      headings.delete(line.line);
      const { title, depth } = line.heading;
      if (heading === void 0 || heading.text !== title || heading.depth !== depth || title.includes(pathSeparator))
        faults.push({ line, why: `the title \`${title.slice(0, 60)}\` would not be read back unchanged; edit it` });
      for (const entry of line.value === null ? [] : entries.get(line.line) ?? [])
        if (!isKept(entry)) entries.delete(line.line);
    }
  }
  const lineAt = (at) => lines2.findLast((one) => one.line <= at);
  const isInMarkdown = (at) => {
    const line = lineAt(at);
    return line !== void 0 && line.value !== null && at < line.line + line.height;
  };
  const strays = [
    ...[...entries.values()].flat().map((entry) => ({
      position: entry.position,
      why: "the text would be read as an entry",
      isFree: !isKept(entry)
    })),
    ...[...headings.values()].map(({ position, form }) => ({
      position,
      why: "the text would be read as a heading",
      isFree: form === "html"
    })),
    ...list.comments.map(({ position }) => ({
      position,
      why: "the text has an HTML comment; remove it",
      isFree: true
    })),
    ...list.unclosed.map(({ position }) => ({
      position,
      why: "the text opens HTML or code that is never closed",
      isFree: false
    })),
    ...list.unread.map(({ position }) => ({
      position,
      why: "the text is too long or nested too deeply to be read",
      isFree: false
    }))
  ].filter(({ position, isFree }) => isWithin(position) && !(isFree && isInMarkdown(position.start.line)));
  for (const { position, why } of strays) {
    const line = lineAt(position.start.line);
    if (line !== void 0) faults.push({ line, why });
  }
  return faults;
}
var isStructural = /* @__PURE__ */ new Set(["missing", "unexpected", "other", "column", "empty"]);
function isSame(data, entry, name, { text }) {
  const wanted2 = data?.values.get(name) ?? [];
  const read = (entry.fields !== null && Object.hasOwn(entry.fields, name) ? entry.fields[name] : void 0) ?? [];
  return wanted2.length === read.length && wanted2.every(({ text: value }, index) => {
    const field = read[index];
    if (field === void 0) return false;
    const { start, end } = field.position;
    if (data?.isMarkdown(name)) return text.slice(start.offset, end.offset) === value || field.value === value;
    return field.value === value || isSameUrl(field.value, value);
  });
}
function isSameUrl(one, other) {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href;
}

// src/data/extract-items.ts
init_errors();
function itemReader2(list, fields, kept) {
  const { text } = list;
  const entries = new Map(kept.map((entry) => [entry.position.start.offset, entry]));
  const holdsEntry = within([...entries.keys()]);
  const tables = list.tables.filter(({ position }) => holdsEntry(position));
  const runs2 = runsOf3(list).filter(({ items }) => items.some(({ position }) => holdsEntry(position)));
  const runsBelow = groupBy(runs2, ({ parent }) => parent);
  const blockAt = new Map(
    list.blocks.map((block) => [`${block.position.start.line} ${block.items}`, block.position]).reverse()
  );
  const markdown = [...fields].flatMap(
    ([name, context]) => context === "text" && [...entries.values()].some((entry) => fieldsIn(entry, name).some((one) => !isPlain(one, text))) ? [name] : []
  );
  const isMarkdown = new Set(markdown);
  const valuesOf2 = (entry) => {
    const values = [...fields.keys()].map((name) => [
      name,
      fieldsIn(entry, name).map((field) => isMarkdown.has(name) ? joined2(sourceOf2(field, text)) : field.value)
    ]);
    return new Map(values.filter(([, own]) => own.length > 0));
  };
  const readItem2 = (item) => {
    const { start, end } = item.position;
    const lead = /^(?:[-*+]|\d{1,9}[.)])[ \t]*/.exec(text.slice(start.offset, start.offset + 100))?.[0] ?? "";
    const first = blockAt.get(`${start.line} ${item.depth}`);
    if (first === void 0)
      throw new UserError(
        `${list.path}:${start.line}: this item does not begin with text, which data cannot hold; give it a text`
      );
    const margin = start.column - 1 + lead.length;
    const nested = read(first.end.offset, end.offset, margin, runsBelow.get(item) ?? [], []);
    const entry = entries.get(start.offset);
    if (entry === void 0)
      return {
        kind: "item",
        line: start.line,
        text: joined2(text.slice(start.offset + lead.length, first.end.offset)),
        nested
      };
    const comments = list.comments.filter(({ position }) => position.start.offset > start.offset && position.end.offset <= first.end.offset).map(({ position }) => text.slice(position.start.offset, position.end.offset));
    const about = comments.length === 0 ? [] : [{ kind: "block", line: start.line, text: comments.join("\n"), nested: [] }];
    return { kind: "entry", line: start.line, values: valuesOf2(entry), nested: [...about, ...nested] };
  };
  const readTable2 = ({ header, rows, position: { start } }) => {
    const head = text.slice(start.offset, rows[0]?.position.start.offset ?? header.position.end.offset).trim();
    return [
      { kind: "table", line: start.line, text: head, nested: [] },
      ...rows.map(({ position }) => {
        const entry = entries.get(position.start.offset);
        return entry === void 0 ? {
          kind: "item",
          line: position.start.line,
          text: text.slice(position.start.offset, position.end.offset).trim(),
          nested: []
        } : { kind: "entry", line: position.start.line, values: valuesOf2(entry), nested: [] };
      })
    ];
  };
  const read = (from, to, margin, lists, rows) => {
    const parts2 = [
      ...lists.map(({ items }) => ({
        start: lineStart(text, items[0]?.position.start.offset ?? 0),
        end: items.at(-1)?.position.end.offset ?? 0,
        content: () => items.map(readItem2)
      })),
      ...rows.map((table) => ({
        start: lineStart(text, table.position.start.offset),
        end: table.position.end.offset,
        content: () => readTable2(table)
      }))
    ].sort((a, b) => a.start - b.start);
    const found = [];
    const addBlock = (start, end) => {
      const own = dedented(text.slice(start, end), margin);
      if (own !== "") {
        const line = list.place(start, start).start.line;
        found.push({ kind: "block", line, text: own, nested: [] });
      }
    };
    let at = from;
    for (const { start, end, content } of parts2) {
      addBlock(at, start);
      found.push(...content());
      at = end;
    }
    addBlock(at, to);
    return found;
  };
  const outer = runsBelow.get(null) ?? [];
  const starts = [...outer.flatMap(({ items }) => items.slice(0, 1)), ...tables].map(
    ({ position }) => position.start.offset
  );
  const ends = [...outer.flatMap(({ items }) => items.slice(-1)), ...tables].map(({ position }) => position.end.offset);
  const isIn = (from, to, { start }) => start.offset >= from && start.offset < to;
  return {
    read: (from, to) => read(
      from,
      to,
      0,
      outer.filter(({ items: [first] }) => first !== void 0 && isIn(from, to, first.position)),
      tables.filter(({ position }) => isIn(from, to, position))
    ),
    markdown,
    extent: starts.length === 0 ? null : {
      start: starts.reduce((least, one) => Math.min(least, one)),
      end: ends.reduce((most2, one) => Math.max(most2, one))
    }
  };
}
function within(offsets) {
  return ({ start, end }) => {
    let [low, high] = [0, offsets.length];
    while (low < high) {
      const middle = low + high >> 1;
      if ((offsets[middle] ?? 0) < start.offset) low = middle + 1;
      else high = middle;
    }
    return (offsets[low] ?? Number.POSITIVE_INFINITY) < end.offset;
  };
}
function runsOf3({ items, text }) {
  const runs2 = [];
  const open = [];
  for (const item of items) {
    open.length = Math.min(open.length, item.depth);
    const run = open[item.depth - 1];
    const above = run?.at(-1);
    const { start } = item.position;
    if (!/^[ \t]*$/.test(text.slice(lineStart(text, start.offset), start.offset))) {
      open[item.depth - 1] = void 0;
      continue;
    }
    const continues = above?.marker.slice(-1) === item.marker.slice(-1) && /^\s*$/.test(text.slice(above.position.end.offset, start.offset));
    if (run !== void 0 && continues) run.push(item);
    else {
      const parent = item.depth === 1 ? null : open[item.depth - 2]?.at(-1);
      const next = [item];
      open[item.depth - 1] = next;
      if (parent !== void 0) runs2.push({ items: next, parent });
    }
  }
  return runs2;
}
function fieldsIn({ fields }, name) {
  return (fields !== null && Object.hasOwn(fields, name) ? fields[name] : void 0) ?? [];
}
function sourceOf2({ position: { start, end } }, text) {
  return text.slice(start.offset, end.offset);
}
function isPlain(field, text) {
  const source = joined2(sourceOf2(field, text));
  return cleanValue(field.value) === field.value && source === escaped(field.value);
}
function joined2(source) {
  if (/(?: {2}|\\)(?:\r\n|\r|\n)/.test(source)) return source.replace(/(?:\r\n|\r|\n)[ \t]*/g, "\n");
  return source.replace(/[ \t]*(?:\r\n|\r|\n)[ \t]*/g, " ");
}
function lineStart(text, offset) {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}
function dedented(source, margin) {
  const lines2 = source.split(/\r\n|\r|\n/).map((line) => {
    if (line.trim() === "") return "";
    let [at, column] = [0, 0];
    while (column < margin && (line[at] === " " || line[at] === "	")) {
      column += line[at] === "	" ? 4 - column % 4 : 1;
      at++;
    }
    return " ".repeat(Math.max(0, column - margin)) + line.slice(at);
  });
  return lines2.join("\n").replace(/^\n+|\s+$/g, "");
}

// src/data/extract-sections.ts
init_errors();
function extractedSections(list, extent, reader, plain3) {
  const all = list.headings.filter(
    ({ form, node, position: { start } }) => form === "heading" && node !== null && start.offset < extent.end
  );
  const above = all.findLastIndex(({ position: { start } }) => start.offset < extent.start);
  if (above < 0) {
    const { line } = list.place(extent.start, extent.start).start;
    throw new UserError(`${list.path}:${line}: this entry is below no Markdown heading; data has entries in sections`);
  }
  const headings = all.slice(outermost(all, above));
  const top = Math.min(...headings.map(({ depth }) => depth));
  const open = [];
  const paths = headings.map((heading) => {
    const { text, depth, position } = heading;
    if (text.includes(pathSeparator) || text.trim() === "")
      throw new UserError(
        `${list.path}:${position.start.line}: ${text.trim() === "" ? "a section needs a title in data" : `\`${pathSeparator.trim()}\` in a title separates sections in data`}; rename the section`
      );
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    open.push({ depth, title: text });
    return open.map(({ title }) => title);
  });
  const used2 = /* @__PURE__ */ new Map();
  const sections = headings.map((heading, index) => {
    const { text, position } = heading;
    const path = paths[index] ?? [];
    const title = path.join(pathSeparator);
    const again = (used2.get(title) ?? 0) + 1;
    used2.set(title, again);
    const next = headings[index + 1];
    const from = position.end.offset;
    const to = next === void 0 ? extent.end : lineStart(list.text, next.position.start.offset);
    const items = reader.read(from, to);
    const [first, ...others] = items;
    const described2 = !plain3 && first?.kind === "block";
    return {
      id: again === 1 ? title : `${title} (${again})`,
      title,
      heading: markdownOf(heading, path.length - 1 + top, text, list),
      description: described2 ? first.text : null,
      items: described2 ? others : items,
      line: position.start.line
    };
  });
  return { start: lineStart(list.text, headings[0]?.position.start.offset ?? 0), top, sections };
}
function outermost(all, index) {
  let [at, depth] = [index, all[index]?.depth ?? 0];
  for (let before = index - 1; before >= 0; before--) {
    const own = all[before]?.depth ?? 0;
    if (own < depth) [at, depth] = [before, own];
  }
  return at;
}
function markdownOf({ position, depth }, level2, text, list) {
  const start = lineStart(list.text, position.start.offset);
  const source = list.text.slice(start, position.end.offset).trimEnd();
  if (depth === level2 && source === `${"#".repeat(depth)} ${escaped(text)}`) return null;
  if (headingDepth(source) !== depth)
    throw new UserError(`${list.path}:${position.start.line}: this heading is in a quote or an item; move it out`);
  return source;
}

// src/data/load-data.ts
import { extname, join, sep } from "node:path";

// src/fs/read.ts
init_errors();

// src/data/load-data.ts
init_errors();
init_data_file();
async function readData(path, text) {
  if (text.length > limits.text) throw faultAt(path, 1, `larger than ${limits.text / 1e6} MB`);
  switch (extname(path).toLowerCase()) {
    case ".yml":
    case ".yaml":
    case ".json":
      return (await Promise.resolve().then(() => (init_read_yaml(), read_yaml_exports))).readYaml(path, text);
    case ".csv":
      return (await Promise.resolve().then(() => (init_read_csv(), read_csv_exports))).readCsv(path, text);
    case ".toml":
      return (await Promise.resolve().then(() => (init_read_toml(), read_toml_exports))).readToml(path, text);
    default:
      throw new UserError(`${path}: data must end in .yaml, .yml, .json, .toml or .csv`);
  }
}

// src/data/same-content.ts
function contentDifference(one, other) {
  const [left, right] = [contentOf(one), contentOf(other)];
  if (left.signs === right.signs) return null;
  let at = 0;
  while (at < left.signs.length && left.signs[at] === right.signs[at]) at++;
  const line = left.lineOf(at);
  const isWithin = at > 0 && left.lineOf(at - 1) === line;
  return { line, text: left.lines[line - 1] ?? "", other: right.lines[right.lineOf(isWithin ? at - 1 : at) - 1] ?? "" };
}
function contentOf(text) {
  const lines2 = text.split(/\r\n|\r|\n/);
  const ends = [];
  let signs2 = "";
  for (const line of lines2) {
    signs2 += line.replace(/^[ \t]*[-*+](?=[ \t]|$)/, "\u2022").replace(/^[ \t]*\d{1,9}(?=[.)][ \t])/, "1").replace(/(?<!\\)\|/g, "").replace(/[ \t]+/g, "");
    ends.push(signs2.length);
  }
  const lineOf2 = (at) => {
    const index = ends.findIndex((end) => end > at);
    return index < 0 ? lines2.length : index + 1;
  };
  return { lines: lines2, signs: signs2, lineOf: lineOf2 };
}
function structureDifference(one, other) {
  const [left, right] = [featuresOf(one), featuresOf(other)];
  const lines2 = left.flatMap((features, kind) => {
    const others = right[kind] ?? [];
    const at = features.findIndex(({ key }, index) => key !== others[index]?.key);
    if (at >= 0) return [features[at]?.line ?? 1];
    return others.length > features.length ? [features.at(-1)?.line ?? 1] : [];
  });
  return lines2.length === 0 ? null : Math.min(...lines2);
}
function featuresOf(list) {
  const of = (node, ...facts) => ({
    key: JSON.stringify(facts),
    line: node.position.start.line
  });
  return [
    list.headings.map((one) => of(one, one.depth, one.text, one.slug)),
    list.entries.map((one) => of(one, one.name, one.url, one.description, one.form, one.task, one.parent.type)),
    list.items.map((one) => of(one, one.depth, one.task, /\d/.test(one.marker))),
    list.links.map((one) => of(one, one.url, one.text, one.place, one.form)),
    list.tables.map((one) => of(one, ...one.rows.map(({ cells }) => cells.map(({ text }) => text)))),
    list.directives.map((one) => of(one, one.verb, one.rules, one.entry?.name ?? null)),
    list.codes.map((one) => of({ position: one })),
    list.unclosed.map((one) => of(one, one.what))
  ];
}

// src/data/write-data.ts
init_errors();
init_read_csv();
var markdownKinds = ["block", "item", "table"];
function keysFor(fields) {
  const free = (key) => fields.has(key) ? free(`${key}_`) : key;
  const keys = {
    ...{ section: free("section"), nested: free("entries") },
    ...{ block: free("block"), item: free("item"), table: free("table") }
  };
  return {
    ...keys,
    options({ sections, markdown }, file, format) {
      const items = sections.flatMap((one) => withNested(one.items));
      const kinds3 = markdownKinds.filter((kind) => items.some((one) => one.kind === kind));
      const isEmpty = ({ items: own, title }) => own.length === 0 && !sections.some((one) => one.items.length > 0 && one.title.startsWith(`${title} > `));
      return {
        files: file,
        ...format === "csv" ? {} : {
          entries: "entries",
          sections: {
            at: "sections",
            ...sections.some(({ id, title }) => id !== title) ? { id: "id" } : {},
            ...sections.some(({ heading }) => heading !== null) ? { heading: "heading" } : {},
            ...sections.some(isEmpty) ? { empty: true } : {}
          }
        },
        ...keys.section === "section" ? {} : { section: keys.section },
        ...items.some(({ nested }) => nested.length > 0) ? { nested: keys.nested } : {},
        ...Object.fromEntries(kinds3.map((kind) => [kind, keys[kind]])),
        ...markdown.length === 0 ? {} : { markdown }
      };
    }
  };
}
function withNested(items) {
  return items.flatMap((one) => [one, ...withNested(one.nested)]);
}
async function writeData(list, format, keys) {
  if (format === "csv") return csvOf(list, keys);
  const hasIds = list.sections.some(({ id, title }) => id !== title);
  const sections = list.sections.map(({ id, title, heading, description }) => ({
    ...hasIds ? { id } : {},
    title,
    ...heading === null ? {} : { heading },
    ...description === null ? {} : { description }
  }));
  const entries = list.sections.flatMap(
    ({ id, items }) => items.map((item) => ({ [keys.section]: id, ...recordOf2(item, keys) }))
  );
  if (format === "json") return `${JSON.stringify({ sections, entries }, null, 2)}
`;
  if (format === "toml") return `${(await import("smol-toml")).stringify({ sections, entries }).trim()}
`;
  const { stringify } = await import("yaml");
  return stringify({ sections, entries }, { lineWidth: 0, aliasDuplicateObjects: false });
}
function recordOf2(item, keys) {
  const own = item.kind === "entry" ? Object.fromEntries([...item.values].map(([name, all]) => [name, all.length === 1 ? all[0] : all])) : { [keys[item.kind]]: item.text };
  return item.nested.length === 0 ? own : { ...own, [keys.nested]: item.nested.map((one) => recordOf2(one, keys)) };
}
function csvOf({ sections }, keys) {
  for (const { title, heading, id, items, line } of sections) {
    const why = heading !== null || id !== title ? `the heading of \`${title}\` is not its title alone, or another section has it` : items.some(({ nested }) => nested.length > 0) ? `something in \`${title}\` is nested` : items.length === 0 && !sections.some((one) => one.title.startsWith(`${title} > `)) ? `\`${title}\` has no entries` : null;
    if (why !== null)
      throw new UserError(`section on line ${line}: ${why}, which CSV cannot hold; use YAML, JSON or TOML`);
  }
  const all = sections.flatMap(({ id, items }) => items.map((item) => ({ id, item })));
  const valuesOf2 = (item, name) => item.kind === "entry" ? item.values.get(name) ?? [] : name === keys[item.kind] ? [item.text] : [];
  const names = [
    ...new Set(all.flatMap(({ item }) => item.kind === "entry" ? [...item.values.keys()] : [keys[item.kind]]))
  ];
  const columns = names.map((name) => ({
    name,
    key: all.some(({ item }) => valuesOf2(item, name).length > 1) ? `${name}[]` : name
  }));
  const rows = all.map(({ id, item }) => [
    id,
    ...columns.map(({ name, key }) => {
      const own = valuesOf2(item, name);
      if (key !== name && own.some((value) => value.includes(cellSeparator)))
        throw new UserError(
          `a value of \`${name}\` has a semicolon, which separates values in CSV; use YAML, JSON or TOML`
        );
      return own.join(cellSeparator);
    })
  ]);
  return [[keys.section, ...columns.map(({ key }) => key)], ...rows].map((row) => `${row.map(cell).join(",")}
`).join("");
}
function cell(text) {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// src/data/extract-list.ts
async function extractList(list, entries, format, file) {
  const fields = fieldsOf(entries);
  const kept = keptEntries(list, entries);
  mustFollow(list, new Set(kept));
  const reader = itemReader2(list, fields, kept);
  if (reader.extent === null)
    throw new UserError(
      `${list.path}: no section has entries that follow \`entries.format\`; run \`listwright lint\` to see why`
    );
  const { extent } = reader;
  const { start: from, top, sections } = extractedSections(list, extent, reader, format === "csv");
  const extracted = { sections, markdown: reader.markdown };
  const keys = keysFor(fields);
  const written2 = await writeData(extracted, format, keys);
  const known = await readData(file, written2);
  const contents = list.contents.find(({ position: { end } }) => /^\s*$/.test(list.text.slice(end.offset, from)));
  const common2 = keys.options(extracted, file, format);
  const placeOf3 = placesIn(list, known.records(format === "csv" ? null : "entries"), sections, common2.nested);
  const dataBy = (sort) => listData({ ...common2, sort }, [known], [known], fields, list.lang);
  const inOrder2 = dataBy(false);
  const isSorted = fields.has("name") && namesIn(dataBy("name")) === namesIn(inOrder2);
  let loss = null;
  for (const withContents of contents === void 0 ? [false] : [true, false]) {
    const options2 = {
      ...common2,
      ...isSorted ? {} : { sort: false },
      ...withContents ? {} : { contents: false },
      ...top === 2 ? {} : { heading: top }
    };
    const start = withContents && contents !== void 0 ? lineStart(list.text, contents.position.start.offset) : from;
    const marked = markedAt(list.text, start, extent.end);
    const { text } = renderChecked(marked, inOrder2, { path: list.path, options: options2, entries, placeOf: placeOf3 });
    const part = list.text.slice(start, extent.end);
    const rendered = text.slice(marked.before.length, text.length - marked.after.length);
    loss = lossIn(list, { part, start }, { rendered, text }, entries);
    if (loss === null)
      return {
        data: written2,
        readme: text,
        options: options2,
        entries: countOf(sections),
        respaced: respacedLines(part, rendered)
      };
  }
  throw loss ?? new UserError(`${list.path}: cannot be data`);
}
function keptEntries(list, entries) {
  const isKept = keptBy(entries);
  const first = list.headings.find(({ form, node }) => form === "heading" && node !== null);
  const top = first?.position.start.offset ?? 0;
  return list.entries.filter((entry) => isKept(entry) && entry.position.start.offset > top);
}
function mustFollow(list, kept) {
  const departing = new Map(
    list.departures.flatMap(
      (one) => isStructural.has(one.kind) && (one.entry === null || kept.has(one.entry)) ? [[one.entry, one]] : []
    )
  );
  const [first] = departing.values();
  if (first === void 0) return;
  const line = first.position.start.line;
  if (first.entry === null)
    throw new UserError(
      `${list.path}:${line}: the table has no column \`${first.field}\`, which \`entries.columns\` names; add it, or set \`columns: false\` for its section`
    );
  const more = departing.size - 1;
  throw new UserError(
    `${list.path}:${line}: \`${first.entry.name}\`${more === 0 ? " is" : ` and ${plural(more, "other entry", "other entries")} are`} not written as \`entries.format\` says; \`listwright lint\` says how ${more === 0 ? "it differs" : "they differ"}, and \`entries.format\` may have several formats`
  );
}
function markedAt(text, start, end) {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return {
    before: `${text.slice(0, start)}${markers.start}`,
    part: "",
    after: `${markers.end}${text.slice(end) || eol}`,
    eol
  };
}
function lossIn(list, { part, start }, { rendered, text }, entries) {
  const above = list.text.slice(0, start).split(/\r\n|\r|\n/).length - 1;
  const words2 = contentDifference(part, rendered);
  const show = (line2) => `\`${line2.trim().slice(0, 80)}\``;
  if (words2 !== null)
    return new UserError(
      `${list.path}:${above + words2.line}: ${show(words2.text)} would be written as ${show(words2.other)}; data can hold only what the format, its fields and Markdown between entries give`
    );
  const line = structureDifference(
    list,
    parse2(text, { path: list.path, lang: list.lang, entries, nearestForms: false })
  );
  return line === null ? null : new UserError(
    `${list.path}:${line}: ${show(list.text.split(/\r\n|\r|\n/)[line - 1] ?? "")} would be read as something else with one empty line between blocks; change what is around it`
  );
}
function placesIn(list, records, sections, nested) {
  const all = (some) => some.flatMap((one) => [one, ...nested === void 0 ? [] : all(one.records(nested))]);
  const lines2 = sections.flatMap(({ items }) => withNested(items).map(({ line }) => line));
  const lineOf2 = new Map(all(records).map(({ position }, index) => [position.start.offset, lines2[index]]));
  return ({ position }) => {
    const line = lineOf2.get(position.start.offset);
    return line === void 0 ? list.path : `${list.path}:${line}`;
  };
}
function respacedLines(part, rendered) {
  const count2 = /* @__PURE__ */ new Map();
  for (const line of rendered.trim().split(/\r\n|\r|\n/)) count2.set(line, (count2.get(line) ?? 0) + 1);
  return part.trim().split(/\r\n|\r|\n/).filter((line) => {
    const left = count2.get(line) ?? 0;
    count2.set(line, left - 1);
    return left <= 0;
  }).length;
}
function countOf(sections) {
  return sections.flatMap(({ items }) => withNested(items)).filter(({ kind }) => kind === "entry").length;
}
function namesIn(sections) {
  const places = (items) => items.map(({ record, nested }) => [record.position.start.offset, ...places(nested)]);
  const all = (some) => some.map(({ items, sections: inner }) => [places(items), all(inner)]);
  return JSON.stringify(all(sections));
}

// ../../../tmp/data18/survey2.ts
var dir = "/work/shared/lists";
var only = process.argv[2];
var mode = process.argv[3] ?? "yaml";
var most = (xs) => {
  const m = /* @__PURE__ */ new Map();
  for (const x of xs) m.set(x, (m.get(x) ?? 0) + 1);
  return [...m].sort((a, b) => b[1] - a[1]);
};
var ok = 0;
var n = 0;
for (const f of readdirSync(dir).filter((f2) => f2.endsWith(".md") && (!only || f2.includes(only)))) {
  const text = readFileSync(`${dir}/${f}`, "utf8");
  const list = parse2(text, { path: f });
  const items = list.entries.filter((e) => e.form === "item"), rows = list.entries.filter((e) => e.form === "row");
  const marker = most(items.map((e) => e.marker ?? "-"))[0]?.[0] ?? "-";
  const lead = /\d/.test(marker) ? "1." : marker;
  const seps = most(items.map((e) => e.separator?.text ?? "").filter((s) => /^\s?[-–—:：]+\s?$/.test(s)));
  const sep2 = seps[0]?.[0] ?? " - ";
  const fmts = [`${lead} [{name}]({url})${sep2}{description}`, `${lead} [{name}]({url})`, `${lead} {text}`];
  const inf = inferFormat(list);
  const base = inf ? inf.entries : {};
  const columns = base.columns ? Object.fromEntries(Object.entries(base.columns).map(([k, v]) => [k, typeof v === "string" ? v : { ...v.format ? { format: v.format } : {}, optional: true }])) : void 0;
  const strict = { ...base.format ? { format: base.format } : { format: fmts.slice(0, 2) }, ...columns ? { columns } : {} };
  const catchAll = { format: fmts, ...columns ? { columns } : {} };
  n++;
  for (const [name, entries] of [["strict", strict], ["catch-all", catchAll]]) {
    const l = parse2(text, { path: f, entries, nearestForms: false });
    const t = Date.now();
    try {
      const { entries: count2, respaced, options: options2, readme } = await extractList(l, entries, mode, `entries.${mode}`);
      const again = "-";
      if (name === "catch-all") ok++;
      console.log("OK  ", name, f.slice(0, 44), `${count2}/${l.entries.length} respaced ${respaced}/${text.split("\n").length} again ${again}`, Object.keys(options2).join(" "), Date.now() - t, "ms");
      if (name === "strict") {
        ok++;
        break;
      }
    } catch (e) {
      console.log("FAIL", name, e.message.slice(0, 420).replace(/^.*__/, ""), e.constructor.name === "UserError" ? "" : e.stack);
    }
  }
}
console.log(ok, "of", n);
