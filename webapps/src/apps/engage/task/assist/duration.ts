const DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/;
const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** An ISO 8601 duration in the largest unit that fits, as people say it. */
export function durationText(iso: string | undefined, language: string): string {
  const [, hours = '0', minutes = '0', seconds = '0'] = DURATION.exec(iso ?? '') ?? [];
  const all = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  const [unit, size] = UNITS.find(([, least]) => all >= least) ?? (['second', 1] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(all / size));
}
