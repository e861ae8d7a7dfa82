import { Button, CodeSnippet, InlineLoading } from '@carbon/react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { JsonField } from './JsonField';
import { objectIn, sketchOf } from './sketch';

/** Reaches the other side, or calls it with an input that is typed here. */
export function ConsolePanel({ id, connector }: { id: string; connector: string }) {
  const { t } = useTranslation();
  const known = useQuery({
    queryKey: ['integrations', 'connectors', 'one', connector],
    queryFn: () => body(api.GET('/integrations/connectors/{id}', { params: { path: { id: connector } } })),
  });
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? sketchOf(known.data?.inputSchema);
  const input = objectIn(text);
  const test = useMutation({
    mutationFn: () => body(api.POST('/integrations/{id}/test', { params: { path: { id } } })),
  });
  const call = useMutation({
    mutationFn: () =>
      body(api.POST('/integrations/{id}/execute', { params: { path: { id } }, body: { input: input ?? {} } })),
  });
  return (
    <section aria-label={t('admin.integrations.console')}>
      <h2>{t('admin.integrations.console')}</h2>
      <p className="fm-hint">{t('admin.integrations.consoleText')}</p>
      <JsonField
        id="integration-input"
        label={t('admin.integrations.input')}
        value={text}
        change={setTyped}
      />
      <div className="fm-row">
        <Button size="sm" kind="tertiary" disabled={test.isPending} onClick={() => test.mutate()}>
          {t('admin.integrations.test')}
        </Button>
        <Button size="sm" disabled={input === undefined || call.isPending} onClick={() => call.mutate()}>
          {t('admin.integrations.call')}
        </Button>
      </div>
      <div role="status" aria-live="polite">
        {(test.isPending || call.isPending) && <InlineLoading description={t('table.loading')} />}
        {test.data && (
          <p>
            {t(test.data.ok ? 'admin.integrations.reached' : 'admin.integrations.notReached')} {test.data.detail}
          </p>
        )}
        {call.isSuccess && (
          <>
            <p className="fm-hint">{t('admin.integrations.took', { millis: call.data.durationMillis })}</p>
            <CodeSnippet type="multi" hideCopyButton>
              {JSON.stringify(call.data.output ?? null, null, 2)}
            </CodeSnippet>
          </>
        )}
        {[test.error, call.error].map((error, index) => error && <ProblemNotice key={index} problem={error} />)}
      </div>
    </section>
  );
}
