import type { Finding } from '../model/finding.js';
import type { Report } from '../model/report.js';
import { groupBy } from '../text/group-by.js';
import { oneLine, xmlText } from './escape.js';

/** Checkstyle's XML, as its own `XMLLogger` writes it: an element for each file, in it one for each finding. Columns count UTF-16 units. */
export function checkstyle(report: Report): string {
  const files = [...groupBy(report.findings, ({ path }) => path)].map(([path, findings]) =>
    [`  <file name="${inLine(path)}">`, ...findings.map(errorOf), '  </file>'].join('\n'),
  );
  return `${['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">', ...files, '</checkstyle>'].join('\n')}\n`;
}

function errorOf({ start, severity, message, rule }: Finding): string {
  return `    <error line="${start.line}" column="${start.column}" severity="${severity}" message="${inLine(message)}" source="listwright.${inLine(rule)}"/>`;
}

function inLine(text: string): string {
  return xmlText(oneLine(text));
}
