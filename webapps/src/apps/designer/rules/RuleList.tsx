import { Search } from '@carbon/react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RuleSetView } from '@shared/api/schema';
import { PagedTable, type Column } from '@shared/ui/PagedTable';
import { useToasts } from '@shared/ui/Toasts';
import { ChangedCell, ListHead, NameCell } from '../ListHead';
import { StatusTag } from '../StatusTag';
import { NewRuleSetDialog } from './NewRuleSetDialog';
import { useImportRuleSet, useRuleSets } from './rules.queries';

/** All rule sets of the tenant. */
export default function RuleList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toasts = useToasts();
  const [q, setQ] = useState('');
  const [isNew, setNew] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const list = useRuleSets(q);
  const bring = useImportRuleSet();
  const open = (id: string | undefined) => void navigate(`/designer/rules/${id}`);

  const columns: Column<RuleSetView>[] = [
    {
      key: 'name',
      header: t('designer.column.name'),
      cell: (rules) => <NameCell of={rules} to={`/designer/rules/${rules.id}`} />,
    },
    { key: 'status', header: t('designer.status'), cell: (rules) => <StatusTag process={rules} /> },
    { key: 'version', header: t('designer.version'), cell: (rules) => rules.latestVersion ?? '–' },
    {
      key: 'updatedAt',
      header: t('designer.column.updatedAt'),
      cell: (rules) => <ChangedCell of={rules} />,
    },
  ];

  return (
    <div className="fm-page">
      <ListHead
        title={t('rules.title')}
        bring={t('rules.import')}
        make={t('rules.new')}
        onBring={() => chooser.current?.click()}
        onMake={() => setNew(true)}
      >
        <input
          ref={chooser}
          type="file"
          accept=".dmn,.xml"
          hidden
          aria-label={t('rules.import')}
          onChange={({ target }) =>
            target.files?.[0] &&
            bring.mutate(target.files[0], { onSuccess: (made) => open(made.id), onError: toasts.failed })
          }
        />
      </ListHead>
      <div className="dsg-filter">
        <Search
          labelText={t('rules.find')}
          placeholder={t('rules.find')}
          size="md"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      <PagedTable
        label={t('rules.title')}
        columns={columns}
        pages={list}
        idOf={(rules) => rules.id ?? ''}
        empty={{ title: t(q ? 'rules.noneFound' : 'rules.none'), text: t('rules.noneText') }}
      />
      {isNew && <NewRuleSetDialog onMade={open} onClose={() => setNew(false)} />}
    </div>
  );
}
