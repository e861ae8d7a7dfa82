import { useId, useState } from 'react';
import { ChevronDown } from '@carbon/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseSource } from '../../../../shared/api/schema';
import { Time } from '../../../../shared/ui/Time';
import './words';

interface Props {
  sources: CaseSource[];
  /** What they are the sources of, for who cannot see where the button stands. */
  of: string;
}

/** Where a statement comes from, when asked for. */
export function Sources({ sources, of }: Props) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="as-more"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={t('assist.sourcesOf', { text: of })}
        onClick={() => setOpen(!isOpen)}
      >
        {t('assist.sources')} <ChevronDown className={isOpen ? 'as-turned' : undefined} />
      </button>
      <ul id={id} className="as-sources" hidden={!isOpen}>
        {sources.map((source, index) => (
          <li key={index}>
            {source.label}
            {source.by && <span className="fm-hint"> {t('assist.by', { name: source.by })}</span>}
            {source.at && (
              <span className="fm-hint">
                {' '}
                <Time at={source.at} exact />
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
