import { Button, Checkbox, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ConsensusChoice, Library } from '../../preload/api';
import { ask } from '../ask';
import { go, hashOf } from '../place';
import { tell, useRefresh } from '../queries';
import { useFocusBack } from '../useFocusBack';
import { useWords } from '../words/words';
import { inTheWay, proposed } from './choosing';
import styles from './Dialogs.module.css';
import { HeldMeetings } from './HeldMeetings';
import { RatingChecks } from './RatingChecks';

type Props = { sessionId: string; choice: ConsensusChoice; library: Library; close: () => void };

/** From which ratings, and with whom; or on with a meeting that is not finished. */
export function BeginConsensus({ sessionId, choice, library, close }: Props) {
  const { t } = useWords();
  useFocusBack();
  const { meetings } = choice;
  const own = meetings.find(({ leaderId }) => leaderId === library.viewerId);
  return (
    <Modal
      opened
      centered
      size="lg"
      onClose={close}
      title={t('consensus.beginTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {meetings.length > 0 && <HeldMeetings meetings={meetings} />}
      {own?.submittedAt === null ? (
        <>
          <p className={styles.line}>{t('consensus.goOn')}</p>
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
        <NewMeeting
          sessionId={sessionId}
          choice={choice}
          library={library}
          close={close}
          held={own !== undefined}
        />
      )}
    </Modal>
  );
}

/** @param props.held whether the viewer has led one already: it is held again for a reason */
function NewMeeting({ sessionId, choice, library, close, held }: Props & { held: boolean }) {
  const { t } = useWords();
  const refresh = useRefresh();
  const { candidates } = choice;
  const viewer = library.raters.find(({ id }) => id === library.viewerId);
  const [ratingIds, setRatingIds] = useState(() => proposed(candidates).map(({ ratingId }) => ratingId));
  const [memberIds, setMemberIds] = useState(() => [
    ...new Set([
      ...proposed(candidates).map(({ raterId }) => raterId),
      ...(viewer === undefined ? [] : [viewer.id]),
    ]),
  ]);
  const [again, setAgain] = useState('');
  const [refused, setRefused] = useState<'nobody' | 'unseen' | 'tooFew' | 'notLocked' | 'editions'>();
  const leads = viewer?.kind === 'supervisor' || viewer?.kind === 'expert';
  const chosen = candidates.filter(({ ratingId }) => ratingIds.includes(ratingId));
  const why = leads ? (refused ?? inTheWay(chosen)) : 'nobody';
  const isReady = why === undefined && (!held || again.trim() !== '');

  const begin = async () => {
    const meeting = { sessionId, ratingIds, memberIds, ...(held && { again: again.trim() }) };
    const answer = await ask('beginConsensus', meeting);
    if (answer.outcome === 'refused') {
      setRefused(answer.why);
      return;
    }
    await refresh();
    close();
    go({ name: 'consensus', ratingId: answer.ratingId });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) begin().catch(tell);
      }}
    >
      <p className={styles.line}>{t(held ? 'consensus.heldBefore' : 'consensus.what')}</p>
      {held && (
        <Textarea
          mb="sm"
          label={t('consensus.whyAgain')}
          rows={2}
          maxLength={2000}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
        />
      )}
      <RatingChecks
        candidates={candidates}
        chosen={ratingIds}
        choose={(ids) => {
          setRefused(undefined);
          setRatingIds(ids);
        }}
      />
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
        <Button type="submit" disabled={!isReady}>
          {t('consensus.begin')}
        </Button>
      </div>
    </form>
  );
}
