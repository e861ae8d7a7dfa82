import { Button, SkeletonText, Tag } from '@carbon/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Substitution } from '../../../shared/api/schema';
import { useSession } from '../../../shared/session/SessionGate';
import { EmptyState } from '../../../shared/ui/EmptyState';
import { ProblemNotice } from '../../../shared/ui/ProblemNotice';
import { Time } from '../../../shared/ui/Time';
import { useToasts } from '../../../shared/ui/Toasts';
import { AbsenceDialog } from './AbsenceDialog';
import { useEndSubstitution, useNameSubstitute, useSubstitutions } from './absence.queries';

/** When one is away and who stands in; and for whom one stands in. */
export default function AbsencePage() {
  const { t } = useTranslation();
  const { userId } = useSession();
  const substitutions = useSubstitutions();
  const [isAdding, setAdding] = useState(false);
  const mine = substitutions.data?.filter((one) => one.person === userId) ?? [];
  const others = substitutions.data?.filter((one) => one.person !== userId) ?? [];
  return (
    <div className="fm-page">
      <div className="fm-page-head">
        <h1>{t('engage.absence.title')}</h1>
        <Button size="md" onClick={() => setAdding(true)}>
          {t('engage.absence.add')}
        </Button>
      </div>
      <p className="fm-hint">{t('engage.absence.text')}</p>
      {substitutions.isPending && <SkeletonText paragraph lineCount={4} />}
      {substitutions.error && (
        <ProblemNotice problem={substitutions.error} retry={() => void substitutions.refetch()} />
      )}
      {substitutions.data?.length === 0 && (
        <EmptyState title={t('engage.absence.none')} text={t('engage.absence.noneText')} />
      )}
      {mine.length > 0 && <Periods title={t('engage.absence.mine')} who="substitute" periods={mine} />}
      {others.length > 0 && <Periods title={t('engage.absence.others')} who="person" periods={others} />}
      {isAdding && <AbsenceDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

interface PeriodsProps {
  title: string;
  who: 'person' | 'substitute';
  periods: Substitution[];
}

function Periods({ title, who, periods }: PeriodsProps) {
  const { t } = useTranslation();
  const { userId } = useSession();
  const toasts = useToasts();
  const end = useEndSubstitution();
  const name = useNameSubstitute();

  function finish(period: Substitution) {
    end.mutate(period.id ?? '', {
      onSuccess: () =>
        toasts.done(t('engage.absence.ended'), {
          undo: () =>
            name.mutate(
              {
                from: period.from ?? '',
                until: period.until ?? '',
                substitute: period.substitute ?? '',
                processKeys: period.processKeys,
              },
              { onError: toasts.failed },
            ),
        }),
      onError: toasts.failed,
    });
  }

  return (
    <section>
      <h2>{title}</h2>
      <div className="fm-table-scroll">
        <table className="en-table en-plain">
          <thead>
            <tr>
              <th scope="col">{t(`engage.absence.${who}`)}</th>
              <th scope="col">{t('engage.absence.from')}</th>
              <th scope="col">{t('engage.absence.until')}</th>
              <th scope="col">{t('engage.absence.for')}</th>
              <th scope="col">{t('engage.absence.state')}</th>
              <th scope="col">
                <span className="cds--visually-hidden">{t('engage.absence.end')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.id}>
                <td>{period[who]}</td>
                <td>
                  <Time at={period.from} exact />
                </td>
                <td>
                  <Time at={period.until} exact />
                </td>
                <td>{period.processKeys?.join(', ') || t('engage.absence.all')}</td>
                <td>
                  <Tag type={period.active ? 'green' : 'gray'} size="sm">
                    {t(period.active ? 'engage.absence.now' : 'engage.absence.notNow')}
                  </Tag>
                </td>
                <td>
                  {period.person === userId && (
                    <Button kind="ghost" size="sm" disabled={end.isPending} onClick={() => finish(period)}>
                      {t('engage.absence.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
