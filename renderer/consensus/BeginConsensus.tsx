import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import type { ConsensusChoice, Library } from '../../preload/api';
import { ask } from '../ask';
import { wallDay } from '../format';
import { go, hashOf } from '../place';
import { tell, useRefresh } from '../queries';
import { useWords } from '../words/words';
import styles from './Consensus.module.css';
import { inTheWay, proposed } from './choosing';

type Props = { sessionId: string; choice: ConsensusChoice; library: Library; close: () => void };

/** From which ratings, and with whom; or on with a meeting that was begun before. */
export function BeginConsensus({ sessionId, choice, library, close }: Props) {
  const { t, language } = useWords();
  const refresh = useRefresh();
  const { candidates, meetings } = choice;
  const viewer = library.raters.find(({ id }) => id === library.viewerId);
  const own = meetings.find(({ leaderId }) => leaderId === viewer?.id);
  const [ratingIds, setRatingIds] = useState(() => proposed(candidates).map(({ ratingId }) => ratingId));
  const chosen = candidates.filter(({ ratingId }) => ratingIds.includes(ratingId));
  const [memberIds, setMemberIds] = useState(() => [
    ...new Set([
      ...proposed(candidates).map(({ raterId }) => raterId),
      ...(viewer === undefined ? [] : [viewer.id]),
    ]),
  ]);
  const [refused, setRefused] = useState<'nobody' | 'unseen' | 'tooFew' | 'notLocked' | 'editions'>();
  const leads = viewer?.kind === 'supervisor' || viewer?.kind === 'expert';
  const way = inTheWay(chosen);
  const why = leads ? (refused ?? way) : 'nobody';
  const severalEditions = new Set(candidates.map(({ editionId }) => editionId)).size > 1;

  const begin = async () => {
    const answer = await ask('beginConsensus', { sessionId, ratingIds, memberIds });
    if (answer.outcome === 'refused') {
      setRefused(answer.why);
      return;
    }
    await refresh();
    close();
    go({ name: 'consensus', ratingId: answer.ratingId });
  };

  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={close}
      title={t('consensus.beginTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {meetings.length > 0 && (
        <>
          <h3 className={styles.dialogHead}>{t('consensus.meetings')}</h3>
          <ul className={styles.meetings}>
            {meetings.map(({ ratingId, leaderName, startedAt, submittedAt }) => (
              <li key={ratingId}>
                <a href={hashOf({ name: 'consensus', ratingId })}>
                  {t('consensus.meetingOf', { day: wallDay(startedAt, language), name: leaderName })}
                </a>
                <span>
                  {submittedAt === null
                    ? t('consensus.underWay')
                    : t('consensus.finishedOn', { day: wallDay(submittedAt, language) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {own !== undefined ? (
        <>
          <p className={styles.line}>
            {t(own.submittedAt === null ? 'consensus.goOn' : 'consensus.amendIt')}
          </p>
          <div className={styles.dialogFoot}>
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button component="a" href={hashOf({ name: 'consensus', ratingId: own.ratingId })} data-autofocus>
              {t('consensus.openOwn')}
            </Button>
          </div>
        </>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (why === undefined) begin().catch(tell);
          }}
        >
          <p className={styles.line}>{t('consensus.what')}</p>
          <Checkbox.Group
            label={t('consensus.ratings')}
            value={ratingIds}
            onChange={(ids) => {
              setRefused(undefined);
              setRatingIds(ids);
            }}
          >
            <div className={styles.checks}>
              {candidates.map((one) => (
                <Checkbox
                  key={one.ratingId}
                  size="xs"
                  value={one.ratingId}
                  label={
                    <span className={styles.check}>
                      <bdi>{one.raterName}</bdi>
                      <span>
                        {[
                          t(`purpose.${one.purpose}`),
                          wallDay(one.submittedAt, language),
                          ...(one.version > 1 ? [t('consensus.version', { version: one.version })] : []),
                          ...(one.sawOthers ? [t('consensus.sawOthers')] : []),
                          ...(severalEditions ? [one.editionName] : []),
                        ].join(' · ')}
                      </span>
                    </span>
                  }
                />
              ))}
            </div>
          </Checkbox.Group>
          <Checkbox.Group label={t('consensus.table')} value={memberIds} onChange={setMemberIds} mt="sm">
            <div className={styles.checks} data-two>
              {library.raters.map(({ id, name, kind }) => (
                <Checkbox
                  key={id}
                  size="xs"
                  value={id}
                  label={
                    <span className={styles.check}>
                      <bdi>{name}</bdi>
                      <span>{t(`consensus.kinds.${kind}`)}</span>
                    </span>
                  }
                />
              ))}
            </div>
          </Checkbox.Group>
          <div className={styles.dialogFoot}>
            <output className={styles.why}>{why !== undefined && t(`consensus.refused.${why}`)}</output>
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" disabled={why !== undefined}>
              {t('consensus.begin')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
