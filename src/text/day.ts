/** Reads `YYYY-MM-DD` as the first millisecond of that day, UTC; null for any other text. */
export function readDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || dayOf(time) !== text ? null : time;
}

/** Whether a time limit in epoch milliseconds has passed; one without a limit never has. */
export function isOver(until: number | null, now: number): boolean {
  return until !== null && now >= until;
}

/** The day of a time in epoch milliseconds or ISO 8601, `YYYY-MM-DD`, UTC. */
export function dayOf(time: number | string): string {
  return new Date(time).toISOString().slice(0, 10);
}
