import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '@shared/api/client';
import { useSession } from '@shared/session/SessionGate';
import { initials } from './comments';

const BEAT_MS = 20_000;
const SHOWN = 4;

/** Says that the process is open here, and shows by their initials who else has it open. */
export function PresentPeople({ id }: { id: string }) {
  const { t } = useTranslation();
  const { tenant } = useSession();
  const params = { path: { id } };
  const present = useQuery({
    queryKey: ['presence', tenant, id],
    queryFn: ({ signal }) => body(api.PUT('/processes/{id}/presence', { signal, params })),
    refetchInterval: BEAT_MS,
    refetchIntervalInBackground: true,
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(
    () => () => {
      void api.DELETE('/processes/{id}/presence', { params: { path: { id } } }).catch(() => undefined);
    },
    [id],
  );
  const people = present.isSuccess ? (present.data.items ?? []) : [];
  const more = people.slice(SHOWN);
  if (people.length === 0) {
    return null;
  }
  return (
    <ul className="dsg-present" aria-label={t('together.present')}>
      {people.slice(0, SHOWN).map((person) => (
        <Initials key={person.id} short={initials(person.name ?? '')} full={person.name ?? ''} />
      ))}
      {more.length > 0 && <Initials short={`+${more.length}`} full={more.map((person) => person.name).join(', ')} />}
    </ul>
  );
}

function Initials({ short, full }: { short: string; full: string }) {
  const { t } = useTranslation();
  return (
    <li title={t('together.alsoOpen', { name: full })}>
      <span aria-hidden>{short}</span>
      <span className="cds--visually-hidden">{full}</span>
    </li>
  );
}
