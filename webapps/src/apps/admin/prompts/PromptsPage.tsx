import { Button, Tag, TextArea } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, body } from '../../../shared/api/client';
import type { PromptView } from '../../../shared/api/schema';
import { FormDialog } from '../../../shared/ui/FormDialog';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { SearchField } from '../../../shared/ui/SearchField';
import { TextField } from '../../../shared/ui/TextField';
import { Time } from '../../../shared/ui/Time';
import { useUrlFilters } from '../../../shared/ui/useUrlFilters';
import { usePrompts, useRefreshPrompts } from './prompts.queries';

/** What language models of this tenant are told. */
export default function PromptsPage() {
  const { t } = useTranslation();
  const filters = useUrlFilters();
  const prompts = usePrompts(filters.one('q'));
  const [makes, setMakes] = useState(false);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.prompts')}</h1>
        <Button size="sm" onClick={() => setMakes(true)}>
          {t('admin.prompts.make')}
        </Button>
      </div>
      <div className="fm-filters">
        <SearchField label={t('admin.prompts.search')} filters={filters} />
      </div>
      <PagedTable<PromptView>
        label={t('admin.nav.prompts')}
        pages={prompts}
        idOf={(prompt) => prompt.id ?? ''}
        empty={{ title: t('admin.prompts.none'), text: t('admin.prompts.noneText') }}
        columns={[
          {
            key: 'name',
            header: t('admin.variables.name'),
            cell: (prompt) => <Link to={`/admin/prompts/${prompt.id}`}>{prompt.name}</Link>,
          },
          { key: 'description', header: t('admin.prompts.description'), cell: (prompt) => prompt.description },
          { key: 'latest', header: t('admin.prompts.latest'), cell: (prompt) => prompt.latestVersion },
          { key: 'labels', header: t('admin.prompts.labels'), cell: (prompt) => <Labels labels={prompt.labels} /> },
          {
            key: 'changed',
            header: t('admin.processes.updated'),
            cell: (prompt) => (
              <>
                <Time at={prompt.updatedAt} /> <span className="fm-hint">{prompt.updatedBy}</span>
              </>
            ),
          },
        ]}
      />
      {makes && <NewPromptDialog onClose={() => setMakes(false)} />}
    </div>
  );
}

export function Labels({ labels }: { labels: Record<string, number> | undefined }) {
  return Object.entries(labels ?? {}).map(([label, version]) => (
    <Tag key={label} size="sm" type={label === 'production' ? 'green' : 'gray'}>
      {label}: {version}
    </Tag>
  ));
}

function NewPromptDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refresh = useRefreshPrompts();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [template, setTemplate] = useState('');
  return (
    <FormDialog
      size="md"
      title={t('admin.prompts.make')}
      confirm={t('action.save')}
      isReady={name.trim() !== '' && template !== ''}
      onClose={onClose}
      run={async () => {
        const made = await body(api.POST('/prompts', { body: { name: name.trim(), description, template } }));
        await refresh();
        void navigate(`/admin/prompts/${made.id}`);
      }}
    >
      {(faults) => (
        <>
          <TextField
            id="prompt-name"
            labelText={t('admin.variables.name')}
            helperText={t('admin.prompts.nameText')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            {...faults('/name')}
          />
          <TextField
            id="prompt-description"
            labelText={t('admin.prompts.description')}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
            {...faults('/description')}
          />
          <TextArea
            id="prompt-template"
            labelText={t('admin.prompts.template')}
            helperText={t('admin.prompts.templateText')}
            rows={10}
            value={template}
            onChange={(event) => setTemplate(event.target.value)}
            {...faults('/template')}
          />
        </>
      )}
    </FormDialog>
  );
}
