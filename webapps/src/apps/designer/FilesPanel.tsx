import { Button, SkeletonText } from '@carbon/react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ConfirmDialog } from '@shared/ui/ConfirmDialog';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useToasts } from '@shared/ui/Toasts';
import { NewFileDialog } from './documents/NewFileDialog';
import type { SheetKind } from './documents/sheet';
import { FileDialog } from './FileDialog';
import { useDeleteFile, useFiles, usePutFile } from './resources.queries';

/** The decisions and forms that are published together with the model. */
export function FilesPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const files = useFiles(id);
  const put = usePutFile(id);
  const remove = useDeleteFile(id);
  const chooser = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  const [fresh, setNew] = useState<SheetKind | null>(null);
  const [open, setOpen] = useState<{ name: string; act: 'edit' | 'delete' } | null>(null);

  async function upload(chosen: FileList | null) {
    for (const file of chosen ?? []) {
      try {
        await put.mutateAsync({ name: file.name, text: await file.text() });
        toasts.done(t('editor.files.added', { name: file.name }));
      } catch (problem) {
        toasts.failed(problem);
      }
    }
  }

  if (files.isPending) {
    return <SkeletonText paragraph className="dsg-panel" />;
  }
  if (files.isError) {
    return <ProblemNotice problem={files.error} retry={() => void files.refetch()} />;
  }
  const own = (files.data.items ?? []).filter((file) => file.kind !== 'BPMN');
  return (
    <div className="dsg-panel">
      <p>{t(own.length > 0 ? 'editor.files.text' : 'editor.files.none')}</p>
      <ul className="dsg-versions">
        {own.map(({ name = '', kind, size }) => (
          <li key={name}>
            <strong>{name}</strong>{' '}
            <span className="fm-hint">
              {t(`editor.files.kind.${kind === 'DMN' ? 'DMN' : 'FORM'}`)}, {t('editor.files.size', { size })}
            </span>
            <div className="fm-row">
              <Link
                to={`/designer/processes/${id}/files/${encodeURIComponent(name)}`}
                className="cds--link"
                aria-label={t('editor.files.openName', { name })}
              >
                {t('editor.files.open')}
              </Link>
              <Button kind="ghost" size="sm" aria-label={t('editor.files.editName', { name })} onClick={() => setOpen({ name, act: 'edit' })}>
                {t('editor.files.edit')}
              </Button>
              <Button kind="ghost" size="sm" aria-label={t('editor.files.deleteName', { name })} onClick={() => setOpen({ name, act: 'delete' })}>
                {t('action.delete')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <input ref={chooser} type="file" accept=".dmn,.form" multiple hidden aria-label={t('editor.files.add')} onChange={(event) => void upload(event.target.files)} />
      <div className="fm-row">
        <Button kind="tertiary" size="sm" disabled={put.isPending} onClick={() => chooser.current?.click()}>
          {t('editor.files.add')}
        </Button>
        <Button kind="ghost" size="sm" onClick={() => setNew('form')}>
          {t('editor.files.newForm')}
        </Button>
        <Button kind="ghost" size="sm" onClick={() => setNew('dmn')}>
          {t('editor.files.newDecision')}
        </Button>
      </div>
      {fresh && (
        <NewFileDialog
          kind={fresh}
          create={async (name, text) => {
            await put.mutateAsync({ name, text });
            void navigate(`/designer/processes/${id}/files/${encodeURIComponent(name)}`);
          }}
          onClose={() => setNew(null)}
        />
      )}
      {open?.act === 'edit' && <FileDialog id={id} name={open.name} onClose={() => setOpen(null)} />}
      {open?.act === 'delete' && (
        <ConfirmDialog
          title={t('editor.files.deleteName', { name: open.name })}
          text={t('editor.files.deleteText')}
          confirm={t('action.delete')}
          danger
          run={() => remove.mutateAsync(open.name)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
