import { Button, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Tag } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { TableSkeleton } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useTests } from './rules.queries';

/** The cases that the rules must decide as expected, and what they come to now. */
export function TestsPanel({ id, version }: { id: string; version: number | undefined }) {
  const { t } = useTranslation();
  const tests = useTests(id);
  const run = useMutation({
    mutationFn: () =>
      body(api.POST('/rules/{id}/tests/run', { params: { path: { id }, query: { version } } })),
  });
  if (tests.isPending) {
    return <TableSkeleton label={t('table.loading')} columns={3} />;
  }
  if (tests.error) {
    return <ProblemNotice problem={tests.error} retry={() => void tests.refetch()} />;
  }
  if (!tests.data.tests?.length) {
    return <EmptyState title={t('admin.rules.noTests')} text={t('admin.rules.noTestsText')} />;
  }
  return (
    <div className="fm-page-part">
      <div className="fm-row" aria-live="polite">
        <Button size="sm" disabled={run.isPending} onClick={() => run.mutate()}>
          {t('admin.rules.runTests', { count: tests.data.tests.length })}
        </Button>
        {run.data && (
          <Tag type={run.data.passed ? 'green' : 'red'}>
            {t(run.data.passed ? 'admin.rules.allPassed' : 'admin.rules.someFailed')}
          </Tag>
        )}
      </div>
      {run.error && <ProblemNotice problem={run.error} />}
      <div className="fm-table-scroll" role="region" aria-label={t('admin.rules.tab.tests')} tabIndex={0}>
        <Table size="sm" aria-label={t('admin.rules.tab.tests')}>
          <TableHead>
            <TableRow>
              {(['test', 'given', 'expected', 'actual'] as const).map((column) => (
                <TableHeader key={column}>{t(`admin.rules.${column}`)}</TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {tests.data.tests.map((test, at) => {
              const outcome = run.data?.outcomes?.[at];
              return (
                <TableRow key={test.name}>
                  <TableCell>{test.name}</TableCell>
                  <TableCell>
                    <code>{JSON.stringify(test.variables ?? {})}</code>
                  </TableCell>
                  <TableCell>
                    <code>{JSON.stringify(test.expected ?? null)}</code>
                  </TableCell>
                  <TableCell>
                    {outcome && (
                      <>
                        <Tag size="sm" type={outcome.passed ? 'green' : 'red'}>
                          {t(outcome.passed ? 'admin.rules.passed' : 'admin.rules.failed')}
                        </Tag>{' '}
                        {outcome.problem ?? <code>{JSON.stringify(outcome.actual ?? null)}</code>}
                      </>
                    )}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}
