import type { PackProblem } from '../../preload/api';
import { useWords } from '../words/words';
import styles from './Site.module.css';

/** Everything that is wrong with a pack, each with where it stands. */
export function PackProblems({ problems }: { problems: readonly PackProblem[] }) {
  const { t } = useWords();
  return (
    <section className={styles.problems} aria-live="polite">
      <h3>{t('packProblem.title')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keyboard */}
      <ul tabIndex={0} aria-label={t('packProblem.title')}>
        {problems.map((problem) => {
          const sentence = sentenceOf(problem, t);
          return <li key={sentence}>{sentence}</li>;
        })}
      </ul>
    </section>
  );
}

/** The sentence that says what is wrong, and where. */
function sentenceOf(problem: PackProblem, t: ReturnType<typeof useWords>['t']): string {
  const { kind } = problem;
  if (kind === 'otherLanguage') {
    return t('packProblem.otherLanguage', { language: t(`settings.${problem.found}`) });
  }
  return t(`packProblem.${kind}`, { ...problem });
}
