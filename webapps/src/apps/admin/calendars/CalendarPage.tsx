import { Button, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, body, ifMatch } from '../../../shared/api/client';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { CalendarForm } from './CalendarForm';
import { useCalendar, useRefreshCalendars } from './calendars.queries';
import { TrialPanel } from './TrialPanel';
import './calendars.scss';

/** One calendar: its hours and holidays, and what a duration means in it. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const calendar = useCalendar(id);
  const [drops, setDrops] = useState(false);
  if (!calendar.data) {
    return <Waiting query={calendar} />;
  }
  const { value, etag } = calendar.data;
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <div className="fm-row">
          <h1>{value.name}</h1>
          <code>{value.id}</code>
          {value.default && (
            <Tag size="sm" type="blue">
              {t('admin.calendars.isDefault')}
            </Tag>
          )}
        </div>
        <Button size="sm" kind="danger--ghost" onClick={() => setDrops(true)}>
          {t('action.delete')}
        </Button>
      </div>
      <div className="adm-calendar">
        <CalendarForm key={etag} calendar={value} etag={etag} />
        <TrialPanel id={id} revision={etag} />
      </div>
      {drops && <DeleteDialog id={id} name={value.name ?? id} etag={etag} onClose={() => setDrops(false)} />}
    </div>
  );
}

interface DeleteProps {
  id: string;
  name: string;
  etag: string | undefined;
  onClose: () => void;
}

function DeleteDialog({ id, name, etag, onClose }: DeleteProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toasts = useToasts();
  const refresh = useRefreshCalendars();
  return (
    <ConfirmDialog
      danger
      title={t('admin.calendars.deleteNamed', { name })}
      text={t('admin.calendars.deleteText')}
      confirm={t('action.delete')}
      onClose={onClose}
      run={async () => {
        await body(api.DELETE('/calendars/{id}', { params: { path: { id }, header: ifMatch(etag) } }));
        toasts.done(t('admin.people.group.deleted', { name }));
        void navigate('/admin/calendars');
        await refresh();
      }}
    />
  );
}
