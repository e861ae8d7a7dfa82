import { Button, NumberInput, ProgressBar, Select, SelectItem } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { Budget } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { TextField } from '../../../shared/ui/TextField';
import { Waiting } from '../../../shared/ui/Waiting';
import { useBudgets, useRefreshUsage } from './usage.queries';

/** What may be spent, and what is. */
export function BudgetsPanel({ canChange }: { canChange: boolean }) {
  const { t } = useTranslation();
  const budgets = useBudgets();
  const [makes, setMakes] = useState(false);
  const [drops, setDrops] = useState<Budget | null>(null);
  return (
    <section aria-labelledby="budgets">
      <div className="fm-page-head">
        <h2 id="budgets">{t('admin.usage.budgets')}</h2>
        {canChange && (
          <Button size="sm" kind="tertiary" onClick={() => setMakes(true)}>
            {t('admin.usage.newBudget')}
          </Button>
        )}
      </div>
      {!budgets.data && <Waiting query={budgets} />}
      {budgets.data?.items?.length === 0 && (
        <EmptyState title={t('admin.usage.noBudget')} text={t('admin.usage.noBudgetText')} />
      )}
      {budgets.data?.items?.map((budget) => (
        <div key={budget.id} className="adm-budget">
          <ProgressBar
            label={nameOf(budget, t)}
            helperText={t('admin.usage.spent', {
              usd: (budget.spentUsd ?? 0).toFixed(2),
              of: budget.limitUsd ?? '–',
              tokens: budget.spentTokens,
              ofTokens: budget.limitTokens ?? '–',
            })}
            value={Math.min(100, budget.percent ?? 0)}
            max={100}
            status={(budget.percent ?? 0) >= 100 ? 'error' : 'active'}
          />
          {canChange && (
            <Button
              size="sm"
              kind="ghost"
              aria-label={t('admin.usage.deleteNamed', { name: nameOf(budget, t) })}
              onClick={() => setDrops(budget)}
            >
              {t('action.delete')}
            </Button>
          )}
        </div>
      ))}
      {makes && <BudgetDialog onClose={() => setMakes(false)} />}
      {drops && <DeleteDialog budget={drops} onClose={() => setDrops(null)} />}
    </section>
  );
}

function nameOf(budget: Budget, t: (key: string) => string): string {
  return `${t(`admin.usage.scope.${budget.scope}`)} ${budget.subject ?? ''} (${t(`admin.usage.period.${budget.period}`)})`;
}

function DeleteDialog({ budget, onClose }: { budget: Budget; onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshUsage();
  return (
    <ConfirmDialog
      danger
      title={t('admin.usage.deleteNamed', { name: nameOf(budget, t) })}
      text={t('admin.usage.deleteText')}
      confirm={t('action.delete')}
      onClose={onClose}
      run={async () => {
        await body(api.DELETE('/models/budgets/{id}', { params: { path: { id: budget.id ?? '' } } }));
        await refresh();
      }}
    />
  );
}

const SCOPES = ['TENANT', 'AGENT', 'PROCESS'] as const;
const PERIODS = ['MONTH', 'DAY'] as const;

function BudgetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshUsage();
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('TENANT');
  const [subject, setSubject] = useState('');
  const [period, setPeriod] = useState<(typeof PERIODS)[number]>('MONTH');
  const [limitUsd, setLimitUsd] = useState(50);
  const [warnPercent, setWarnPercent] = useState(80);
  return (
    <FormDialog
      title={t('admin.usage.newBudget')}
      text={t('admin.usage.budgetText')}
      confirm={t('action.save')}
      isReady={(scope === 'TENANT') === (subject.trim() === '')}
      onClose={onClose}
      run={async () => {
        await body(
          api.POST('/models/budgets', {
            body: { scope, subject: subject.trim() || undefined, period, limitUsd, warnPercent },
          }),
        );
        await refresh();
      }}
    >
      {(faults) => (
        <>
          <Select
            id="budget-scope"
            labelText={t('admin.usage.whose')}
            value={scope}
            onChange={(event) => setScope(event.target.value as typeof scope)}
          >
            {SCOPES.map((one) => (
              <SelectItem key={one} value={one} text={t(`admin.usage.scope.${one}`)} />
            ))}
          </Select>
          {scope !== 'TENANT' && (
            <TextField
              id="budget-subject"
              labelText={t('admin.usage.subject')}
              value={subject}
              onChange={(event) => setSubject(event.target.value)}
              {...faults('/subject')}
            />
          )}
          <Select
            id="budget-period"
            labelText={t('admin.usage.periodLabel')}
            value={period}
            onChange={(event) => setPeriod(event.target.value as typeof period)}
          >
            {PERIODS.map((one) => (
              <SelectItem key={one} value={one} text={t(`admin.usage.period.${one}`)} />
            ))}
          </Select>
          <NumberInput
            id="budget-limit"
            label={t('admin.usage.limit')}
            min={0}
            value={limitUsd}
            onChange={(_, { value }) => setLimitUsd(Number(value))}
          />
          <NumberInput
            id="budget-warn"
            label={t('admin.usage.warn')}
            min={1}
            max={100}
            value={warnPercent}
            onChange={(_, { value }) => setWarnPercent(Number(value))}
          />
        </>
      )}
    </FormDialog>
  );
}
