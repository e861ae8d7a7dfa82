import { Button, InlineNotification, SkeletonText } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DiagramViewer } from '@shared/bpmn/DiagramViewer';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { ArchiveButton } from './ArchiveButton';
import { useProcess } from './draft.queries';
import { Editor } from './Editor';

/** Opens a process: to draw it, or only to read it when it is archived. */
export default function EditorPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const process = useProcess(id);

  if (process.isPending) {
    return (
      <div className="fm-page" aria-busy>
        <SkeletonText heading width="20rem" />
        <div className="dsg-opening">{t('diagram.loading')}</div>
      </div>
    );
  }
  if (process.isError && !process.data) {
    return <ProblemNotice problem={process.error} retry={() => void process.refetch()} standalone />;
  }
  const { value, etag } = process.data;
  if (value.status === 'ARCHIVED') {
    return (
      <div className="fm-page">
        <div className="fm-page-head">
          <h1>{value.name}</h1>
          <ArchiveButton process={value} />
        </div>
        <InlineNotification kind="info" lowContrast hideCloseButton title={t('designer.readOnly')} />
        <DiagramViewer xml={value.bpmnXml ?? ''} label={value.name ?? ''} height="65vh" />
        <Button kind="tertiary" href="/designer">
          {t('designer.processes')}
        </Button>
      </div>
    );
  }
  return <Editor key={id} process={value} etag={etag} />;
}
