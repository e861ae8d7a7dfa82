import {
  Checkbox,
  Select,
  SelectItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@carbon/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../shared/api/client';
import type { NotificationPreferences } from '../../shared/api/schema';
import { LANGUAGES } from '../../shared/i18n';
import { useSession } from '../../shared/session/SessionGate';
import { FormDialog } from '../../shared/ui/FormDialog';
import { TextField } from '../../shared/ui/TextField';
import { useToasts } from '../../shared/ui/Toasts';
import { CHANNELS, cleared, TOPICS, wants, wish } from './wishes';
import './words';

const ZONES = Intl.supportedValuesOf('timeZone');

/** What one wants to be told of, how, and when not. */
export default function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const { tenant } = useSession();
  const known = useQuery({
    queryKey: ['preferences', tenant],
    queryFn: () => body(api.GET('/notifications/preferences')),
    staleTime: 0,
  });
  return known.data ? <Wishes known={known.data} onClose={onClose} /> : null;
}

function Wishes({ known, onClose }: { known: NotificationPreferences; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { tenant } = useSession();
  const queries = useQueryClient();
  const toasts = useToasts();
  const [wishes, setWishes] = useState<NotificationPreferences>({
    ...known,
    locale: known.locale ?? i18n.language,
    timezone: known.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  const set = (change: NotificationPreferences) => setWishes((now) => ({ ...now, ...change }));

  async function save() {
    const saved = await body(api.PUT('/notifications/preferences', { body: cleared(wishes) }));
    queries.setQueryData(['preferences', tenant], saved);
    toasts.done(t('preferences.saved'));
  }

  return (
    <FormDialog title={t('preferences.title')} confirm={t('preferences.save')} size="md" run={save} onClose={onClose}>
      {(faults) => (
        <>
          <Table size="sm" aria-label={t('preferences.topics')}>
            <TableHead>
              <TableRow>
                <TableHeader>{t('preferences.what')}</TableHeader>
                {CHANNELS.map((channel) => (
                  <TableHeader key={channel}>{t(`preferences.${channel}`)}</TableHeader>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {TOPICS.map((topic) => {
                const name = t(`preferences.topic.${topic.replace('.', '_')}` as 'preferences.topic.task_assigned');
                return (
                  <TableRow key={topic}>
                    <TableCell>{name}</TableCell>
                    {CHANNELS.map((channel) => (
                      <TableCell key={channel}>
                        <Checkbox
                          id={`wish-${topic}-${channel}`}
                          labelText={`${name}: ${t(`preferences.${channel}`)}`}
                          hideLabel
                          checked={wants(wishes, topic, channel)}
                          onChange={(_, { checked }) => setWishes((now) => wish(now, topic, channel, checked))}
                        />
                      </TableCell>
                    ))}
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
          <div className="fm-row">
            <TextField
              id="quiet-from"
              type="time"
              labelText={t('preferences.quietFrom')}
              value={wishes.quietFrom?.slice(0, 5) ?? ''}
              onChange={(event) => set({ quietFrom: event.target.value })}
              {...faults('/quietFrom')}
            />
            <TextField
              id="quiet-to"
              type="time"
              labelText={t('preferences.quietTo')}
              value={wishes.quietTo?.slice(0, 5) ?? ''}
              onChange={(event) => set({ quietTo: event.target.value })}
              {...faults('/quietTo')}
            />
          </div>
          <p className="fm-hint">{t('preferences.quietText')}</p>
          <Select
            id="quiet-zone"
            labelText={t('preferences.timezone')}
            value={wishes.timezone}
            onChange={(event) => set({ timezone: event.target.value })}
            {...faults('/timezone')}
          >
            {[...new Set([wishes.timezone ?? 'UTC', 'UTC', ...ZONES])].map((zone) => (
              <SelectItem key={zone} value={zone} text={zone.replaceAll('_', ' ')} />
            ))}
          </Select>
          <Select
            id="message-language"
            labelText={t('preferences.locale')}
            value={wishes.locale}
            onChange={(event) => set({ locale: event.target.value })}
          >
            {LANGUAGES.map((language) => (
              <SelectItem key={language} value={language} text={t(`language.${language}`)} />
            ))}
          </Select>
          <TextField
            id="message-phone"
            type="tel"
            labelText={t('preferences.phone')}
            value={wishes.phone ?? ''}
            placeholder="+4930123456"
            onChange={(event) => set({ phone: event.target.value })}
            {...faults('/phone')}
          />
        </>
      )}
    </FormDialog>
  );
}
