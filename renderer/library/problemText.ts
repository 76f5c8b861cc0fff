import type { MediaProblem } from '../../preload/api';
import type { useWords } from '../words/words';

/** The sentence that says what is wrong with a recording's file, and what to do. */
export function problemText(problem: MediaProblem, t: ReturnType<typeof useWords>['t']): string {
  switch (problem.kind) {
    case 'codec':
      return t('problem.codec', { name: problem.name });
    case 'convert':
      return t(problem.inLibrary ? 'problem.convertKept' : 'problem.convert', { name: problem.name });
    case 'truncated':
      return t(problem.playable ? 'problem.truncatedPlayable' : 'problem.truncated');
    case 'keptDamaged':
      return t(problem.playable ? 'problem.keptDamagedPlayable' : 'problem.keptDamaged');
    case 'keptGone':
    case 'gone':
    case 'unreadable':
    case 'empty':
    case 'notMedia':
    case 'changed':
      return t(`problem.${problem.kind}`);
    default:
      return problem satisfies never;
  }
}
