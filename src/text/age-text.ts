import { plural, pluralForm } from './plural.js';

/** Days as a person says them: `14 days`, `7 months`, `3.5 years`. */
export function ageText(days: number): string {
  if (days < 60) return plural(Math.max(0, days), 'day');
  if (days < 730) return plural(Math.round(days / 30.44), 'month');
  const years = Math.round(days / 36.525) / 10;
  return `${years} ${pluralForm(years, 'year')}`;
}
