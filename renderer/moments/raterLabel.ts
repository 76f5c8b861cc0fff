import type { Words } from '../words/words';
import type { Moment } from './moments';

/** 'Solveig K.', or 'Ingrid (self)' for one who rates the own work. */
export const raterLabel = ({ raterName, purpose }: Moment['rating'], t: Words): string =>
  purpose === 'selfRating' ? t('purpose.selfOf', { name: raterName }) : raterName;
