import { Button, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Tag } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { AgentExampleView, AgentVersionPerformance, AgentVersionView } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useLessons, usePerformance, useRefreshAgents, useVersions } from './agents.queries';

const PERCENT = 100;
const COLOURS = {
  NOTED: 'gray',
  PROPOSED: 'blue',
  EVALUATING: 'purple',
  IN_USE: 'green',
  UNFIT: 'red',
  REJECTED: 'gray',
} as const;

function percent(part: number | null | undefined): string {
  return part === null || part === undefined ? '–' : `${Math.round(part * PERCENT)} %`;
}

/** How each version does. */
export function PerformanceTable({ id }: { id: string }) {
  const { t } = useTranslation();
  const performance = usePerformance(id);
  const rows = performance.data?.versions ?? [];
  const columns: [string, (row: AgentVersionPerformance) => string | number][] = [
    ['version', (row) => row.version ?? ''],
    ['runs', (row) => row.runs ?? 0],
    ['done', (row) => row.done ?? 0],
    ['waiting', (row) => row.waiting ?? 0],
    ['escalated', (row) => row.escalated ?? 0],
    ['overridden', (row) => row.overridden ?? 0],
    ['agreement', (row) => percent(row.agreementRate)],
    ['confidence', (row) => percent(row.confidence)],
    ['costs', (row) => (row.costUsd === null || row.costUsd === undefined ? '–' : t('admin.agents.cost', { cost: row.costUsd }))],
  ];
  return (
    <section aria-label={t('admin.agents.performance')}>
      <h2>{t('admin.agents.performance')}</h2>
      {performance.error && <ProblemNotice problem={performance.error} />}
      {performance.data && rows.length === 0 && <p className="fm-hint">{t('admin.agents.noRuns')}</p>}
      {rows.length > 0 && (
        <Table size="sm" aria-label={t('admin.agents.performance')}>
          <TableHead>
            <TableRow>
              {columns.map(([key]) => (
                <TableHeader key={key}>{t(`admin.agents.${key}`)}</TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.version}>
                {columns.map(([key, cell]) => (
                  <TableCell key={key}>{cell(row)}</TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </section>
  );
}

/** What people corrected, and whether it is used. */
export function LessonsTable({ id, judges }: { id: string; judges: boolean }) {
  const { t } = useTranslation();
  const lessons = useLessons(id);
  return (
    <section aria-label={t('admin.agents.lessons')}>
      <h2>{t('admin.agents.lessons')}</h2>
      <PagedTable<AgentExampleView>
        label={t('admin.agents.lessons')}
        pages={lessons}
        idOf={(one) => one.id ?? ''}
        empty={{ title: t('admin.agents.noLessons'), text: t('admin.agents.noLessonsText') }}
        columns={[
          { key: 'feedback', header: t('admin.agents.feedback'), cell: (one) => one.feedback },
          { key: 'input', header: t('admin.agents.input'), cell: (one) => <code>{JSON.stringify(one.input)}</code> },
          { key: 'output', header: t('admin.agents.output'), cell: (one) => <code>{JSON.stringify(one.output)}</code> },
          {
            key: 'correction',
            header: t('admin.agents.correction'),
            cell: (one) => (one.correction ? <code>{JSON.stringify(one.correction)}</code> : '–'),
          },
          {
            key: 'status',
            header: t('admin.services.status'),
            cell: (one) => (
              <>
                <Tag size="sm" type={COLOURS[one.status ?? 'NOTED']}>
                  {t(`admin.agents.lesson.${one.status}`)}
                </Tag>
                {one.evaluation && (
                  <span className="fm-hint">
                    {t('admin.agents.evaluation', {
                      passed: one.evaluation.passed,
                      cases: one.evaluation.cases,
                      before: one.evaluation.passedBefore,
                    })}
                  </span>
                )}
              </>
            ),
          },
          { key: 'decide', header: '', cell: (one) => (judges ? <Review agent={id} lesson={one} /> : null) },
        ]}
      />
    </section>
  );
}

function Review({ agent, lesson }: { agent: string; lesson: AgentExampleView }) {
  const { t } = useTranslation();
  const refresh = useRefreshAgents();
  const params = { params: { path: { id: agent, example: lesson.id ?? '' } } };
  const work = useMutation({ mutationFn: (run: () => Promise<unknown>) => run(), onSettled: refresh });
  const { status } = lesson;
  return (
    <>
      {(status === 'PROPOSED' || status === 'UNFIT') && (
        <Button
          kind="ghost"
          size="sm"
          disabled={work.isPending}
          aria-label={t('admin.agents.acceptNamed', { feedback: lesson.feedback })}
          onClick={() => work.mutate(() => body(api.PUT('/agents/{id}/examples/{example}/accept', params)))}
        >
          {t('admin.agents.accept')}
        </Button>
      )}
      {(status === 'PROPOSED' || status === 'IN_USE') && (
        <Button
          kind="ghost"
          size="sm"
          disabled={work.isPending}
          aria-label={t('admin.agents.rejectNamed', { feedback: lesson.feedback })}
          onClick={() => work.mutate(() => body(api.PUT('/agents/{id}/examples/{example}/reject', params)))}
        >
          {t('admin.agents.reject')}
        </Button>
      )}
      {work.error && <ProblemNotice problem={work.error} />}
    </>
  );
}

/** What it was. */
export function VersionsTable({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('admin.agents.versions')}>
      <h2>{t('admin.agents.versions')}</h2>
      <PagedTable<AgentVersionView>
        label={t('admin.agents.versions')}
        pages={useVersions(id)}
        idOf={(one) => String(one.number)}
        empty={{ title: t('admin.agents.none') }}
        columns={[
          { key: 'number', header: t('admin.agents.version'), cell: (one) => one.number },
          { key: 'role', header: t('admin.agents.role'), cell: (one) => one.role },
          { key: 'instructions', header: t('admin.agents.instructions'), cell: (one) => one.instructions },
          { key: 'tools', header: t('admin.agents.tools'), cell: (one) => (one.tools ?? []).join(', ') || '–' },
          { key: 'threshold', header: t('admin.agents.threshold'), cell: (one) => one.confidenceThreshold },
          {
            key: 'changed',
            header: t('admin.agents.changed'),
            cell: (one) => (
              <>
                <Time at={one.createdAt} /> <span className="fm-hint">{one.createdBy}</span>
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
