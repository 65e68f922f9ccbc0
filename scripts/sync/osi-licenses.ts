import licenses from 'spdx-license-list';

/** The ids of the licenses that the OSI approves, from the SPDX license list: of its 120 kB only these are needed at run time. */
export function osiLicenses(): string {
  const ids = Object.entries(licenses).flatMap(([id, { osiApproved }]) => (osiApproved ? [id] : []));
  const lines: string[] = [];
  for (const id of ids.sort()) {
    const last = lines.at(-1);
    if (last === undefined || last.length + id.length > 100) lines.push(id);
    else lines[lines.length - 1] = `${last} ${id}`;
  }
  return `// Written by \`npm run sync\` from the package spdx-license-list; do not edit.

/** SPDX ids of the licenses that the Open Source Initiative approves. Source: the SPDX license list, \`isOsiApproved\`. */
export const osiApproved: ReadonlySet<string> = new Set(
  [
${lines.map((line) => `    '${line}',`).join('\n')}
  ].flatMap((line) => line.split(' ')),
);
`;
}
