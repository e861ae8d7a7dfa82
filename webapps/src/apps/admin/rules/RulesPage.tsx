import { Select, SelectItem, Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RuleSetView } from '../../../shared/api/schema';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { SearchField } from '../../../shared/ui/SearchField';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { STATUSES, useRuleSets } from './rules.queries';

const COLOURS = { DRAFT: 'blue', PUBLISHED: 'green', ARCHIVED: 'gray' } as const;

/** The decisions of the tenant. */
export function RulesPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const status = STATUSES.find((known) => known === filters.one('status'));
  const rules = useRuleSets(filters.one('q'), status);
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.rules')}</h1>
      <div className="fm-filters">
        <SearchField label={t('admin.rules.search')} filters={filters} />
        <Select
          id="rule-status"
          labelText={t('admin.executions.status')}
          value={status ?? ''}
          onChange={(event) => filters.set({ status: event.target.value })}
        >
          <SelectItem value="" text={t('admin.any')} />
          {STATUSES.map((one) => (
            <SelectItem key={one} value={one} text={t(`admin.rules.status.${one}`)} />
          ))}
        </Select>
      </div>
      <PagedTable<RuleSetView>
        label={t('admin.nav.rules')}
        pages={rules}
        idOf={(rule) => rule.id ?? ''}
        empty={{
          title: t('admin.rules.none'),
          text: t(filters.isEmpty ? 'admin.rules.noneText' : 'admin.executions.noneFits'),
        }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (rule) => <Link to={`/admin/rules/${rule.id}`}>{rule.name}</Link>,
          },
          { key: 'key', header: t('admin.rules.key'), cell: (rule) => <code>{rule.key}</code> },
          { key: 'status', header: t('admin.executions.status'), cell: (rule) => <RuleStatus rule={rule} /> },
          { key: 'version', header: t('admin.processes.version'), cell: (rule) => rule.latestVersion ?? '–' },
          {
            key: 'updated',
            header: t('admin.processes.updated'),
            cell: (rule) => (
              <>
                <Time at={rule.updatedAt} /> · {rule.updatedBy}
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

export function RuleStatus({ rule }: { rule: RuleSetView }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag size="sm" type={COLOURS[rule.status ?? 'DRAFT']}>
        {t(`admin.rules.status.${rule.status}`)}
      </Tag>
      {rule.status === 'PUBLISHED' && rule.unpublishedChanges && (
        <Tag size="sm" type="blue">
          {t('admin.rules.changed')}
        </Tag>
      )}
    </>
  );
}
