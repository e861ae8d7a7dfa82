import { Button, SkeletonText, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VersionView } from '@shared/api/schema';
import { ConfirmDialog } from '@shared/ui/ConfirmDialog';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { Time } from '@shared/ui/Time';
import { useToasts } from '@shared/ui/Toasts';
import { VersionDialog } from './VersionDialog';
import { useDeprecate, useRollback, useUndeprecate, useVersions } from './versions.queries';

type Act = { kind: 'open' | 'rollback' | 'deprecate'; version: number };

interface Props {
  id: string;
  /** The model as it is drawn now. */
  draft: () => Promise<string>;
  /** A rollback may have replaced the draft. */
  onRolledBack: () => void;
}

/** What was published, newest first; each can be looked at, compared, taken back, or advised against. */
export function VersionsPanel({ id, draft, onRolledBack }: Props) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const list = useVersions(id);
  const rollback = useRollback(id);
  const deprecate = useDeprecate(id);
  const undeprecate = useUndeprecate(id);
  const [act, setAct] = useState<Act | null>(null);
  const versions = list.data?.pages.flatMap((page) => page.items ?? []) ?? [];
  const close = () => setAct(null);

  if (list.isPending) {
    return <SkeletonText paragraph className="dsg-panel" />;
  }
  if (list.isError) {
    return <ProblemNotice problem={list.error} retry={() => void list.refetch()} />;
  }
  return (
    <div className="dsg-panel">
      {versions.length === 0 && <p>{t('editor.noVersions')}</p>}
      <ul className="dsg-versions">
        {versions.map((version) => (
          <Version key={version.version} version={version} isLatest={version === versions[0]} onAct={(kind) => setAct({ kind, version: version.version ?? 0 })} onUndeprecate={() => undeprecate.mutate(version.version ?? 0, { onError: toasts.failed })} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button kind="ghost" size="sm" onClick={() => void list.fetchNextPage()}>
          {t('action.more')}
        </Button>
      )}
      {act?.kind === 'open' && <VersionDialog id={id} version={act.version} draft={draft} onClose={close} />}
      {act?.kind === 'rollback' && (
        <ConfirmDialog
          title={t('editor.rollbackTo', { version: act.version })}
          text={t('editor.rollbackText')}
          confirm={t('editor.rollback')}
          danger
          asksReason
          run={async (changelog) => {
            const done = await rollback.mutateAsync({ version: act.version, changelog });
            toasts.done(t('editor.publishedAs', { version: done.version }), { text: done.detail ?? undefined });
            onRolledBack();
          }}
          onClose={close}
        />
      )}
      {act?.kind === 'deprecate' && (
        <ConfirmDialog
          title={t('editor.deprecateVersion', { version: act.version })}
          text={t('editor.deprecateText')}
          confirm={t('editor.deprecate')}
          asksReason
          run={(reason) => deprecate.mutateAsync({ version: act.version, reason })}
          onClose={close}
        />
      )}
    </div>
  );
}

interface VersionProps {
  version: VersionView;
  isLatest: boolean;
  onAct: (kind: Act['kind']) => void;
  onUndeprecate: () => void;
}

function Version({ version, isLatest, onAct, onUndeprecate }: VersionProps) {
  const { t } = useTranslation();
  return (
    <li>
      <div className="fm-row">
        <h2>{t('editor.versionNumber', { version: version.version })}</h2>
        {isLatest && <Tag size="sm" type="green">{t('editor.latest')}</Tag>}
        {version.sameAsDraft && <Tag size="sm" type="outline">{t('editor.likeDraft')}</Tag>}
        {version.deprecated && <Tag size="sm" type="red">{t('editor.deprecated')}</Tag>}
      </div>
      <p className="fm-hint">
        <Time at={version.publishedAt} /> {version.publishedBy}
      </p>
      {version.changelog && <p>{version.changelog}</p>}
      {version.deprecated?.reason && <p className="fm-hint">{version.deprecated.reason}</p>}
      <div className="fm-row">
        <Button kind="ghost" size="sm" onClick={() => onAct('open')}>
          {t('editor.openVersion')}
        </Button>
        {!isLatest && (
          <Button kind="ghost" size="sm" onClick={() => onAct('rollback')}>
            {t('editor.rollback')}
          </Button>
        )}
        <Button kind="ghost" size="sm" onClick={() => (version.deprecated ? onUndeprecate() : onAct('deprecate'))}>
          {t(version.deprecated ? 'editor.undeprecate' : 'editor.deprecate')}
        </Button>
      </div>
    </li>
  );
}
