import { InlineLoading, Modal, TextArea } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useToasts } from '@shared/ui/Toasts';
import { faultIn } from './fileCheck';
import { useFile, usePutFile } from './resources.queries';

/** A decision or form as text; what cannot be read is not sent. */
export function FileDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const file = useFile(id, name);
  const put = usePutFile(id);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? file.data?.text ?? '';
  const fault = file.isSuccess ? faultIn(name, text) : null;

  return (
    <Modal
      open
      size="lg"
      modalHeading={name}
      primaryButtonText={t('action.save')}
      secondaryButtonText={t('action.cancel')}
      primaryButtonDisabled={typed == null || fault != null || put.isPending}
      onRequestClose={onClose}
      onRequestSubmit={() =>
        put.mutate(
          { name, text, etag: file.data?.etag },
          {
            onSuccess: () => {
              toasts.done(t('editor.files.saved', { name }));
              onClose();
            },
          },
        )
      }
    >
      {file.isPending && <InlineLoading />}
      {file.isError && <ProblemNotice problem={file.error} retry={() => void file.refetch()} />}
      {file.isSuccess && (
        <TextArea
          id="dsg-file-text"
          className="dsg-code"
          data-modal-primary-focus
          labelText={t('editor.files.content')}
          rows={20}
          spellCheck={false}
          invalid={fault != null}
          invalidText={fault ?? ''}
          value={text}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      {put.isError && <ProblemNotice problem={put.error} />}
    </Modal>
  );
}
