import { Group, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { Therapist } from '../../db/model';
import type { Results, ResultsRating } from '../../db/results';
import { ChartCard } from '../charts/ChartCard';
import { nameOfFile } from '../charts/export/plain';
import { clockSeconds } from '../format';
import { therapistLabel } from '../library/people';
import { MarkShape } from '../marks/MarkShape';
import { raterLabel } from '../moments/raterLabel';
import { useSession } from '../queries';
import { isolated } from '../words/isolated';
import { useWords } from '../words/words';
import { countsSaid } from './countsSaid';
import { purposeBeside } from './named';
import styles from './WhoDidWhat.module.css';
import { WhoDidWhatChart } from './WhoDidWhatChart';
import { byPhase, byTime, countsOf, type Part, type Who, whos } from './whoDidWhat';
import { whoTable } from './whoTable';

type Props = {
  /** Of the session. */
  title: string;
  results: Results;
  shown: readonly ResultsRating[];
  therapists: readonly Therapist[];
};

/** More phases than this are no picture any more. */
const mostPhases = 24;

/** The marks of one rating by therapist, in the phases or over time. Marks of several raters are not added up. */
export function WhoDidWhatCard({ title, results, shown, therapists }: Props) {
  const { t, language } = useWords();
  const { session, phases } = results;
  const { data: view } = useSession(session.id);
  const [wanted, setWanted] = useState<string>();
  const [dividing, setDividing] = useState<'phases' | 'time'>('phases');
  const one = shown.find(({ rating }) => rating.id === wanted) ?? usualOf(shown);
  if (one === undefined) return null;

  const rater = { raterName: one.raterName, purpose: one.rating.purpose };
  const phased = phases.length > 0 && phases.length <= mostPhases;
  const division = phased ? dividing : 'time';
  const whole = countsOf(one.marks);
  const named = whos.flatMap((who) => {
    const { interventions, missed } = whole[who];
    return interventions + missed === 0 ? [] : [{ who, label: nameOf(who) }];
  });
  const parts = (
    division === 'phases'
      ? byPhase(one.marks, phases)
      : byTime(one.marks, view?.recording?.durationMs ?? undefined)
  ).map((part) => ({ label: labelOf(part), by: part.by }));

  function nameOf(who: Who): string {
    const id = { first: session.firstTherapistId, second: session.secondTherapistId, both: null }[who];
    const therapist = therapists.find((someone) => someone.id === id);
    return therapist === undefined ? t(`mark.${who}`) : therapistLabel(therapist);
  }
  function labelOf({ name, fromMs, toMs }: Part): string {
    if (name !== undefined) return name;
    return toMs === undefined ? t('results.noPhase') : `${clockSeconds(fromMs)}–${clockSeconds(toMs)}`;
  }

  return (
    <ChartCard
      title={t('results.who')}
      how={t('results.whoHow', { name: isolated(raterLabel(rater, t)) })}
      fileName={nameOfFile(`${t('results.whoFile')} ${session.date} ${one.raterName} ${title}`)}
      table={whoTable([...parts, { label: t('results.whole'), by: whole }], named, t, language)}
      choices={
        <Group gap="xs">
          {shown.length > 1 && (
            <Select
              size="xs"
              w={200}
              aria-label={t('results.whoseMarks')}
              data={shown.map(({ rating, raterName }) => ({
                value: rating.id,
                label: [isolated(raterName), purposeBeside(rating.purpose, t)]
                  .filter((part) => part !== undefined)
                  .join(' · '),
              }))}
              value={one.rating.id}
              allowDeselect={false}
              onChange={(value) => setWanted(value ?? undefined)}
            />
          )}
          {phased && (
            <SegmentedControl
              size="xs"
              aria-label={t('results.division')}
              data={[
                { value: 'phases', label: t('results.byPhase') },
                { value: 'time', label: t('results.byTime') },
              ]}
              value={dividing}
              onChange={(value) => setDividing(value === 'time' ? 'time' : 'phases')}
            />
          )}
        </Group>
      }
      legend={
        <ul className={styles.legend}>
          {named.map(({ who, label }) => (
            <li key={who} className={styles.who}>
              <MarkShape mark={{ therapist: who, quality: null, kind: 'intervention' }} />
              <bdi>{label}</bdi> {countsSaid(whole[who], t, language)}
            </li>
          ))}
        </ul>
      }
    >
      {named.length === 0 ? (
        <p className={styles.hint}>{t('results.noMarks', { name: one.raterName })}</p>
      ) : (
        <WhoDidWhatChart parts={parts} whos={named} />
      )}
    </ChartCard>
  );
}

/** A rater's before a therapist's own. */
const usualOf = (shown: readonly ResultsRating[]): ResultsRating | undefined =>
  shown.find(({ rating, marks }) => rating.purpose !== 'selfRating' && marks.length > 0) ?? shown[0];
