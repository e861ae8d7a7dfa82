import { InlineLoading, InlineNotification, Modal, TextArea } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessView } from '@shared/api/schema';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useToasts } from '@shared/ui/Toasts';
import { ChangesView } from './ChangesView';
import { LinksList } from './LinksList';
import { usePublish } from './draft.queries';
import { useVersion } from './versions.queries';

interface Props {
  process: ProcessView;
  errors: number;
  /** Saves the draft and answers its model; fails when it cannot be saved. */
  saved: () => Promise<string>;
  onClose: () => void;
}

/** Says what will change and what it concerns before a version is published. */
export function PublishDialog({ process, errors, saved, onClose }: Props) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const id = process.id ?? '';
  const latest = process.latestVersion ?? null;
  const [changelog, setChangelog] = useState('');
  const draft = useQuery({ queryKey: ['draft-saved', id], queryFn: saved, gcTime: 0, staleTime: Infinity, retry: false });
  const before = useVersion(id, latest);
  const publish = usePublish(id);

  return (
    <Modal
      open
      size="lg"
      hasScrollingContent
      modalHeading={t('editor.publishName', { name: process.name })}
      primaryButtonText={t('editor.publish')}
      secondaryButtonText={t('action.cancel')}
      primaryButtonDisabled={!draft.isSuccess || publish.isPending}
      onRequestClose={onClose}
      onRequestSubmit={() =>
        publish.mutate(changelog.trim(), {
          onSuccess: (version) => {
            toasts.done(t('editor.publishedAs', { version: version.version }));
            onClose();
          },
        })
      }
    >
      <div className="dsg-form">
        {errors > 0 && (
          <InlineNotification
            kind="error"
            lowContrast
            hideCloseButton
            title={t('editor.errorCount', { count: errors })}
            subtitle={t('editor.willBeRefused')}
          />
        )}
        {publish.isError && <ProblemNotice problem={publish.error} />}
        <TextArea
          id="dsg-changelog"
          data-modal-primary-focus
          labelText={t('editor.changelog')}
          helperText={t('editor.changelogHint')}
          rows={2}
          maxLength={2000}
          value={changelog}
          onChange={(event) => setChangelog(event.target.value)}
        />
        <section>
          <h2>{t('editor.whatChanges')}</h2>
          {draft.isPending && <InlineLoading description={t('editor.save.saving')} />}
          {draft.isError && <ProblemNotice problem={draft.error} retry={() => void draft.refetch()} />}
          {latest == null && <p>{t('editor.firstVersion')}</p>}
          {draft.data && before.data?.bpmnXml && (
            <ChangesView
              before={{ label: t('editor.versionNumber', { version: latest }), xml: before.data.bpmnXml }}
              after={{ label: t('designer.state.DRAFT'), xml: draft.data }}
            />
          )}
        </section>
        <section>
          <h2>{t('editor.affects')}</h2>
          <LinksList id={id} enabled={draft.isSuccess} />
        </section>
      </div>
    </Modal>
  );
}
