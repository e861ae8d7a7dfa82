import { ThumbsDown, ThumbsUp } from '@carbon/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, body } from '../../../../shared/api/client';
import './words';

const GOOD = 5;
const BAD = 1;

interface Props {
  /** What is rated: its kind and which of them. */
  target: { type: string; id: string };
  /** What a person reads there, kept with a bad rating so that somebody can mend it. */
  about: string;
}

/** Whether it helped; one voice, which can be changed. */
export function Rating({ target, about }: Props) {
  const { t } = useTranslation();
  const rate = useMutation({
    mutationFn: (rating: number) =>
      body(
        api.POST('/api/v1/feedback', {
          body: { targetType: target.type, targetId: target.id, rating, comment: rating === BAD ? about : undefined },
        }),
      ),
  });
  return (
    <span className="as-rating">
      {[GOOD, BAD].map((rating) => (
        <button
          key={rating}
          type="button"
          className="as-more"
          aria-label={t(rating === GOOD ? 'assist.good' : 'assist.bad')}
          aria-pressed={rate.variables === rating && !rate.isError}
          onClick={() => rate.mutate(rating)}
        >
          {rating === GOOD ? <ThumbsUp /> : <ThumbsDown />}
        </button>
      ))}
      <span role="status" className="fm-hint">
        {rate.isSuccess && t('assist.thanks')}
        {rate.isError && t('assist.notKept')}
      </span>
    </span>
  );
}
