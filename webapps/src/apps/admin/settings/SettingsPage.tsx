import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Tag } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { PlatformSettings, Setting } from '../../../shared/api/schema';
import { Time } from '../../../shared/ui/Time';
import { Waiting } from '../../../shared/ui/Waiting';

/** What the platform runs with; it is changed in its configuration, not here. */
export function SettingsPage() {
  const { t } = useTranslation();
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => body(api.GET('/settings')) });
  if (!settings.data) {
    return <Waiting query={settings} />;
  }
  return (
    <div className="fm-page">
      <h1>{t('admin.nav.settings')}</h1>
      <Facts settings={settings.data} />
      <p className="fm-hint">{t('admin.settings.text')}</p>
      {settings.data.groups?.map((group) => (
        <section key={group.prefix} className="adm-settings">
          <h2>
            <code>{group.prefix}</code>
          </h2>
          <div className="fm-table-scroll" role="region" aria-label={group.prefix} tabIndex={0}>
            <Table size="sm" aria-label={group.prefix}>
              <TableHead>
                <TableRow>
                  <TableHeader>{t('admin.settings.setting')}</TableHeader>
                  <TableHeader>{t('admin.variables.value')}</TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {group.settings?.map((setting) => (
                  <TableRow key={setting.name}>
                    <TableCell>
                      <code>{setting.name}</code>
                    </TableCell>
                    <TableCell>
                      <Value setting={setting} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        </section>
      ))}
    </div>
  );
}

function Facts({ settings }: { settings: PlatformSettings }) {
  const { t } = useTranslation();
  return (
    <dl className="fm-facts">
      <dt>{t('admin.settings.version')}</dt>
      <dd>
        {settings.version ?? t('admin.settings.unreleased')}{' '}
        {settings.builtAt && (
          <span className="fm-hint">
            <Time at={settings.builtAt} exact />
          </span>
        )}
      </dd>
      <dt>{t('admin.settings.database')}</dt>
      <dd>
        {settings.database?.product} {settings.database?.version}
      </dd>
      <dt>Java</dt>
      <dd>{settings.java}</dd>
      <dt>{t('admin.settings.started')}</dt>
      <dd>
        <Time at={settings.startedAt} exact />
      </dd>
      <dt>{t('admin.calendars.timeZone')}</dt>
      <dd>{settings.timeZone}</dd>
      <dt>{t('admin.settings.profiles')}</dt>
      <dd>{settings.profiles?.join(', ') || '–'}</dd>
    </dl>
  );
}

function Value({ setting }: { setting: Setting }) {
  const { t } = useTranslation();
  if (setting.secret) {
    return (
      <Tag size="sm" type={setting.value ? 'green' : 'gray'}>
        {t(setting.value ? 'admin.settings.isSet' : 'admin.settings.isNotSet')}
      </Tag>
    );
  }
  return setting.value ? <code>{setting.value}</code> : <span className="fm-hint">–</span>;
}
