import { Button, InlineLoading, SkeletonText } from '@carbon/react';
import { Download, TrashCan } from '@carbon/icons-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskAttachment, TaskDetails } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { AttachmentPreview } from './AttachmentPreview';
import { readAttachment, useAttachments, useRemoveAttachment, useUpload } from './notes.queries';

/** The files on a task. */
export function Attachments({ task }: { task: TaskDetails }) {
  const { t, i18n } = useTranslation();
  const { userId } = useSession();
  const toasts = useToasts();
  const id = task.id ?? '';
  const files = useAttachments(id);
  const upload = useUpload(id);
  const remove = useRemoveAttachment(id);
  const [shown, setShown] = useState<TaskAttachment | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const inputId = useId();
  const mayAttach = task.allowedActions?.includes('ATTACH');
  const size = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });

  async function send(chosen: FileList | null) {
    for (const file of [...(chosen ?? [])]) {
      await upload.mutateAsync(file).catch(toasts.failed);
    }
    if (input.current) {
      input.current.value = '';
    }
  }

  async function download(file: TaskAttachment) {
    try {
      const address = URL.createObjectURL(await readAttachment(id, file));
      const link = document.createElement('a');
      link.href = address;
      link.download = file.filename ?? 'file';
      link.click();
      window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
    } catch (problem) {
      toasts.failed(problem);
    }
  }

  return (
    <section
      className="en-notes"
      aria-label={t('engage.tab.files')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (mayAttach) {
          void send(event.dataTransfer.files);
        }
      }}
    >
      {files.isPending && <SkeletonText paragraph lineCount={2} />}
      {files.error && <ProblemNotice problem={files.error} retry={() => void files.refetch()} />}
      {files.data?.length === 0 && <p className="fm-hint">{t('engage.file.none')}</p>}
      <ul className="en-files">
        {files.data?.map((file) => (
          <li key={file.id}>
            <span>
              <button type="button" className="en-link" onClick={() => setShown(file)}>
                {file.filename}
              </button>
              <span className="fm-hint">
                {size.format(Math.ceil((file.size ?? 0) / 1_000))} · {file.author} · <Time at={file.at} />
              </span>
            </span>
            <Button
              kind="ghost"
              size="sm"
              hasIconOnly
              renderIcon={Download}
              iconDescription={t('engage.file.download', { name: file.filename })}
              tooltipAlignment="end"
              onClick={() => void download(file)}
            />
            {mayAttach && file.author === userId && (
              <Button
                kind="ghost"
                size="sm"
                hasIconOnly
                renderIcon={TrashCan}
                iconDescription={t('engage.file.remove', { name: file.filename })}
                tooltipAlignment="end"
                onClick={() => remove.mutate(file.id ?? '', { onError: toasts.failed })}
              />
            )}
          </li>
        ))}
      </ul>
      {mayAttach && (
        <>
          <label htmlFor={inputId} className="cds--label">
            {t('engage.file.add')}
          </label>
          <input id={inputId} ref={input} type="file" multiple onChange={(event) => void send(event.target.files)} />
        </>
      )}
      {upload.isPending && <InlineLoading description={t('engage.file.sending')} />}
      {shown && (
        <AttachmentPreview taskId={id} file={shown} onDownload={() => void download(shown)} onClose={() => setShown(null)} />
      )}
    </section>
  );
}
