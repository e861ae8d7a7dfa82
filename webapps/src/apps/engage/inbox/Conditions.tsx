import { Button } from '@carbon/react';
import { Filter } from '@carbon/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyDialog } from '../../../shared/ui/lazyDialog';
import { MOST_CONDITIONS } from './conditions';
import { useCurrentFilter } from './filters.queries';
import type { InboxParams } from './params';

const ConditionDialog = lazyDialog(async () => (await import('./ConditionDialog')).ConditionDialog);
const ConditionChips = lazyDialog(async () => (await import('./ConditionChips')).ConditionChips);

interface Props {
  params: InboxParams;
  onChange: (change: Partial<InboxParams>) => void;
}

/** Filters by what tasks and their processes hold. */
export function ConditionButton({ params, onChange }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const shown = useShown(params);
  return (
    <>
      <Button
        kind="ghost"
        size="md"
        hasIconOnly
        renderIcon={Filter}
        iconDescription={t('engage.condition.add')}
        disabled={shown.length >= MOST_CONDITIONS}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <ConditionDialog
          onClose={() => setOpen(false)}
          onAdd={(condition) => {
            setOpen(false);
            onChange({ variable: [...new Set([...shown, condition])] });
          }}
        />
      )}
    </>
  );
}

/** The conditions that hold, each with a way to take it away. */
export function Conditions({ params, onChange }: Props) {
  const shown = useShown(params);
  const own = params.variable;
  return shown.length === 0 ? null : (
    <ConditionChips
      conditions={shown}
      onRemove={own && ((gone) => onChange({ variable: own.filter((condition) => condition !== gone) }))}
    />
  );
}

/** Those of the address, or else of the saved filter. */
function useShown(params: InboxParams): string[] {
  const filter = useCurrentFilter(params.filter);
  return params.variable ?? filter?.query?.variable ?? [];
}
