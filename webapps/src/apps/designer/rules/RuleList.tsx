import { Button, Search } from '@carbon/react';
import { Add, Upload } from '@carbon/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { RuleSetView } from '@shared/api/schema';
import { PagedTable, type Column } from '@shared/ui/PagedTable';
import { Time } from '@shared/ui/Time';
import { useToasts } from '@shared/ui/Toasts';
import { DesignerTabs } from '../DesignerTabs';
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
      cell: (rules) => (
        <>
          <Link to={`/designer/rules/${rules.id}`} className="cds--link">
            {rules.name}
          </Link>
          <div className="fm-hint">{rules.key}</div>
        </>
      ),
    },
    { key: 'status', header: t('designer.status'), cell: (rules) => <StatusTag process={rules} /> },
    { key: 'version', header: t('designer.version'), cell: (rules) => rules.latestVersion ?? '–' },
    {
      key: 'updatedAt',
      header: t('designer.column.updatedAt'),
      cell: (rules) => (
        <>
          <Time at={rules.updatedAt} /> <span className="fm-hint">{rules.updatedBy}</span>
        </>
      ),
    },
  ];

  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('rules.title')}</h1>
        <div className="fm-row">
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
          <Button kind="tertiary" size="md" renderIcon={Upload} onClick={() => chooser.current?.click()}>
            {t('rules.import')}
          </Button>
          <Button size="md" renderIcon={Add} onClick={() => setNew(true)}>
            {t('rules.new')}
          </Button>
        </div>
      </div>
      <DesignerTabs />
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
