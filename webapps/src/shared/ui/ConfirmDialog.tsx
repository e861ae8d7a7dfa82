import { Modal, TextInput } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from './ProblemNotice';

interface Props {
  title: string;
  /** What will happen, in a sentence or two. */
  text?: ReactNode;
  confirm: string;
  danger?: boolean;
  /** Asks for a sentence, which is handed to `run`. */
  asksReason?: boolean;
  reasonLabel?: string;
  isReady?: boolean;
  size?: 'xs' | 'sm' | 'md' | 'lg';
  run: (reason: string | undefined) => Promise<unknown>;
  onClose: () => void;
  /** Whether something else takes its place when it is done, which the caller shows. */
  isFollowed?: boolean;
  children?: ReactNode;
}

/** Says what will happen before it does; stays open, with the reason, when it is refused. */
export function ConfirmDialog(props: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState('');
  const work = useMutation({
    mutationFn: () => props.run(reason.trim() || undefined),
    onSuccess: props.isFollowed ? undefined : props.onClose,
  });
  return (
    <Modal
      open
      size={props.size ?? 'sm'}
      danger={props.danger}
      modalHeading={props.title}
      primaryButtonText={props.confirm}
      secondaryButtonText={t('action.cancel')}
      primaryButtonDisabled={work.isPending || props.isReady === false}
      onRequestSubmit={() => work.mutate()}
      onRequestClose={props.onClose}
    >
      <div className="fm-dialog" aria-live="polite">
        {props.text && <p>{props.text}</p>}
        {props.children}
        {props.asksReason && (
          <TextInput
            id={id}
            labelText={props.reasonLabel ?? t('confirm.reason')}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {work.error && <ProblemNotice problem={work.error} />}
      </div>
    </Modal>
  );
}
