import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { AnnouncedWorker, PlatformHealth, ServiceInstance } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { PagedTable } from '../../../shared/ui/PagedTable';
import { usePages } from '../../../shared/ui/pages';
import { Time } from '../../../shared/ui/Time';
import { Waiting } from '../../../shared/ui/Waiting';
import { LifeTag } from './LifeTag';

const EVERY_MS = 15_000;

/** What is up: the platform's services and nodes, the tenant's own services, and its workers. */
export function ServicesPage() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const health = useQuery({
    queryKey: ['registry', tenant, 'health'],
    queryFn: () => body(api.GET('/registry/health')),
    refetchInterval: EVERY_MS,
  });
  if (!health.data) {
    return <Waiting query={health} />;
  }
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('admin.nav.services')}</h1>
        <LifeTag status={health.data.status} />
      </div>
      <h2>{t('admin.services.workers')}</h2>
      <Workers />
      <h2>{t('admin.services.registered')}</h2>
      <Registered services={health.data.services ?? []} />
      <h2>{t('admin.services.platform')}</h2>
      <Platform health={health.data} />
      <h2>{t('admin.services.nodes')}</h2>
      <Nodes health={health.data} />
    </div>
  );
}

function Workers() {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const workers = usePages<AnnouncedWorker>(
    ['registry', tenant, 'workers'],
    (cursor) => body(api.GET('/registry/workers', { params: { query: { cursor, count: 'true' } } })),
    { everyMs: EVERY_MS },
  );
  return (
    <PagedTable<AnnouncedWorker>
      label={t('admin.services.workers')}
      pages={workers}
      idOf={(worker) => worker.worker ?? ''}
      empty={{ title: t('admin.services.noWorkers'), text: t('admin.services.noWorkersText') }}
      columns={[
        { key: 'worker', header: t('admin.services.worker'), cell: (worker) => <code>{worker.worker}</code> },
        {
          key: 'status',
          header: t('admin.services.status'),
          cell: (worker) => <LifeTag status={worker.alive ? 'UP' : 'DOWN'} />,
        },
        { key: 'version', header: t('admin.settings.version'), cell: (worker) => worker.version ?? '–' },
        {
          key: 'topics',
          header: t('admin.services.topics'),
          cell: (worker) =>
            worker.topics?.map((topic) => (
              <div key={topic.topic}>
                <code>{topic.topic}</code>{' '}
                {t('admin.services.inFlight', { busy: topic.inFlight, slots: topic.slots })}
              </div>
            )),
        },
        { key: 'seen', header: t('admin.services.seen'), cell: (worker) => <Time at={worker.lastSeenAt} /> },
      ]}
    />
  );
}

function Registered({ services }: { services: ServiceInstance[] }) {
  const { t } = useTranslation();
  if (services.length === 0) {
    return <p className="fm-hint">{t('admin.services.noServices')}</p>;
  }
  return (
    <Grid
      label={t('admin.services.registered')}
      head={['service', 'status', 'address', 'version', 'since'].map((key) => t(`admin.services.${key}`))}
      rows={services.map((service) => ({
        id: service.id ?? '',
        cells: [
          <code key="name">/services/{service.name}</code>,
          <LifeTag key="status" status={service.status} cause={service.cause} />,
          service.url,
          service.version ?? '–',
          <Time key="since" at={service.since} />,
        ],
      }))}
    />
  );
}

function Platform({ health }: { health: PlatformHealth }) {
  const { t } = useTranslation();
  return (
    <Grid
      label={t('admin.services.platform')}
      head={['service', 'status', 'port', 'paths', 'since'].map((key) => t(`admin.services.${key}`))}
      rows={(health.platform ?? []).map((service) => ({
        id: service.name ?? '',
        cells: [
          service.name,
          <LifeTag key="status" status={service.status} />,
          service.port,
          <code key="paths">{service.paths?.join(' ')}</code>,
          service.since ? <Time key="since" at={service.since} /> : '–',
        ],
      }))}
    />
  );
}

function Nodes({ health }: { health: PlatformHealth }) {
  const { t } = useTranslation();
  return (
    <Grid
      label={t('admin.services.nodes')}
      head={['node', 'status', 'roles', 'version', 'since'].map((key) => t(`admin.services.${key}`))}
      rows={(health.nodes ?? []).map((node) => ({
        id: node.id ?? '',
        cells: [
          <code key="id">{node.id}</code>,
          <LifeTag key="status" status={node.status} />,
          node.roles?.join(', '),
          node.version ?? '–',
          <Time key="since" at={node.startedAt} />,
        ],
      }))}
    />
  );
}

function Grid({ label, head, rows }: { label: string; head: string[]; rows: { id: string; cells: ReactNode[] }[] }) {
  return (
    <div className="fm-table-scroll" role="region" aria-label={label} tabIndex={0}>
      <Table size="sm" aria-label={label}>
        <TableHead>
          <TableRow>
            {head.map((title) => (
              <TableHeader key={title}>{title}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id}>
              {row.cells.map((cell, column) => (
                <TableCell key={head[column]}>{cell}</TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
