import { Button, TextArea } from '@carbon/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../shared/api/client';
import type { PromptVersion, PromptView } from '../../../shared/api/schema';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { TextField } from '../../../shared/ui/TextField';
import { useToasts } from '../../../shared/ui/Toasts';
import { Waiting } from '../../../shared/ui/Waiting';
import { useRefreshPrompts, useVersion } from './prompts.queries';
import { valuesIn } from './values';

/** Begins with the latest version; what is saved is a new one. */
export function EditPanel({ prompt }: { prompt: PromptView }) {
  const latest = useVersion(prompt.id ?? '', prompt.latestVersion ?? 1);
  return latest.data ? <Editor prompt={prompt} latest={latest.data} /> : <Waiting query={latest} />;
}

function Editor({ prompt, latest }: { prompt: PromptView; latest: PromptVersion }) {
  const { t } = useTranslation();
  const toasts = useToasts();
  const refresh = useRefreshPrompts();
  const id = prompt.id ?? '';
  const [template, setTemplate] = useState(latest.template ?? '');
  const [changelog, setChangelog] = useState('');
  const isChanged = template !== latest.template;
  const save = useMutation({
    mutationFn: async () => {
      const added = await body(
        api.POST('/prompts/{id}/versions', { params: { path: { id } }, body: { template, changelog } }),
      );
      toasts.done(t('admin.prompts.added', { version: added.version }));
      await refresh();
    },
  });
  return (
    <>
      <TextArea
        id="prompt-template"
        className="adm-prompt"
        labelText={t('admin.prompts.template')}
        helperText={t('admin.prompts.templateText')}
        rows={14}
        value={template}
        onChange={(event) => setTemplate(event.target.value)}
      />
      <TextField
        id="prompt-changelog"
        labelText={t('admin.processes.changelog')}
        value={changelog}
        onChange={(event) => setChangelog(event.target.value)}
      />
      {save.isError && <ProblemNotice problem={save.error} />}
      <Button size="sm" disabled={!isChanged || template === '' || save.isPending} onClick={() => save.mutate()}>
        {t('admin.prompts.saveAs', { version: (prompt.latestVersion ?? 0) + 1 })}
      </Button>
      <Preview prompt={prompt} latest={latest} />
    </>
  );
}

function Preview({ prompt, latest }: { prompt: PromptView; latest: PromptVersion }) {
  const { t } = useTranslation();
  const [text, setText] = useState(() =>
    JSON.stringify(Object.fromEntries((latest.variables ?? []).map((each) => [each.name, each.fallback ?? ''])), null, 2),
  );
  const variables = valuesIn(text);
  const render = useMutation({
    mutationFn: () =>
      body(
        api.POST('/prompts/{id}/render', {
          params: { path: { id: prompt.id ?? '' } },
          body: { version: latest.version, variables: variables as never },
        }),
      ),
  });
  return (
    <section aria-labelledby="prompt-preview">
      <h2 id="prompt-preview">{t('admin.prompts.preview', { version: latest.version })}</h2>
      <TextArea
        id="prompt-variables"
        labelText={t('admin.prompts.variables')}
        rows={4}
        value={text}
        invalid={variables === undefined}
        invalidText={t('admin.integrations.noObject')}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        size="sm"
        kind="tertiary"
        disabled={variables === undefined || render.isPending}
        onClick={() => render.mutate()}
      >
        {t('admin.prompts.render')}
      </Button>
      {render.isError && <ProblemNotice problem={render.error} />}
      {render.data && (
        <pre className="adm-prompt-text" tabIndex={0} aria-label={t('admin.prompts.rendered')}>
          {render.data.text}
        </pre>
      )}
    </section>
  );
}
