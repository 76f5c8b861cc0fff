import { Select } from '@mantine/core';
import { useState } from 'react';
import type { AgreementBasis, AgreementScope, Library } from '../../preload/api';
import { dayShort } from '../format';
import { seatsOf } from '../moments/seats';
import { useSession } from '../queries';
import { useSessionTitle } from '../session/useSessionTitle';
import { useWords } from '../words/words';
import styles from './Moments.module.css';
import { OpenComparison } from './OpenComparison';
import { useAgreementMoments } from './useAgreement';

/** How far apart two moments may be and still be the same one. Seconds. */
const tolerances = [2, 5, 10, 20, 30, 60] as const;

type Props = { scope: AgreementScope; basis: AgreementBasis; library: Library };

/** Which moments of a session two raters both marked, and which only one of them; the newest session first. */
export function MomentsView({ scope, basis, library }: Props) {
  const { t, language } = useWords();
  const sessions = basis.sessions
    .filter(({ id }) => scope.sessionIds === null || scope.sessionIds.includes(id))
    .toReversed();
  const [asked, ask] = useState<{ sessionId?: string; first?: string; second?: string }>({});
  const [tolerance, setTolerance] = useState<number>(10);
  const session = sessions.find(({ id }) => id === asked.sessionId) ?? sessions[0];
  if (session === undefined) return <p className={styles.none}>{t('agreement.momentsNothing')}</p>;
  const raters = basis.raters.filter(({ id }) => session.raterIds.includes(id));
  const first = raters.find(({ id }) => id === asked.first) ?? raters[0];
  const second =
    raters.find(({ id }) => id === asked.second && id !== first?.id) ??
    raters.find(({ id }) => id !== first?.id);
  const groupName = (id: string | null) =>
    library.groups.find((group) => group.id === id)?.name ?? t('session.noGroup');
  const rater = (label: string, value: string | undefined, choose: (id: string) => void) => (
    <Select
      size="xs"
      w={150}
      label={label}
      allowDeselect={false}
      data={raters.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(id) => id !== null && choose(id)}
    />
  );
  return (
    <section className={`card ${styles.card}`} aria-labelledby="agreement-moments">
      <h2 id="agreement-moments">{t('agreement.momentsTitle')}</h2>
      <div className={styles.choices}>
        <Select
          size="xs"
          w={300}
          label={t('agreement.session')}
          searchable
          allowDeselect={false}
          data={sessions.map(({ id, date, number, groupId }) => ({
            value: id,
            label: [
              dayShort(date, language),
              groupName(groupId),
              ...(number === null ? [] : [t('agreement.number', { number })]),
            ].join(' · '),
          }))}
          value={session.id}
          onChange={(sessionId) => sessionId !== null && ask({ ...asked, sessionId })}
        />
        {rater(t('agreement.first'), first?.id, (id) =>
          // Whoever is chosen twice changes places.
          ask({ ...asked, first: id, ...(id === second?.id && first && { second: first.id }) }),
        )}
        {rater(t('agreement.second'), second?.id, (id) =>
          ask({ ...asked, second: id, ...(id === first?.id && second && { first: second.id }) }),
        )}
        <Select
          size="xs"
          w={170}
          label={t('agreement.tolerance')}
          allowDeselect={false}
          data={tolerances.map((seconds) => ({
            value: String(seconds),
            label: t('agreement.seconds', { seconds }),
          }))}
          value={String(tolerance)}
          onChange={(value) => setTolerance(Number(value ?? tolerance))}
        />
      </div>
      {first !== undefined && second !== undefined && (
        <Compared
          key={session.id}
          library={library}
          asked={{
            sessionId: session.id,
            first: first.id,
            second: second.id,
            edition: basis.edition?.id ?? null,
            toleranceMs: tolerance * 1000,
          }}
        />
      )}
    </section>
  );
}

type ComparedProps = { library: Library; asked: Parameters<typeof useAgreementMoments>[0] };

/** The player begins with the sound as it was left: it waits for the recording. */
function Compared({ library, asked }: ComparedProps) {
  const { t } = useWords();
  const { data: moments } = useAgreementMoments(asked);
  const { data: session } = useSession(asked.sessionId);
  const title = useSessionTitle(session?.session, library);
  if (session === undefined || session === null) return null;
  return (
    <OpenComparison
      moments={moments}
      session={session}
      title={title}
      seats={seatsOf(session.session, library.therapists, t)}
    />
  );
}
