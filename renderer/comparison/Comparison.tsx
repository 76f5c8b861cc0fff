import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Library, StandardComparison } from '../../preload/api';
import { ask } from '../ask';
import { BackLink } from '../BackLink';
import { useSessionName } from '../programmes/useSessionName';
import { useLibrary } from '../queries';
import { useWords } from '../words/words';
import styles from './Comparison.module.css';
import { figuresSaid, standardSaid } from './figuresSaid';
import { ItemList } from './ItemList';
import { ProfileCard } from './ProfileCard';
import { comparisonRows, sidesOf } from './rows';
import { StandardMoments } from './StandardMoments';

const useStandardComparison = (assignmentId: string) =>
  useQuery({
    queryKey: ['standardComparison', assignmentId],
    queryFn: async () => (await ask('standardComparison', assignmentId)) ?? null,
  });

/** A rating of a programme beside the standard, once the standard may be seen. */
export function Comparison({ assignmentId }: { assignmentId: string }) {
  const { t } = useWords();
  const { data: found } = useStandardComparison(assignmentId);
  const { data: library } = useLibrary();
  if (found === undefined || library === undefined) return null;
  return found === null || found.outcome === 'hidden' ? (
    <>
      <Back programmeId={undefined} />
      <div className={styles.empty}>
        <h1>{t(found === null ? 'comparison.goneTitle' : 'comparison.hiddenTitle')}</h1>
        <p>{t(found === null ? 'comparison.gone' : 'comparison.hidden')}</p>
      </div>
    </>
  ) : (
    <Open comparison={found} library={library} />
  );
}

function Open({ comparison, library }: { comparison: StandardComparison; library: Library }) {
  const { t, language } = useWords();
  const nameOf = useSessionName();
  const { own, standard, figures, session } = comparison;
  const isOwn = own.rating.raterId === library.viewerId;
  const whose = isOwn ? t('comparison.you') : own.raterName;
  const sides = sidesOf(figures);
  const rows = sides.flatMap((side) => comparisonRows({ own: own.levels, standard }, side));
  const name = nameOf(session);
  return (
    <>
      <Back programmeId={isOwn ? undefined : comparison.programmeId} />
      <Title order={1} size="h2">
        {isOwn ? t('comparison.titleOwn') : t('comparison.titleOf', { name: own.raterName })}
      </Title>
      <p className={styles.facts}>
        <span>{name}</span>
        <span>{standardSaid(standard, t, language)}</span>
      </p>
      <p className={styles.said} role="status">
        {figuresSaid(figures, t, language)}
      </p>
      <p className={styles.counting}>{t('comparison.counting')}</p>
      <div className={styles.columns} data-sides={sides.length}>
        <ProfileCard session={name} whose={whose} sides={sides} rows={rows} />
        <ItemList rows={rows} whose={whose} sides={sides} />
      </div>
      <StandardMoments
        comparison={comparison}
        library={library}
        whose={isOwn ? t('comparison.youHere') : own.raterName}
      />
    </>
  );
}

function Back({ programmeId }: { programmeId: string | undefined }) {
  const { t } = useWords();
  return (
    <BackLink
      to={
        programmeId === undefined
          ? { name: 'programmes' }
          : { name: 'programme', programmeId, view: 'raters' }
      }
    >
      {t(programmeId === undefined ? 'programmes.work.toList' : 'comparison.back')}
    </BackLink>
  );
}
