import { Checkbox, TextArea } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { AgentEscalationView } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { PersonInput } from '../../../shared/ui/PersonInput';
import { useToasts } from '../../../shared/ui/Toasts';
import { answerOf, typedOf } from './answer';
import { useRefreshEscalations } from './escalations.queries';

export type Decision = 'guide' | 'override' | 'reject' | 'reassign';

interface Props {
  escalation: AgentEscalationView;
  onClose: () => void;
}

export const DIALOGS = {
  guide: GuideDialog,
  override: OverrideDialog,
  reject: RejectDialog,
  reassign: ReassignDialog,
};

/** Decides, says so, and shows what it is now. */
function useDecide(escalation: AgentEscalationView) {
  const toasts = useToasts();
  const refresh = useRefreshEscalations();
  const params = { params: { path: { id: escalation.id ?? '' } } };
  return async (decide: (one: typeof params) => Promise<unknown>, done: string) => {
    await decide(params);
    toasts.done(done);
    await refresh();
  };
}

function GuideDialog({ escalation, onClose }: Props) {
  const { t } = useTranslation();
  const decide = useDecide(escalation);
  const [guidance, setGuidance] = useState('');
  const [approve, setApprove] = useState(false);
  return (
    <ConfirmDialog
      title={t('manager.agents.guide.title')}
      text={t('manager.agents.guide.text')}
      confirm={t('manager.agents.guide.name')}
      isReady={guidance.trim() !== ''}
      onClose={onClose}
      run={() =>
        decide(
          (one) =>
            body(api.PUT('/agents/escalations/{id}/guide', { ...one, body: { guidance: guidance.trim(), approve } })),
          t('manager.agents.guide.done'),
        )
      }
    >
      <TextArea
        id="guidance"
        labelText={t('manager.agents.guide.label')}
        rows={4}
        value={guidance}
        onChange={(event) => setGuidance(event.target.value)}
      />
      {escalation.toolCall && (
        <>
          <code>
            {escalation.toolCall.tool} {JSON.stringify(escalation.toolCall.arguments)}
          </code>
          <Checkbox
            id="approve"
            labelText={t('manager.agents.guide.approve')}
            checked={approve}
            onChange={(_, { checked }) => setApprove(checked)}
          />
        </>
      )}
    </ConfirmDialog>
  );
}

function OverrideDialog({ escalation, onClose }: Props) {
  const { t } = useTranslation();
  const decide = useDecide(escalation);
  const [typed, setTyped] = useState(() => typedOf(escalation.proposal));
  const output = answerOf(typed, escalation.proposal);
  return (
    <ConfirmDialog
      asksReason
      reasonLabel={t('manager.agents.override.comment')}
      title={t('manager.agents.override.title')}
      text={t('manager.agents.override.text')}
      confirm={t('manager.agents.override.name')}
      isReady={output !== undefined}
      onClose={onClose}
      run={(comment) =>
        decide(
          (one) =>
            body(
              api.PUT('/agents/escalations/{id}/override', { ...one, body: { output: output as never, comment } }),
            ),
          t('manager.agents.override.done'),
        )
      }
    >
      <TextArea
        id="output"
        labelText={t('manager.agents.override.label')}
        rows={5}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </ConfirmDialog>
  );
}

function RejectDialog({ escalation, onClose }: Props) {
  const { t } = useTranslation();
  const decide = useDecide(escalation);
  const [reason, setReason] = useState('');
  return (
    <ConfirmDialog
      danger
      title={t('manager.agents.reject.title')}
      text={t('manager.agents.reject.text')}
      confirm={t('manager.agents.reject.name')}
      isReady={reason.trim() !== ''}
      onClose={onClose}
      run={() =>
        decide(
          (one) => body(api.PUT('/agents/escalations/{id}/reject', { ...one, body: { reason: reason.trim() } })),
          t('manager.agents.reject.done'),
        )
      }
    >
      <TextArea
        id="reason"
        labelText={t('manager.agents.reject.label')}
        rows={3}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}

function ReassignDialog({ escalation, onClose }: Props) {
  const { t } = useTranslation();
  const decide = useDecide(escalation);
  const [to, setTo] = useState('');
  return (
    <ConfirmDialog
      asksReason
      reasonLabel={t('manager.agents.reassign.comment')}
      title={t('manager.agents.reassign.title')}
      confirm={t('manager.agents.reassign.name')}
      isReady={to.trim() !== ''}
      onClose={onClose}
      run={(comment) =>
        decide(
          (one) => body(api.PUT('/agents/escalations/{id}/reassign', { ...one, body: { to: to.trim(), comment } })),
          t('manager.agents.reassign.done', { to: to.trim() }),
        )
      }
    >
      <PersonInput label={t('manager.agents.reassign.label')} value={to} change={setTo} />
    </ConfirmDialog>
  );
}
