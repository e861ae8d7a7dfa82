import type { Schedule, SchedulePreviewRequest, ScheduleRequest } from '../../../shared/api/schema';

export const KINDS = ['cron', 'every', 'at'] as const;
export const MISFIRES = ['FIRE_ONCE', 'SKIP', 'FIRE_ALL'] as const;
export const OVERLAPS = ['ALLOW', 'SKIP', 'QUEUE_ONE'] as const;
export const OUTSIDE = ['SKIP', 'SHIFT'] as const;

export interface ActionField {
  name: string;
  kind: 'text' | 'number' | 'json';
  isRequired?: boolean;
}

const text = (name: string, isRequired = false): ActionField => ({ name, kind: 'text', isRequired });
const json = (name: string): ActionField => ({ name, kind: 'json' });

/** What the platform's own actions need; any other is written as one object. */
export const FIELDS: Partial<Record<string, ActionField[]>> = {
  'start-process': [text('processKey', true), { name: 'version', kind: 'number' }, text('businessKey'), json('variables')],
  'correlate-message': [text('name', true), text('businessKey'), json('correlation'), json('variables')],
  'publish-event': [text('eventType', true), text('subject'), json('data')],
  'send-notification': [
    text('channel', true),
    text('to', true),
    text('template'),
    text('subject'),
    text('body'),
    json('variables'),
    text('locale'),
  ],
};

export const WHOLE: ActionField = { name: '', kind: 'json' };

export const fieldsOf = (type: string): ActionField[] => FIELDS[type] ?? [WHOLE];

/** A schedule as it is typed. */
export interface Sketch {
  name: string;
  kind: (typeof KINDS)[number];
  /** What is typed for each kind, so that going to another and back loses nothing. */
  cron: string;
  every: string;
  at: string;
  timezone: string;
  misfire: (typeof MISFIRES)[number];
  overlap: (typeof OVERLAPS)[number];
  calendar: string;
  outsideHours: (typeof OUTSIDE)[number];
  type: string;
  /** By field of the action; what the platform has and no field shows is under ''. */
  action: Record<string, string>;
}

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

export function sketchOf(schedule?: Schedule): Sketch {
  const { type = 'start-process', ...rest } = (schedule?.action ?? {}) as Record<string, unknown>;
  const kind = KINDS.find((one) => schedule?.[one]) ?? 'cron';
  return {
    name: schedule?.name ?? '',
    kind,
    cron: schedule?.cron ?? '0 8 * * MON-FRI',
    every: schedule?.every ?? 'PT1H',
    at: schedule?.at ?? '',
    timezone: schedule?.timezone ?? browserZone(),
    misfire: schedule?.misfire ?? 'FIRE_ONCE',
    overlap: schedule?.overlap ?? 'ALLOW',
    calendar: schedule?.calendar ?? '',
    outsideHours: schedule?.outsideHours ?? 'SKIP',
    type: String(type),
    action: typedAction(String(type), rest),
  };
}

function typedAction(type: string, members: Record<string, unknown>): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const field of fieldsOf(type)) {
    const value = field === WHOLE ? members : members[field.name];
    if (value !== undefined && value !== null) {
      typed[field.name] = field.kind === 'json' ? JSON.stringify(value, null, 2) : String(value as string | number);
    }
  }
  return typed;
}

/** What the preview asks; undefined while nothing is typed. */
export function timesOf(sketch: Sketch): SchedulePreviewRequest | undefined {
  const time = sketch[sketch.kind].trim();
  return time === ''
    ? undefined
    : {
        [sketch.kind]: time,
        timezone: sketch.timezone.trim() || undefined,
        misfire: sketch.misfire,
        ...(sketch.calendar && { calendar: sketch.calendar, outsideHours: sketch.outsideHours }),
      };
}

/** Whether what is typed as JSON is some. */
export function isJson(typed: string | undefined): boolean {
  try {
    return !typed?.trim() || JSON.parse(typed) !== undefined;
  } catch {
    return false;
  }
}

export function isReady(sketch: Sketch): boolean {
  return (
    sketch.name.trim() !== '' &&
    timesOf(sketch) !== undefined &&
    fieldsOf(sketch.type).every((field) =>
      field.kind === 'json'
        ? isJson(sketch.action[field.name])
        : !field.isRequired || (sketch.action[field.name]?.trim() ?? '') !== '',
    )
  );
}

export function requestOf(sketch: Sketch): ScheduleRequest {
  return { name: sketch.name.trim(), overlap: sketch.overlap, ...timesOf(sketch), action: actionOf(sketch) as never };
}

function actionOf({ type, action }: Sketch): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const field of fieldsOf(type)) {
    const typed = action[field.name]?.trim();
    if (!typed) {
      continue;
    }
    if (field === WHOLE) {
      Object.assign(members, JSON.parse(typed));
    } else {
      members[field.name] = field.kind === 'text' ? typed : JSON.parse(typed);
    }
  }
  return { ...members, type };
}
