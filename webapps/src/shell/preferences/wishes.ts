import type { NotificationPreferences } from '../../shared/api/schema';

export const TOPICS = ['task.assigned', 'task.escalated', 'task.mentioned', 'task.overdue', 'agent.escalated'] as const;
export const CHANNELS = ['inapp', 'email'] as const;
export type Topic = (typeof TOPICS)[number];
export type Channel = (typeof CHANNELS)[number];

/** What is told here is wanted until somebody says otherwise; mail has to be asked for. */
export function wants(wishes: NotificationPreferences, topic: Topic, channel: Channel): boolean {
  return wishes.topics?.[topic]?.[channel] ?? wishes.channels?.[channel] ?? channel === 'inapp';
}

/** The same wishes, but for one topic on one channel; others stay as they were. */
export function wish(
  wishes: NotificationPreferences,
  topic: Topic,
  channel: Channel,
  isWanted: boolean,
): NotificationPreferences {
  return { ...wishes, topics: { ...wishes.topics, [topic]: { ...wishes.topics?.[topic], [channel]: isWanted } } };
}

/** As it is sent: what is empty is left out. */
export function cleared(wishes: NotificationPreferences): NotificationPreferences {
  const entries = Object.entries(wishes).filter(([, value]) => value !== '' && value !== null);
  return Object.fromEntries(entries) as NotificationPreferences;
}
