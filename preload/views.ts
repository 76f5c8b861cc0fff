/** What the window is shown of the record, as far as the viewer may see it. */
import type { Coverage } from '../db/coverage.ts';
import type { SessionRow } from '../db/library.ts';
import type {
  Edition,
  Gap,
  Group,
  Mark,
  Overall,
  Phase,
  Rater,
  Rating,
  Score,
  Session,
  Therapist,
} from '../db/model.ts';
import type { SessionScore } from '../db/others.ts';
import type { Version } from '../db/ratings.ts';
import type { Refusal } from '../db/refused.ts';
import type { RecordingView } from './recordings.ts';

export type Library = {
  /** How many there are. */
  sessions: number;
  /** How many of them have a rating of the viewer's own that is not submitted. */
  waiting: number;
  groups: Group[];
  therapists: Therapist[];
  raters: Rater[];
  /** The rater who sits in front of the screen; undefined when nobody has said. */
  viewerId: string | undefined;
};

export type SessionView = {
  session: Session;
  /** Who rated it how far. */
  row: SessionRow;
  phases: Phase[];
  recording: RecordingView | null;
  /** Of the ratings that the viewer may see now. */
  scores: SessionScore[];
};

export type Judgements = {
  marks: Mark[];
  scores: Score[];
  overall: Overall;
  canUndo: boolean;
  canRedo: boolean;
};

export type RatingView = Judgements & {
  outcome: 'open';
  rating: Rating;
  /** The edition it keeps, whatever new ratings follow. */
  edition: Pick<Edition, 'id' | 'name' | 'items'>;
  /** Why the viewer cannot change it; undefined when it can be changed. */
  lock: Refusal | undefined;
  /** Reasons for what is missing. */
  gaps: Gap[];
  /** How much of the recording was played for it. */
  coverage: Coverage;
  /** Every version of this rating, newest first. */
  versions: Version[];
};
