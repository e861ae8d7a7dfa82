import { Button, SkeletonText, Tag } from '@carbon/react';
import { Renew, WarningAlt } from '@carbon/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseBriefing, CaseRisk, CaseStatement, SimilarCase } from '../../../../shared/api/schema';
import { durationText } from './duration';
import { Rating } from './Rating';
import { Sources } from './Sources';
import { useBriefing } from './assist.queries';
import './assist.scss';
import './words';

/** The case in short: what to look out for, a summary with its sources, and how similar cases ended. */
export default function CaseSummary({ taskId, revision }: { taskId: string; revision: number | undefined }) {
  const { t } = useTranslation();
  const { data, isError, isFetching, refetch, wording } = useBriefing(taskId, revision);
  if (data) {
    return <Brief briefing={data} taskId={taskId} wording={isFetching ? wording : ''} />;
  }
  return (
    <section className="as-summary" aria-label={t('assist.summary')} aria-busy={!isError}>
      <h3>{t('assist.summary')}</h3>
      {isError ? (
        <div role="status">
          <p className="fm-hint">{t('assist.failed')}</p>
          <Button kind="ghost" size="sm" renderIcon={Renew} onClick={() => void refetch()}>
            {t('assist.again')}
          </Button>
        </div>
      ) : (
        <SkeletonText paragraph lineCount={4} />
      )}
    </section>
  );
}

interface BriefProps {
  briefing: CaseBriefing;
  taskId: string;
  /** What a model has said so far. */
  wording: string;
}

function Brief({ briefing, taskId, wording }: BriefProps) {
  const { t } = useTranslation();
  const { alerts = [], statements = [], similarCases = [], generatedBy } = briefing;
  return (
    <section className="as-summary" aria-label={t('assist.summary')}>
      {alerts.length > 0 && <Alerts alerts={alerts} />}
      <h3>{t('assist.summary')}</h3>
      {wording ? (
        <p aria-live="polite">{wording}</p>
      ) : (
        <ul className="as-statements">
          {statements.map((statement, index) => (
            <Said key={index} statement={statement} />
          ))}
        </ul>
      )}
      <p className="fm-hint">
        {generatedBy === 'rules' ? t('assist.byRules') : t('assist.byModel', { model: generatedBy })}
      </p>
      <Rating target={{ type: 'case-briefing', id: taskId }} about={(briefing.summary ?? '').slice(0, 4_000)} />
      {similarCases.length > 0 && <SimilarCases cases={similarCases} />}
    </section>
  );
}

function Said({ statement }: { statement: CaseStatement }) {
  return (
    <li>
      {statement.text} <Sources sources={statement.sources ?? []} of={statement.text ?? ''} />
    </li>
  );
}

const COLOURS = { HIGH: 'red', MEDIUM: 'magenta', LOW: 'gray' } as const;

function Alerts({ alerts }: { alerts: CaseRisk[] }) {
  const { t } = useTranslation();
  return (
    <>
      <h3 className="as-alert-head">
        <WarningAlt /> {t('assist.alerts')}
      </h3>
      <ul className="as-statements">
        {alerts.map((alert, index) => (
          <li key={index}>
            <Tag size="sm" type={COLOURS[alert.severity ?? 'LOW']}>
              {t(`assist.severity.${alert.severity}`)}
            </Tag>{' '}
            {alert.text} <Sources sources={alert.sources ?? []} of={alert.text ?? ''} />
          </li>
        ))}
      </ul>
    </>
  );
}

const SHOWN = 5;

function SimilarCases({ cases }: { cases: SimilarCase[] }) {
  const { t, i18n } = useTranslation();
  return (
    <details className="en-details">
      <summary>{t('assist.similar')}</summary>
      <ul className="en-timeline">
        {cases.slice(0, SHOWN).map((each) => (
          <li key={each.id}>
            <span>
              {each.businessKey ?? each.id?.slice(0, 8)}:{' '}
              {each.completed ? (each.outcome ?? '–') : t('assist.cancelled')}
            </span>
            <span className="fm-hint">
              {each.similarity != null &&
                `${t('assist.similarity', { percent: Math.round(each.similarity * 100) })}, `}
              {durationText(each.duration, i18n.language)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
