import { Button, TextInput } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body, ifMatch } from '../../../shared/api/client';
import type { PolicyView } from '../../../shared/api/schema';
import { ConfirmDialog } from '../../../shared/ui/ConfirmDialog';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { useToasts } from '../../../shared/ui/Toasts';
import { decisionsOf } from '../rules/dmn';
import { useRefreshPolicies } from './policies.queries';
import { PolicyTable } from './PolicyTable';
import { sendable, sketchOf, STARTER, withInput, withRule } from './sketch';

/** What will hold next: edited as a table, tried out under Explain, then published. */
export function DraftPanel({ policy, etag }: { policy: PolicyView; etag: string | undefined }) {
  const { t } = useTranslation();
  const refresh = useRefreshPolicies();
  const toasts = useToasts();
  const [decision] = decisionsOf(policy.draft?.dmnXml ?? policy.inForce?.dmnXml ?? '');
  const kept = decision ? sketchOf(decision) : STARTER;
  const [sketch, setSketch] = useState(kept);
  const [expression, setExpression] = useState('');
  const [publishes, setPublishes] = useState(false);
  const isChanged = JSON.stringify(sketch) !== JSON.stringify(kept);
  const header = ifMatch(etag);
  const save = useMutation({
    mutationFn: () =>
      body(api.PUT('/policies/draft', { params: { header }, body: { table: sendable(sketch) } })),
    onSuccess: async () => {
      toasts.done(t('admin.policies.saved'));
      await refresh();
    },
  });
  return (
    <div className="fm-page-part">
      <p className="fm-hint">{t('admin.policies.draftText')}</p>
      <PolicyTable sketch={sketch} change={setSketch} />
      <form
        className="fm-filters"
        onSubmit={(event) => {
          event.preventDefault();
          setSketch(withInput(sketch, expression.trim()));
          setExpression('');
        }}
      >
        <Button kind="tertiary" size="md" onClick={() => setSketch(withRule(sketch))}>
          {t('admin.policies.addRule')}
        </Button>
        <TextInput
          id="new-column"
          labelText={t('admin.policies.column')}
          placeholder="resource.attributes.name"
          value={expression}
          onChange={(event) => setExpression(event.target.value)}
        />
        <Button kind="tertiary" size="md" type="submit" disabled={expression.trim() === ''}>
          {t('admin.policies.addColumn')}
        </Button>
      </form>
      {save.error && <ProblemNotice problem={save.error} />}
      <div className="fm-row">
        <Button size="sm" disabled={save.isPending || (!isChanged && policy.draft !== null)} onClick={() => save.mutate()}>
          {t('admin.policies.save')}
        </Button>
        <Button size="sm" kind="tertiary" disabled={!policy.draft || isChanged} onClick={() => setPublishes(true)}>
          {t('admin.policies.publish')}
        </Button>
        {isChanged && <span className="fm-hint">{t('admin.policies.unsaved')}</span>}
      </div>
      {publishes && (
        <ConfirmDialog
          asksReason
          reasonLabel={t('admin.processes.changelog')}
          title={t('admin.policies.publish')}
          text={t('admin.policies.publishText')}
          confirm={t('admin.policies.publish')}
          onClose={() => setPublishes(false)}
          run={async (changelog) => {
            await body(api.POST('/policies/publish', { params: { header }, body: { changelog } }));
            toasts.done(t('admin.policies.published'));
            await refresh();
          }}
        />
      )}
    </div>
  );
}
