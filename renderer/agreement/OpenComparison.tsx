import { Chip, Group } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { AgreementMoments, SessionView } from '../../preload/api';
import { MomentPlayer } from '../moments/MomentPlayer';
import { type Moment, momentsOf } from '../moments/moments';
import { Playlist } from '../moments/Playlist';
import { PlayThese } from '../moments/PlayThese';
import type { Seats } from '../moments/seats';
import { playerProblem, stopsPlaying } from '../player/playable';
import { usePlayback } from '../player/usePlayback';
import { useSound } from '../player/useSound';
import { useSettings } from '../settings/useSettings';
import { useWords } from '../words/words';
import { ComparedList } from './ComparedList';
import { ComparedNumbers } from './ComparedNumbers';
import { type ComparedKind, comparedMoments, kinds, playedMark } from './comparison';
import styles from './Moments.module.css';

type Props = {
  /** Undefined while they are matched. */
  moments: AgreementMoments | null | undefined;
  session: SessionView;
  title: string;
  seats: Seats;
  /** Above the list, in place of the numbers. */
  above?: ReactNode;
  /** Only marks of this rating can be opened at the desk; undefined for all. */
  ownRatingId?: string;
};

/** The numbers above, the list to the left, the player to the right. */
export function OpenComparison({ moments, session, title, seats, above, ownRatingId }: Props) {
  const { t } = useWords();
  const { settings } = useSettings();
  const { preRollMs } = settings;
  const { recording, phases } = session;
  const { playback, state } = usePlayback(settings.resumeBackMs);
  const sound = useSound(recording);
  const [kind, setKind] = useState<ComparedKind | 'all'>('all');
  const [current, setCurrent] = useState<Moment>();
  const [queue, setQueue] = useState<readonly Moment[]>();
  const all = useMemo(() => (moments ? comparedMoments(moments) : []), [moments]);
  const byMark = useMemo(() => {
    if (!moments) return new Map<string, Moment>();
    const of = (rater: 'first' | 'second') => ({
      raterName: moments[rater].raterName,
      rating: { purpose: moments[rater].purpose },
      marks: all.flatMap((one) => one[rater] ?? []),
    });
    return new Map(momentsOf([of('first'), of('second')], phases).map((moment) => [moment.mark.id, moment]));
  }, [moments, all, phases]);
  if (!moments) return null;
  const listed = all.filter((one) => kind === 'all' || one.kind === kind);
  const momentOf = (one: (typeof all)[number]) => byMark.get(playedMark(one)?.id ?? '');
  const plays = recording !== null && !state.failed && !stopsPlaying(playerProblem(recording));
  const player = { recording, playback, state, sound };
  const play = (moment: Moment) => {
    setCurrent(moment);
    playback.seek(Math.max(0, moment.mark.atMs - preRollMs));
    playback.play();
  };
  const waiting = listed.flatMap((one) => momentOf(one) ?? []);
  return (
    <>
      {above ?? <ComparedNumbers moments={moments} />}
      {all.length === 0 ? (
        <p className={styles.none}>{t('agreement.momentsNoMarks')}</p>
      ) : (
        <div className={styles.halves}>
          <div>
            <div className={styles.bar}>
              <Chip.Group
                value={kind}
                onChange={(next) => setKind(kinds.find((one) => one === next) ?? 'all')}
              >
                <Group gap={6} role="radiogroup" aria-label={t('agreement.momentsKind')}>
                  {(['all', ...kinds] as const).map((one) => (
                    <Chip
                      key={one}
                      size="xs"
                      value={one}
                      classNames={{ label: styles.chip, iconWrapper: styles.chipSign }}
                    >
                      {kindSaid(one)}
                    </Chip>
                  ))}
                </Group>
              </Chip.Group>
              <PlayThese
                count={waiting.length}
                chosen={false}
                disabled={!plays}
                play={() => {
                  playback.pause();
                  setQueue(waiting);
                }}
              />
            </div>
            <ComparedList
              listed={listed}
              currentId={current?.mark.id}
              names={{ first: moments.first.raterName, second: moments.second.raterName }}
              play={(one) => {
                const moment = momentOf(one);
                if (moment !== undefined) play(moment);
              }}
            />
          </div>
          <MomentPlayer
            sessionId={session.session.id}
            player={player}
            moment={current}
            atDesk={ownRatingId === undefined || current?.mark.ratingId === ownRatingId}
            seats={seats}
            raters
            away={queue !== undefined}
          />
        </div>
      )}
      {queue !== undefined && (
        <Playlist
          title={title}
          queue={queue}
          player={player}
          preRollMs={preRollMs}
          seats={seats}
          raters
          close={(last) => {
            playback.pause();
            setCurrent(last);
            setQueue(undefined);
          }}
        />
      )}
    </>
  );

  function kindSaid(one: ComparedKind | 'all'): string {
    const count = all.filter((moment) => one === 'all' || moment.kind === one).length;
    switch (one) {
      case 'onlyFirst':
        return t('agreement.kinds.onlyFirst', { count, name: moments?.first.raterName ?? '' });
      case 'onlySecond':
        return t('agreement.kinds.onlySecond', { count, name: moments?.second.raterName ?? '' });
      default:
        return t(`agreement.kinds.${one}`, { count });
    }
  }
}
