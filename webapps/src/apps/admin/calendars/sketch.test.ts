import { describe, expect, it } from 'vitest';
import { byDate, durationOf, hoursText, requestOf, sketchOf, USUAL_HOURS, withPlace } from './sketch';

describe('a calendar', () => {
  it('goes back as it came', () => {
    const calendar = {
      id: 'berlin',
      name: 'Berlin',
      timeZone: 'Europe/Berlin',
      default: true,
      hours: [{ ...USUAL_HOURS }],
      holidays: [{ date: '2026-12-25', name: 'Christmas Day', yearly: true }],
    };
    expect(requestOf(sketchOf(calendar))).toEqual({
      name: 'Berlin',
      timeZone: 'Europe/Berlin',
      default: true,
      hours: calendar.hours,
      holidays: calendar.holidays,
    });
  });

  it('sends days in the order of the week and no empty names', () => {
    const request = requestOf({
      name: ' x ',
      timeZone: 'UTC',
      isDefault: false,
      hours: [{ days: ['FRIDAY', 'MONDAY'], from: '08:00', to: '12:00' }],
      holidays: [{ date: '2026-01-01', name: ' ', yearly: false }],
    });
    expect(request.name).toBe('x');
    expect(request.hours[0]?.days).toEqual(['MONDAY', 'FRIDAY']);
    expect(request.holidays?.[0]?.name).toBeUndefined();
  });

  it('says its hours shortly', () => {
    expect(hoursText(USUAL_HOURS, 'en')).toBe('Mon–Fri 09:00–17:00');
    expect(hoursText({ days: ['MONDAY', 'WEDNESDAY', 'THURSDAY'], from: '08:00', to: '24:00' }, 'de')).toBe(
      'Mo, Mi–Do 08:00–24:00',
    );
  });

  it('has holidays by date', () => {
    const [later, sooner] = [
      { date: '2026-12-25', name: '', yearly: false },
      { date: '2026-05-01', name: '', yearly: true },
    ];
    expect(byDate([later, sooner])).toEqual([sooner, later]);
  });
});

describe('a list', () => {
  it('gets another thing in a place, or loses the place', () => {
    expect(withPlace(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c']);
    expect(withPlace(['a', 'b', 'c'], 1, undefined)).toEqual(['a', 'c']);
  });
});

describe('a duration', () => {
  it.each([
    [2, 0, 0, 'P2D'],
    [1, 4, 30, 'P1DT4H30M'],
    [0, 0, 15, 'PT15M'],
    [0, 0, 0, null],
    [Number.NaN, 3, -2, 'PT3H'],
  ])('of %s days, %s hours, %s minutes is %s', (days, hours, minutes, expected) =>
    expect(durationOf(days, hours, minutes)).toBe(expected),
  );
});
