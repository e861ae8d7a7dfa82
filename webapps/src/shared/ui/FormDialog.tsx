import { Modal } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { faultAt } from '../api/faults';
import { ProblemNotice } from './ProblemNotice';

/** For an input: whether and why the platform refused what is in it. */
export type FieldFaults = (pointer: string) => { invalid: boolean; invalidText?: string };

interface Props {
  title: string;
  text?: ReactNode;
  confirm: string;
  isReady?: boolean;
  size?: 'xs' | 'sm' | 'md' | 'lg';
  run: () => Promise<unknown>;
  onClose: () => void;
  /** Whether something else takes its place when it is done, which the caller shows. */
  isFollowed?: boolean;
  children: (faults: FieldFaults) => ReactNode;
}

/** A form in a dialog; what the platform refuses is said at the field that it is about. */
export function FormDialog(props: Props) {
  const { t } = useTranslation();
  const work = useMutation({ mutationFn: props.run, onSuccess: props.isFollowed ? undefined : props.onClose });
  const faults: FieldFaults = (pointer) => {
    const text = faultAt(work.error, pointer);
    return { invalid: text !== undefined, invalidText: text };
  };
  return (
    <Modal
      open
      size={props.size ?? 'sm'}
      modalHeading={props.title}
      primaryButtonText={props.confirm}
      secondaryButtonText={t('action.cancel')}
      primaryButtonDisabled={work.isPending || props.isReady === false}
      shouldSubmitOnEnter={props.isReady !== false && !work.isPending}
      onRequestSubmit={() => work.mutate()}
      onRequestClose={props.onClose}
    >
      <div className="fm-dialog" aria-live="polite">
        {props.text && <p>{props.text}</p>}
        {props.children(faults)}
        {work.error && <ProblemNotice problem={work.error} />}
      </div>
    </Modal>
  );
}
