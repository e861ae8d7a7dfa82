import { InlineLoading, Tag } from '@carbon/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ProblemNotice } from '@shared/ui/ProblemNotice';
import { useLinks } from './draft.queries';

/** What the draft calls, uses and hears from; what is missing first. */
export function LinksList({ id, enabled }: { id: string; enabled: boolean }) {
  const { t } = useTranslation();
  const links = useLinks(id, enabled);
  if (links.isError) {
    return <ProblemNotice problem={links.error} retry={() => void links.refetch()} />;
  }
  if (!links.data) {
    return <InlineLoading description={t('editor.checking')} />;
  }
  const items = [...(links.data.items ?? [])].sort((a, b) => Number(b.dangling) - Number(a.dangling));
  if (items.length === 0) {
    return <p>{t('editor.noLinks')}</p>;
  }
  return (
    <ul className="dsg-links">
      {items.map((link, index) => (
        <li key={index}>
          {link.elementName || link.elementId}: {t(`editor.link.${link.type ?? 'PROCESS'}`)}{' '}
          {link.target?.kind === 'PROCESS' && link.target.id && link.target.id !== id ? (
            <Link to={`/designer/processes/${link.target.id}`}>{link.target.name ?? link.ref}</Link>
          ) : (
            <strong>{link.target?.name ?? link.ref}</strong>
          )}{' '}
          {link.dangling && (
            <>
              <Tag type="red" size="sm">
                {t('editor.dangling')}
              </Tag>
              <span className="fm-hint">{link.reason}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
