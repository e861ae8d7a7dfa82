import { Modal } from '@carbon/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemError } from '@shared/api/problem';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useToasts } from '@shared/ui/Toasts';
import { useImportProcess } from './processes.queries';

/** Takes a BPMN file, or a zip with its decisions and forms; asks before a draft is replaced. */
export function ImportDialog({ dropped, folder, onClose }: { dropped: File | null; folder: string; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toasts = useToasts();
  const [file, setFile] = useState(dropped);
  const { mutate, error, isPending } = useImportProcess();
  const isTaken = error instanceof ProblemError && error.code === 'process-key-taken';

  function send(chosen: File, replace: boolean) {
    mutate(
      { file: chosen, replace, folder },
      {
        onSuccess: (made) => {
          const ignored = made.ignored?.join(', ');
          toasts.done(t('designer.imported', { name: made.name }), {
            text: ignored ? t('designer.ignored', { files: ignored }) : undefined,
          });
          void navigate(`/designer/processes/${made.id}`);
        },
      },
    );
  }

  const sent = useRef(false);
  useEffect(() => {
    if (dropped && !sent.current) {
      sent.current = true;
      send(dropped, false);
    }
  });

  return (
    <Modal
      open
      size="sm"
      modalHeading={t('designer.import')}
      primaryButtonText={t(isTaken ? 'designer.replace' : 'designer.import')}
      secondaryButtonText={t('action.cancel')}
      primaryButtonDisabled={!file || isPending}
      danger={isTaken}
      onRequestClose={onClose}
      onRequestSubmit={() => file && send(file, isTaken)}
    >
      <div className="dsg-form">
        <label htmlFor="dsg-file">{t('designer.importText')}</label>
        <input
          id="dsg-file"
          type="file"
          accept=".bpmn,.xml,.zip"
          data-modal-primary-focus
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        {file && dropped === file && <p>{file.name}</p>}
      </div>
      {error && <ProblemNotice problem={error} />}
      {isTaken && <p>{t('designer.replaceText')}</p>}
    </Modal>
  );
}
