import pLimit from 'p-limit';
import type { Verdict } from '../model/verdict.js';
import type { CheckPageContext } from './check-page.js';
import { openApi } from './sites/api-client.js';
import { findArchived } from './sites/archive.js';
import type { Target, UrlRow } from './targets.js';

/** The archive asks for patience of those who come in numbers. */
const atOnce = 2;

/** Adds an archived copy to the verdict of each target that is broken, where there is one. */
export async function suggestArchived(
  targets: readonly Target[],
  verdicts: Map<UrlRow, Verdict>,
  context: CheckPageContext,
): Promise<void> {
  const api = openApi(context);
  const limit = pLimit(atOnce);
  const broken = targets.filter(({ rows }) => rows.some((row) => verdicts.get(row)?.verdict === 'broken'));
  await Promise.all(
    broken.map((target) =>
      limit(async () => {
        if (context.signal.aborted) return;
        const copy = await findArchived(target.url, api);
        if (copy === null) return;
        for (const row of target.rows) {
          const verdict = verdicts.get(row);
          if (verdict?.verdict !== 'broken' || verdict.suggestion !== null) continue;
          verdicts.set(row, {
            ...verdict,
            suggestion: copy,
            evidence: [...verdict.evidence, { kind: 'archived', url: copy }],
          });
        }
      }),
    ),
  );
}
