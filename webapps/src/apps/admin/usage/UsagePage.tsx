import {
  Select,
  SelectItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
} from '@carbon/react';
import { useTranslation } from 'react-i18next';
import type { UsageReport } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { Waiting } from '../../../shared/ui/Waiting';
import { BudgetsPanel } from './BudgetsPanel';
import { columnsOf } from './columns';
import { GuardrailsPanel } from './GuardrailsPanel';
import { useModelClasses, useUsage, type By } from './usage.queries';
import './usage.scss';

const BY: By[] = ['DAY', 'AGENT', 'PROCESS', 'MODEL', 'PURPOSE'];
const DAYS = [7, 30, 90, 365];

/** What language models took, what they may cost, and what they may be told. */
export default function UsagePage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const by = BY.find((one) => one === filters.one('by')) ?? 'DAY';
  const days = DAYS.find((one) => `${one}` === filters.one('days')) ?? 30;
  const usage = useUsage(by, days);
  const isAdmin = useSession().roles.has('admin');
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.usage')}</h1>
      <Classes />
      <div className="fm-filters">
        <Select
          id="usage-by"
          size="sm"
          labelText={t('admin.usage.by')}
          value={by}
          onChange={(event) => filters.set({ by: event.target.value })}
        >
          {BY.map((one) => (
            <SelectItem key={one} value={one} text={t(`admin.usage.one.${one}`)} />
          ))}
        </Select>
        <Select
          id="usage-days"
          size="sm"
          labelText={t('admin.usage.days')}
          value={days}
          onChange={(event) => filters.set({ days: event.target.value })}
        >
          {DAYS.map((one) => (
            <SelectItem key={one} value={one} text={t('admin.usage.lastDays', { count: one })} />
          ))}
        </Select>
      </div>
      {usage.data ? <Report report={usage.data} by={by} /> : <Waiting query={usage} columns={5} />}
      <BudgetsPanel canChange={isAdmin} />
      {isAdmin && <GuardrailsPanel />}
    </div>
  );
}

/** Which models there are, or that there are none. */
function Classes() {
  const { t } = useTranslation();
  const classes = useModelClasses();
  if (!classes.data) {
    return null;
  }
  return classes.data.items?.length === 0 ? (
    <p className="fm-hint">{t('admin.usage.noModel')}</p>
  ) : (
    <div className="fm-row">
      {classes.data.items?.map((one) => (
        <Tag key={one.name} size="sm">
          {one.name}: {one.models?.join(' → ')}
        </Tag>
      ))}
    </div>
  );
}

function Report({ report, by }: { report: UsageReport; by: By }) {
  const { t, i18n } = useTranslation();
  const groups = report.groups ?? [];
  const number = new Intl.NumberFormat(i18n.language);
  const money = new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 });
  if (groups.length === 0) {
    return <EmptyState title={t('admin.usage.none')} text={t('admin.usage.noneText')} />;
  }
  const rows = [...groups, { key: t('admin.usage.total'), sum: report.total }];
  return (
    <>
      <Chart report={report} by={by} />
      <div className="fm-table-scroll" role="region" aria-label={t('admin.nav.usage')} tabIndex={0}>
        <Table size="sm" aria-label={t('admin.nav.usage')}>
          <TableHead>
            <TableRow>
              {[`one.${by}`, 'calls', 'cached', 'failed', 'input', 'output', 'cost', 'average'].map((column) => (
                <TableHeader key={column}>{t(`admin.usage.${column}`)}</TableHeader>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ key, sum }, index) => (
              <TableRow key={index} className={index === groups.length ? 'adm-total' : undefined}>
                <TableCell>{key || '–'}</TableCell>
                <TableCell>{number.format(sum?.calls ?? 0)}</TableCell>
                <TableCell>{number.format(sum?.cached ?? 0)}</TableCell>
                <TableCell>{number.format(sum?.failed ?? 0)}</TableCell>
                <TableCell>{number.format(sum?.inputTokens ?? 0)}</TableCell>
                <TableCell>{number.format(sum?.outputTokens ?? 0)}</TableCell>
                <TableCell>{money.format(sum?.costUsd ?? 0)}</TableCell>
                <TableCell>{number.format(sum?.averageMs ?? 0)} ms</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </>
  );
}

/** The table below says the same in numbers, so the picture is one thing with one name. */
function Chart({ report, by }: { report: UsageReport; by: By }) {
  const { t } = useTranslation();
  const columns = columnsOf(report, by);
  return (
    <figure className="adm-chart">
      <figcaption className="fm-hint">
        {t(columns.isMoney ? 'admin.usage.costChart' : 'admin.usage.tokenChart')}
      </figcaption>
      <div role="img" aria-label={t('admin.usage.chart', { count: columns.bars.length })}>
        {columns.bars.map((bar) => (
          <span key={bar.key} title={`${bar.key || '–'}: ${bar.value}`}>
            <span style={{ blockSize: `${bar.percent}%` }} />
          </span>
        ))}
      </div>
    </figure>
  );
}
