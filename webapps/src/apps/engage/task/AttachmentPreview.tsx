import { Button, Loading, Modal } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskAttachment } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { readAttachment } from './notes.queries';
import { previewOf, type Preview } from './preview';

/** As much of a text as is shown. */
const MOST_CHARACTERS = 200_000;

interface Props {
  taskId: string;
  file: TaskAttachment;
  onDownload: () => void;
  onClose: () => void;
}

/** Shows a file without trusting it. */
export function AttachmentPreview({ taskId, file, onDownload, onClose }: Props) {
  const { t } = useTranslation();
  const kind = previewOf(file.mediaType);
  const content = useQuery({
    queryKey: ['attachment', taskId, file.id],
    queryFn: () => readAttachment(taskId, file),
    enabled: kind !== 'none',
    staleTime: Infinity,
    gcTime: 0,
  });
  return (
    <Modal
      open
      passiveModal
      size="lg"
      modalHeading={file.filename}
      hasScrollingContent={kind === 'text'}
      onRequestClose={onClose}
    >
      {kind === 'none' ? (
        <p>{t('engage.file.noPreview')}</p>
      ) : content.error ? (
        <ProblemNotice problem={content.error} retry={() => void content.refetch()} />
      ) : content.data ? (
        <Shown kind={kind} content={content.data} name={file.filename ?? ''} />
      ) : (
        <Loading withOverlay={false} />
      )}
      <p>
        <Button kind="tertiary" size="sm" onClick={onDownload}>
          {t('engage.file.download', { name: file.filename })}
        </Button>
      </p>
    </Modal>
  );
}

function Shown({ kind, content, name }: { kind: Preview; content: Blob; name: string }) {
  return kind === 'text' ? <Text content={content} /> : <Framed kind={kind} content={content} name={name} />;
}

function Text({ content }: { content: Blob }) {
  const [text, setText] = useState('');
  useEffect(() => {
    void content.slice(0, MOST_CHARACTERS).text().then(setText);
  }, [content]);
  return <pre className="en-preview-text">{text}</pre>;
}

/**
 * A picture or a PDF, from memory. The type is the one that was decided here, so that the browser
 * never takes the content for a page; its PDF viewer is a sandbox of its own, which does not open
 * inside another.
 */
function Framed({ kind, content, name }: { kind: Preview; content: Blob; name: string }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const typed = kind === 'pdf' ? new Blob([content], { type: 'application/pdf' }) : content;
    const made = URL.createObjectURL(typed);
    // An object address is a resource outside React, made and given back with the picture.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [content, kind]);
  if (!address) {
    return null;
  }
  return kind === 'pdf' ? (
    <iframe className="en-preview-pdf" src={address} title={name} />
  ) : (
    <img className="en-preview-image" src={address} alt={name} />
  );
}
