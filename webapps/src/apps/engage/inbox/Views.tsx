import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTaskCounts } from '../tasks.queries';
import { VIEWS, writeParams, type InboxParams } from './params';

/** The inbox's views with how much each holds; links, so that each opens in a tab of its own. */
export function Views({ params }: { params: InboxParams }) {
  const { t, i18n } = useTranslation();
  const counts = useTaskCounts();
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <nav className="en-views" aria-label={t('engage.views')}>
      <ul>
        {VIEWS.map((view) => {
          const count = counts.data?.[view];
          return (
            <li key={view}>
              <Link
                to={`/engage${writeParams({ view, q: params.q, process: params.process, variable: params.variable })}`}
                aria-current={params.view === view ? 'page' : undefined}
              >
                {t(`engage.view.${view}`)}
                {count && (
                  <span className="en-count">
                    {number.format(count.total)}
                    {!count.isExact && '+'}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
