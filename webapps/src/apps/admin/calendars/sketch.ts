import type { BusinessCalendar, CalendarRequest } from '../../../shared/api/schema';

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof DAYS)[number];

export interface Hours {
  days: Day[];
  from: string;
  to: string;
}

export interface Holiday {
  date: string;
  name: string;
  yearly: boolean;
}

/** A calendar while it is edited. */
export interface Sketch {
  name: string;
  timeZone: string;
  isDefault: boolean;
  hours: Hours[];
  holidays: Holiday[];
}

export const USUAL_HOURS: Hours = { days: DAYS.slice(0, 5), from: '09:00', to: '17:00' };

export function sketchOf(calendar: BusinessCalendar): Sketch {
  return {
    name: calendar.name ?? '',
    timeZone: calendar.timeZone ?? '',
    isDefault: calendar.default ?? false,
    hours: (calendar.hours ?? []).map(({ days, from, to }) => ({ days: days as Day[], from, to })),
    holidays: (calendar.holidays ?? []).map(({ date, name, yearly }) => ({
      date,
      name: name ?? '',
      yearly: yearly ?? false,
    })),
  };
}

/** As the platform takes it, holidays by date; their places in the list are those of its faults. */
export function requestOf(sketch: Sketch): CalendarRequest {
  return {
    name: sketch.name.trim(),
    timeZone: sketch.timeZone.trim(),
    default: sketch.isDefault,
    hours: sketch.hours.map((hours) => ({ ...hours, days: DAYS.filter((day) => hours.days.includes(day)) })),
    holidays: sketch.holidays.map(({ date, name, yearly }) => ({ date, name: name.trim() || undefined, yearly })),
  };
}

export function byDate(holidays: readonly Holiday[]): Holiday[] {
  return [...holidays].sort((a, b) => a.date.localeCompare(b.date));
}

/** The list with another thing in one place; without one the place goes. */
export function withPlace<T>(list: readonly T[], index: number, value: T | undefined): T[] {
  return list.flatMap((old, at) => (at !== index ? [old] : value === undefined ? [] : [value]));
}

/** What a person typed as working days, hours and minutes, in ISO 8601; null when it is nothing. */
export function durationOf(days: number, hours: number, minutes: number): string | null {
  const whole = [days, hours, minutes].map((value) => (Number.isFinite(value) ? Math.max(0, Math.trunc(value)) : 0));
  const [d = 0, h = 0, m = 0] = whole;
  if (d + h + m === 0) {
    return null;
  }
  const time = h + m > 0 ? `T${h > 0 ? `${h}H` : ''}${m > 0 ? `${m}M` : ''}` : '';
  return `P${d > 0 ? `${d}D` : ''}${time}`;
}

/** The name of a day of the week in a language. */
export function dayName(day: Day, language: string, length: 'long' | 'short'): string {
  // The fifth of January 1970 was a Monday.
  const at = new Date(Date.UTC(1970, 0, 5 + DAYS.indexOf(day)));
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(at);
}

/** Working hours in a line, days in a row by their first and last. */
export function hoursText({ days, from, to }: Hours, language: string): string {
  const indexes = DAYS.map((day, index) => (days.includes(day) ? index : -1)).filter((index) => index >= 0);
  const runs: [number, number][] = [];
  for (const index of indexes) {
    const last = runs[runs.length - 1];
    if (last && last[1] === index - 1) {
      last[1] = index;
    } else {
      runs.push([index, index]);
    }
  }
  const name = (index: number) => dayName(DAYS[index] ?? 'MONDAY', language, 'short');
  const text = runs.map(([first, last]) => (first === last ? name(first) : `${name(first)}–${name(last)}`));
  return `${text.join(', ')} ${from}–${to}`;
}
