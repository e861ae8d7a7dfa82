import { SkeletonText } from '@carbon/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useFile, fileStore } from '../resources.queries';
import { DocumentEditor, type DocumentPanel } from './DocumentEditor';
import { FilePreview } from './FilePreview';
import { FileProblems } from './FileProblems';

/** A decision or form of a process in its editor. */
export default function FilePage() {
  const { id = '', name = '' } = useParams();
  return <File key={`${id}/${name}`} id={id} name={name} />;
}

function File({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const file = useFile(id, name);
  const store = useMemo(() => fileStore(id, name), [id, name]);
  const kind = name.endsWith('.form') ? 'form' : 'dmn';

  if (file.isPending) {
    return <SkeletonText paragraph className="fm-page" />;
  }
  if (file.isError) {
    return <ProblemNotice problem={file.error} retry={() => void file.refetch()} standalone />;
  }
  const findings: DocumentPanel = {
    name: 'findings',
    label: t('editor.panel.findings'),
    content: ({ saving }) => <FileProblems id={id} name={name} saves={saving.saves} />,
  };
  const preview: DocumentPanel = {
    name: 'preview',
    label: t('documents.preview'),
    content: ({ sheet, saving }) => <FilePreview sheet={sheet} saves={saving.saves} name={name} />,
  };
  return (
    <DocumentEditor
      kind={kind}
      title={name}
      fileName={name}
      back={{ to: `/designer/processes/${id}?panel=files`, label: t('documents.backToProcess') }}
      store={store}
      base={{ xml: file.data.text, etag: file.data.etag }}
      panels={kind === 'form' ? [preview, findings] : [findings]}
    />
  );
}
