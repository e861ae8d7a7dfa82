import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Substitution } from '../../shared/api/schema';
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog';
import { DateTimeInput } from '../../shared/ui/DateTimeInput';
import { PagedTable } from '../../shared/ui/PagedTable';
import { PersonInput } from '../../shared/ui/PersonInput';
import { Time } from '../../shared/ui/Time';
import { useToasts } from '../../shared/ui/Toasts';
import { addAbsence, dropAbsence, useAbsences, useRefreshAbsences } from './absences.queries';

/** Who is away, and who stands in. */
export function AbsencesPage() {
  const { t } = useTranslation();
  const absences = useAbsences();
  const [adds, setAdds] = useState(false);
  const [dropped, setDropped] = useState<Substitution | null>(null);
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('manager.nav.absences')}</h1>
        <Button size="sm" onClick={() => setAdds(true)}>
          {t('manager.absences.add')}
        </Button>
      </div>
      <PagedTable<Substitution>
        label={t('manager.nav.absences')}
        pages={absences}
        idOf={(absence) => absence.id ?? ''}
        empty={{ title: t('manager.absences.none'), text: t('manager.absences.noneText') }}
        columns={[
          { key: 'person', header: t('manager.absences.person'), cell: (one) => one.person },
          { key: 'substitute', header: t('manager.absences.substitute'), cell: (one) => one.substitute },
          { key: 'from', header: t('manager.absences.from'), cell: (one) => <Time at={one.from} exact /> },
          { key: 'until', header: t('manager.absences.until'), cell: (one) => <Time at={one.until} exact /> },
          {
            key: 'active',
            header: t('manager.task.status'),
            cell: (one) =>
              one.active && (
                <Tag size="sm" type="blue">
                  {t('manager.absences.active')}
                </Tag>
              ),
          },
          {
            key: 'actions',
            header: t('manager.failed.actions'),
            cell: (one) => (
              <Button
                kind="danger--ghost"
                size="sm"
                aria-label={t('manager.absences.dropNamed', { person: one.person })}
                onClick={() => setDropped(one)}
              >
                {t('action.delete')}
              </Button>
            ),
          },
        ]}
      />
      {adds && <AddDialog onClose={() => setAdds(false)} />}
      {dropped && <DropDialog absence={dropped} onClose={() => setDropped(null)} />}
    </div>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshAbsences();
  const [person, setPerson] = useState('');
  const [substitute, setSubstitute] = useState('');
  const [from, setFrom] = useState<string | undefined>();
  const [until, setUntil] = useState<string | undefined>();
  return (
    <ConfirmDialog
      title={t('manager.absences.add')}
      text={t('manager.absences.addText')}
      confirm={t('action.save')}
      isReady={Boolean(person.trim() && substitute.trim() && from && until && from < until)}
      onClose={onClose}
      run={async () => {
        await addAbsence({
          person: person.trim(),
          substitute: substitute.trim(),
          from: from ?? '',
          until: until ?? '',
        });
        toasts.done(t('manager.absences.added'));
        await refresh();
      }}
    >
      <PersonInput label={t('manager.absences.person')} value={person} change={setPerson} />
      <PersonInput label={t('manager.absences.substitute')} value={substitute} change={setSubstitute} />
      <DateTimeInput label={t('manager.absences.from')} value={from} change={setFrom} />
      <DateTimeInput label={t('manager.absences.until')} value={until} change={setUntil} />
    </ConfirmDialog>
  );
}

function DropDialog({ absence, onClose }: { absence: Substitution; onClose: () => void }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshAbsences();

  async function takeBack() {
    try {
      await addAbsence({
        person: absence.person ?? '',
        substitute: absence.substitute ?? '',
        from: absence.from ?? '',
        until: absence.until ?? '',
        processKeys: absence.processKeys ?? [],
      });
    } catch (problem) {
      toasts.failed(problem);
    }
    await refresh();
  }

  return (
    <ConfirmDialog
      danger
      title={t('manager.absences.dropNamed', { person: absence.person })}
      text={t('manager.absences.dropText', { substitute: absence.substitute })}
      confirm={t('action.delete')}
      onClose={onClose}
      run={async () => {
        await dropAbsence(absence.id ?? '');
        toasts.done(t('manager.absences.dropped'), { undo: () => void takeBack() });
        await refresh();
      }}
    />
  );
}
