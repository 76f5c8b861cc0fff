import type { DriftPoint } from '../../preload/api';
import { decimals, percent, points } from '../agreement/figures';
import { wallDay } from '../format';
import { useSessionName } from '../programmes/useSessionName';
import { useWords } from '../words/words';

/** One check in full, and the last ones up to it. */
export function CheckTip({ check }: { check: DriftPoint }) {
  const { t, language } = useWords();
  const nameOf = useSessionName();
  const { within1, running } = check;
  const figures = (mean: number | undefined, of: typeof within1) =>
    t('drift.tipFigures', {
      bias: mean === undefined ? '–' : points(mean, language, 2),
      count: of.count,
      of: of.of,
      share: of.share === undefined ? '–' : decimals(percent(of.share), language, 0),
    });
  return (
    <>
      <strong>{wallDay(check.submittedAt, language)}</strong>
      <div>
        {check.kind === 'check'
          ? t('drift.kind.check')
          : t('drift.doubleWith', { name: check.otherName ?? '' })}
      </div>
      <div>{nameOf(check.session)}</div>
      <div>{figures(check.bias, within1)}</div>
      <div>
        {t('drift.lastOf', { count: running.n })}: {figures(running.bias, running.within1)}
      </div>
      {running.alarm && <strong>{t('drift.alarmHere')}</strong>}
    </>
  );
}
