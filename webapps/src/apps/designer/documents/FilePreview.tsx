import { InlineLoading } from '@carbon/react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import type { Sheet } from './sheet';

const FormView = lazy(() => import('@shared/forms/FormView'));
const NOTHING = {};

/** The form as those who fill it in will see it, and what it would send. */
export function FilePreview({ sheet, saves, name }: { sheet: Sheet; saves: number; name: string }) {
  const { t } = useTranslation();
  const [filled, setFilled] = useState<object>({});
  const form = useQuery({
    queryKey: ['form-preview', name, saves],
    queryFn: async () => JSON.parse(await sheet.read()) as object,
    gcTime: 0,
  });

  if (form.isError) {
    return <ProblemNotice problem={form.error} />;
  }
  return (
    <div className="dsg-panel">
      <Suspense fallback={<InlineLoading />}>
        {form.data && <FormView schema={form.data} initial={NOTHING} label={t('documents.preview')} onChange={setFilled} />}
      </Suspense>
      <h2>{t('documents.values')}</h2>
      <pre className="dsg-code">{JSON.stringify(filled, null, 2)}</pre>
    </div>
  );
}
