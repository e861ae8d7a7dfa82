import { Button, Tag } from '@carbon/react';
import { Checkmark, MagicWandFilled, TrashCan } from '@carbon/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sources } from './Sources';
import type { Guess } from './suggest';
import './assist.scss';
import './words';

interface Props {
  /** What is in the form and not confirmed, changed or taken out yet. */
  open: Guess[];
  /** What could be filled in beside what was typed. */
  offered: Guess[];
  onConfirm: (paths: string[]) => void;
  onRemove: (path: string) => void;
  onFillIn: () => void;
}

/** The values that were filled in for a person, each with where it comes from, until confirmed. */
export default function Suggested({ open, offered, onConfirm, onRemove, onFillIn }: Props) {
  const { t, i18n } = useTranslation();
  const id = useId();
  if (open.length === 0 && offered.length === 0) {
    return null;
  }
  return (
    <section className="as-suggested" aria-labelledby={id}>
      <div className="as-suggested-head">
        <h3 id={id}>
          <MagicWandFilled /> {t('assist.suggested')}
        </h3>
        {open.length > 1 && (
          <Button kind="ghost" size="sm" onClick={() => onConfirm(open.map(({ path }) => path))}>
            {t('assist.confirmAll')}
          </Button>
        )}
      </div>
      {open.length > 0 && <p className="fm-hint">{t('assist.suggestedHint')}</p>}
      <ul>
        {open.map((guess) => (
          <Value
            key={guess.path}
            guess={guess}
            onConfirm={() => onConfirm([guess.path])}
            onRemove={() => onRemove(guess.path)}
          />
        ))}
      </ul>
      {offered.length > 0 && (
        <div className="as-offered">
          <p>
            {t('assist.offered', {
              fields: new Intl.ListFormat(i18n.language).format(offered.map(({ label }) => label)),
            })}
          </p>
          <Button kind="tertiary" size="sm" onClick={onFillIn}>
            {t('assist.fillIn')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface ValueProps {
  guess: Guess;
  onConfirm: () => void;
  onRemove: () => void;
}

function Value({ guess, onConfirm, onRemove }: ValueProps) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const id = useId();
  const { label, text, confidence, provenance } = guess;
  return (
    <li>
      <div className="as-value">
        <span>
          <strong>{label}:</strong> {text}
        </span>
        <Tag size="sm" type="purple">
          {t('assist.sure', { percent: Math.round(confidence * 100) })}
        </Tag>
      </div>
      <div className="as-value-actions">
        <button
          type="button"
          className="as-more"
          aria-expanded={isAsked}
          aria-controls={id}
          aria-label={t('assist.whereFromOf', { field: label })}
          onClick={() => setAsked(!isAsked)}
        >
          {t('assist.whereFrom')}
        </button>
        <Button
          kind="ghost"
          size="sm"
          renderIcon={Checkmark}
          aria-label={t('assist.confirmField', { field: label })}
          onClick={onConfirm}
        >
          {t('assist.confirm')}
        </Button>
        <Button
          kind="ghost"
          size="sm"
          renderIcon={TrashCan}
          aria-label={t('assist.removeField', { field: label })}
          onClick={onRemove}
        >
          {t('assist.remove')}
        </Button>
      </div>
      <div id={id} hidden={!isAsked}>
        <p>{provenance.text}</p>
        <Sources sources={provenance.sources ?? []} of={label} />
      </div>
    </li>
  );
}
