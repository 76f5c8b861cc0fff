/** Who set the standards of a test, how, and when: pure. */
import type { Language } from '../../db/scale';
import type { CertificateFacts } from '../../preload/api';
import { dayLong } from '../format';
import { plainText } from '../reports/plainText';
import type { Words } from '../words/words';

/** More than this would push the rest off the page; the file holds them all. */
const mostStandards = 5;
const mostNames = 6;

export function standardsSaid(
  standards: CertificateFacts['standards'],
  t: Words,
  language: Language,
): string[] {
  const more = standards.length - mostStandards;
  return [
    ...standards.slice(0, mostStandards).map(({ how, names, on, sessions }) =>
      t(`certificate.by.${how}`, {
        names: namesSaid(names, t, language),
        day: dayLong(on, language),
        count: sessions,
      }),
    ),
    ...(more > 0 ? [t('certificate.standardsMore', { count: more })] : []),
  ];
}

function namesSaid(names: readonly string[], t: Words, language: Language): string {
  const more = names.length - mostNames;
  const shown = names.slice(0, mostNames).map((name) => plainText(name, 80));
  return new Intl.ListFormat(language === 'nb' ? 'nb-NO' : 'en-GB').format(
    more > 0 ? [...shown, t('certificate.moreNames', { count: more })] : shown,
  );
}
