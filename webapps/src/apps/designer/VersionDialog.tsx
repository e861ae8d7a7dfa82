import { InlineLoading, Modal } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { ChangesView } from './ChangesView';
import { useVersion } from './versions.queries';
import { DiagramViewer } from '@shared/bpmn/DiagramViewer';

interface Props {
  id: string;
  version: number;
  draft: () => Promise<string>;
  onClose: () => void;
}

/** A published version to read, and what the draft has changed since. */
export function VersionDialog({ id, version, draft, onClose }: Props) {
  const { t } = useTranslation();
  const published = useVersion(id, version);
  const current = useQuery({ queryKey: ['draft-now', id, version], queryFn: draft, gcTime: 0, staleTime: Infinity });
  const label = t('editor.versionNumber', { version });
  const xml = published.data?.bpmnXml ?? '';
  return (
    <Modal open passiveModal size="lg" modalHeading={label} onRequestClose={onClose} hasScrollingContent>
      {published.isError && <ProblemNotice problem={published.error} retry={() => void published.refetch()} />}
      {published.isPending && <InlineLoading description={t('diagram.loading')} />}
      {xml && <DiagramViewer xml={xml} label={label} height="20rem" />}
      <h2 className="dsg-heading">{t('editor.comparedToDraft')}</h2>
      {xml && current.data && (
        <ChangesView before={{ label, xml }} after={{ label: t('designer.state.DRAFT'), xml: current.data }} />
      )}
    </Modal>
  );
}
