import type { TaskMention, TaskView } from '../../shared/api/schema';

export type NoticeKind = 'overdue' | 'soon' | 'escalated' | 'mentioned' | 'assigned';

/** Something about a task that concerns the user. */
export interface Notice {
  /** The same fact has the same id; what has changed since it was read is another one. */
  id: string;
  kind: NoticeKind;
  task: TaskView;
  at?: string;
  /** The comment that calls the user. */
  comment?: { author: string; message: string };
}

interface Me {
  userId: string;
  groups: ReadonlySet<string>;
  roles: ReadonlySet<string>;
}

interface Lists {
  mine: TaskView[];
  due: TaskView[];
  escalated: TaskView[];
  mentions: TaskMention[];
}

/**
 * What presses comes first; each task is told of once, by what presses the most. Comments that call
 * the user are told of one by one, also where the task has ended.
 */
export function noticesOf({ mine, due, escalated, mentions }: Lists, me: Me): Notice[] {
  const told = new Set<string>();
  const isEnded = (task: TaskView) => task.status !== 'OPEN';
  return [
    ...due.map((task) => dueNotice(task)),
    ...escalated.filter((task) => isFor(task, me)).map((task) => notice('escalated', task, task.escalation?.at)),
    ...mentions.flatMap(mentionNotice),
    ...mine.map((task) => notice('assigned', task, task.createdAt)),
  ]
    .sort((one, other) => rank(one) - rank(other))
    .filter(({ kind, task }) => {
      if (kind === 'mentioned') {
        return true;
      }
      const isNew = !isEnded(task) && !told.has(task.id ?? '');
      told.add(task.id ?? '');
      return isNew;
    });
}

function rank({ kind }: Notice): number {
  return (['overdue', 'escalated', 'mentioned', 'soon', 'assigned'] as const).indexOf(kind);
}

function dueNotice(task: TaskView): Notice {
  return notice(task.overdue ? 'overdue' : 'soon', task, task.dueAt);
}

function mentionNotice({ task, comment }: TaskMention): Notice[] {
  const { id = '', at, author = '', authorName = author, message = '' } = comment ?? {};
  return task ? [{ id: `mentioned/${id}`, kind: 'mentioned', task, at, comment: { author: authorName, message } }] : [];
}

function notice(kind: NoticeKind, task: TaskView, at?: string): Notice {
  return { id: `${kind}/${task.id}/${at ?? ''}`, kind, task, at };
}

/** Escalated to the user, to a group of the user's, or to nobody by name, which means the managers. */
function isFor({ escalation }: TaskView, me: Me): boolean {
  if (!escalation) {
    return false;
  }
  return escalation.to ? escalation.to === me.userId || me.groups.has(escalation.to) : me.roles.has('manager');
}
