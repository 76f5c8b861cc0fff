/** What the site has set: names of phases, editions of the scale, text packs. */
import { useQuery } from '@tanstack/react-query';
import type { Anchor } from '../../db/model';
import { ask } from '../ask';
import { useWords } from '../words/words';

export const useSite = () => useQuery({ queryKey: ['site'], queryFn: () => ask('site') });

/** The manual's words for the levels in the language on screen; none when the site has no pack. */
export function useAnchors(): readonly Anchor[] {
  const { language } = useWords();
  const { data } = useSite();
  return data?.textPacks.find((pack) => pack.language === language)?.anchors ?? [];
}

/** The names that phases usually have in the language on screen. */
export function useUsualPhaseNames(): string[] {
  const { t } = useWords();
  return [t('phase.opening'), t('phase.round'), t('phase.turn'), t('phase.closing')];
}

/** The site's names of phases, or the usual ones. */
export function usePhaseNames(): string[] {
  const usual = useUsualPhaseNames();
  const { data } = useSite();
  return data === undefined || data.phaseNames.length === 0 ? usual : data.phaseNames;
}
