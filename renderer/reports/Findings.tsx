import { itemOf } from '../../db/scale';
import { number } from '../format';
import { useWords } from '../words/words';
import { type Figure, strengthsOf, toWorkOn } from './choosing';
import styles from './Findings.module.css';
import { range } from './figureText';
import { MomentList } from './MomentLine';
import { evidenceOf, type ReportMoment } from './moments';
import { Part } from './Paper';
import paper from './Paper.module.css';

type Props = {
  quality: readonly Figure[];
  /** What a figure is counted of. */
  of: 'raters' | 'sessions';
  /** Where they are known: those behind the numbers. */
  moments?: readonly ReportMoment[];
  therapists?: { first: string | undefined; second: string | undefined };
};

const mostEvidence = 3;
const longestEvidence = 300;

/** What went well, with the moments that show it. */
export function Strengths(props: Props) {
  const { t } = useWords();
  const found = strengthsOf(props.quality);
  return (
    <Part
      title={t('reports.section.strengths')}
      how={t(props.of === 'raters' ? 'reports.strengthsHow' : 'reports.strengthsOverTime')}
      flows
    >
      {found.length === 0 && <p>{t('reports.noStrengths')}</p>}
      <ol>
        {found.map((figure) => (
          <Finding key={figure.measure} figure={figure} shows="strength" {...props} />
        ))}
      </ol>
    </Part>
  );
}

/** What can grow, each with what good enough would be. */
export function ToWorkOn(props: Props) {
  const { t } = useWords();
  const found = toWorkOn(props.quality);
  return (
    <Part title={t('reports.section.toWorkOn')} how={t('reports.toWorkOnHow')} flows>
      {found.length === 0 && <p>{t('reports.nothingToWorkOn')}</p>}
      <ol>
        {found.map((figure) => (
          <Finding key={figure.measure} figure={figure} shows="toWorkOn" {...props} />
        ))}
      </ol>
    </Part>
  );
}

function Finding({
  figure,
  shows,
  of,
  moments,
  therapists,
}: Props & { figure: Figure & { mean: number }; shows: 'strength' | 'toWorkOn' }) {
  const { t, language } = useWords();
  const item = itemOf(figure.measure);
  const spread = range(figure, language);
  const evidence = evidenceOf(moments ?? [], item.number, shows, mostEvidence);
  return (
    <li className={styles.finding}>
      <h3>
        <span className={styles.badge} data-quality={Math.floor(figure.mean)}>
          {number(figure.mean, language)}
        </span>
        <span className={paper.itemNumber}>{item.number}</span> {item.name[language]}{' '}
        <span className={paper.basis}>
          {spread === undefined ? '' : `${spread} · `}
          {of === 'raters'
            ? t('reports.raters', { count: figure.count })
            : t('reports.sessions', { count: figure.count })}
        </span>
      </h3>
      {shows === 'toWorkOn' && (
        <p className={styles.goodEnough}>
          <b>{t('reports.goodEnough')}</b> {item.goodEnough[language]}
        </p>
      )}
      {therapists && evidence.length > 0 && (
        <MomentList
          moments={evidence}
          therapists={therapists}
          most={mostEvidence}
          longest={longestEvidence}
        />
      )}
    </li>
  );
}
