import { Button, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { ExecutionView } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { TableSkeleton } from '../../../shared/ui/PagedTable';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { useRefreshExecutions } from '../../../shared/executions/refresh';
import { useVariables } from './executions.queries';
import { isOver } from './rules';
import { VariableDialog } from './VariableDialog';
import { kindOf, textOf } from './variables';

const SHOWN_CHARACTERS = 300;

/** What the execution knows; may be changed while it runs. */
export function VariablesTable({ execution }: { execution: ExecutionView }) {
  const { t } = useTranslation();
  const id = execution.id ?? '';
  const variables = useVariables(id);
  const [edited, setEdited] = useState<string | null>(null);
  const [dropped, setDropped] = useState<string | null>(null);
  const canChange = !isOver(execution);

  if (variables.isPending) {
    return <TableSkeleton label={t('table.loading')} columns={3} />;
  }
  if (!variables.data) {
    return <ProblemNotice problem={variables.error} retry={() => void variables.refetch()} />;
  }
  const names = Object.keys(variables.data).sort((a, b) => a.localeCompare(b));
  return (
    <>
      {names.length === 0 ? (
        <EmptyState title={t('admin.variables.none')} />
      ) : (
        <div className="fm-table-scroll" role="region" aria-label={t('admin.variables.title')} tabIndex={0}>
          <Table size="sm" aria-label={t('admin.variables.title')}>
            <TableHead>
              <TableRow>
                <TableHeader>{t('admin.variables.name')}</TableHeader>
                <TableHeader>{t('admin.variables.type')}</TableHeader>
                <TableHeader>{t('admin.variables.value')}</TableHeader>
                {canChange && <TableHeader>{t('admin.actions')}</TableHeader>}
              </TableRow>
            </TableHead>
            <TableBody>
              {names.map((name) => (
                <TableRow key={name}>
                  <TableCell>{name}</TableCell>
                  <TableCell>{t(`admin.variables.kind.${kindOf(variables.data[name])}`)}</TableCell>
                  <TableCell>
                    <Value value={variables.data[name]} />
                  </TableCell>
                  {canChange && (
                    <TableCell>
                      <Button kind="ghost" size="sm" onClick={() => setEdited(name)} aria-label={t('admin.variables.editNamed', { name })}>
                        {t('admin.edit')}
                      </Button>
                      <Button kind="danger--ghost" size="sm" onClick={() => setDropped(name)} aria-label={t('admin.variables.dropNamed', { name })}>
                        {t('action.delete')}
                      </Button>
                    </TableCell>
                  )}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      )}
      {canChange && (
        <Button kind="tertiary" size="sm" onClick={() => setEdited('')}>
          {t('admin.variables.add')}
        </Button>
      )}
      {edited !== null && (
        <VariableDialog
          executionId={id}
          name={edited}
          value={variables.data[edited]}
          onClose={() => setEdited(null)}
        />
      )}
      {dropped !== null && <DropDialog id={id} name={dropped} onClose={() => setDropped(null)} />}
    </>
  );
}

function Value({ value }: { value: unknown }) {
  const text = textOf(value);
  return text.length > SHOWN_CHARACTERS ? (
    <details>
      <summary>{text.slice(0, SHOWN_CHARACTERS)}…</summary>
      <pre className="fm-code">{text}</pre>
    </details>
  ) : (
    <code>{value === null ? 'null' : text}</code>
  );
}

function DropDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshExecutions();
  const toasts = useToasts();
  return (
    <ConfirmDialog
      danger
      title={t('admin.variables.dropNamed', { name })}
      text={t('admin.variables.dropText')}
      confirm={t('action.delete')}
      onClose={onClose}
      run={async () => {
        await body(
          api.DELETE('/executions/{id}/variables/{name}', { params: { path: { id, name } } }),
        );
        toasts.done(t('admin.variables.dropped', { name }));
        await refresh();
      }}
    />
  );
}
