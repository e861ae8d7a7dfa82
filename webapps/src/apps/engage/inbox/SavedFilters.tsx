import { Button, Select, SelectItem } from '@carbon/react';
import { Bookmark, TrashCan } from '@carbon/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../shared/session/SessionGate';
import { useToasts } from '../../../shared/ui/Toasts';
import { lazyDialog } from '../../../shared/ui/lazyDialog';
import { useCurrentFilter, useDeleteFilter, useSavedFilters, useSaveFilter } from './filters.queries';
import type { InboxParams } from './params';

const SaveFilterDialog = lazyDialog(async () => (await import('./SaveFilterDialog')).SaveFilterDialog);

interface Props {
  params: InboxParams;
  onChange: (change: Partial<InboxParams>) => void;
}

const NOTHING: InboxParams = {
  view: undefined,
  q: undefined,
  process: undefined,
  sort: undefined,
  filter: undefined,
  variable: undefined,
};

/** Searches that were given a name. */
export function SavedFilters({ params, onChange }: Props) {
  const { t } = useTranslation();
  const { userId } = useSession();
  const toasts = useToasts();
  const filters = useSavedFilters().data ?? [];
  const save = useSaveFilter();
  const remove = useDeleteFilter();
  const [isSaving, setSaving] = useState(false);
  const current = useCurrentFilter(params.filter);

  return (
    <div className="en-filters">
      {filters.length > 0 && (
        <Select
          id="inbox-filter"
          size="md"
          hideLabel
          labelText={t('engage.filter.label')}
          value={params.filter ?? ''}
          onChange={(event) => onChange({ ...NOTHING, filter: event.target.value || undefined })}
        >
          <SelectItem value="" text={t('engage.filter.none')} />
          {filters.map((filter) => (
            <SelectItem
              key={filter.id}
              value={filter.id ?? ''}
              text={filter.owner === userId ? (filter.name ?? '') : t('engage.filter.of', { name: filter.name, owner: filter.owner })}
            />
          ))}
        </Select>
      )}
      <Button
        kind="ghost"
        size="md"
        hasIconOnly
        renderIcon={Bookmark}
        iconDescription={t('engage.filter.save')}
        onClick={() => setSaving(true)}
      />
      {current?.owner === userId && (
        <Button
          kind="ghost"
          size="md"
          hasIconOnly
          renderIcon={TrashCan}
          iconDescription={t('engage.filter.delete')}
          onClick={() =>
            remove.mutate(current?.id ?? '', {
              onSuccess: () => {
                onChange(NOTHING);
                toasts.done(t('engage.filter.deleted', { name: current?.name }));
              },
              onError: toasts.failed,
            })
          }
        />
      )}
      {isSaving && (
        <SaveFilterDialog
          problem={save.error}
          onClose={() => {
            save.reset();
            setSaving(false);
          }}
          onSave={(name, groups) =>
            save.mutate(
              {
                name,
                groups,
                query: { ...current?.query, ...criteria(params) },
              },
              {
                onSuccess: (filter) => {
                  setSaving(false);
                  onChange({ ...NOTHING, filter: filter.id });
                },
              },
            )
          }
        />
      )}
    </div>
  );
}

/** Only what is set: a filter that builds on another keeps that one's words. */
function criteria({ view, q, process, sort, variable }: InboxParams) {
  return Object.fromEntries(
    Object.entries({ view, q, processKey: process, sort, variable }).filter(([, value]) => value !== undefined),
  );
}
