/** What a rating must say after a list of changes: a second, simple account beside the record's own. */
import type { Overall, Phase, Score } from '../../db/model.ts';

/** Without ids, which an amendment gives anew. */
type ModelMark = { item: number; atMs: number; quality: number | null; note: string };
type ModelPhase = Pick<Phase, 'name' | 'startMs' | 'endMs'>;
export type State = {
  marks: readonly ModelMark[];
  scores: readonly Omit<Score, 'ratingId'>[];
  overall: Omit<Overall, 'ratingId'>;
  phases: readonly ModelPhase[];
};
export type Model = {
  now: State;
  undone: readonly State[];
  done: readonly State[];
  version: number;
  submitted: boolean;
  positionMs: number;
};

export type Step =
  | { do: 'addMark'; mark: ModelMark }
  /** Marks are named by their place in the recording, which no two share. */
  | { do: 'editMark'; atMs: number; note: string }
  | { do: 'removeMark'; atMs: number }
  | { do: 'editScore'; score: Omit<Score, 'ratingId'> }
  | { do: 'editOverall'; overall: Omit<Overall, 'ratingId'> }
  | { do: 'setPhases'; phases: readonly ModelPhase[] }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'keepPlayed'; positionMs: number }
  | { do: 'submit' }
  | { do: 'amend' };

/** The account after one more step. */
export function after(model: Model, step: Step): Model {
  const { now } = model;
  switch (step.do) {
    case 'addMark':
      return changed(model, { ...now, marks: inOrder([...now.marks, step.mark]) });
    case 'editMark': {
      const edited = now.marks.map((mark) => (mark.atMs === step.atMs ? { ...mark, note: step.note } : mark));
      return changed(model, { ...now, marks: edited });
    }
    case 'removeMark':
      return changed(model, { ...now, marks: now.marks.filter(({ atMs }) => atMs !== step.atMs) });
    case 'editScore': {
      const others = now.scores.filter(({ item }) => item !== step.score.item);
      return changed(model, { ...now, scores: [...others, step.score].sort((a, b) => a.item - b.item) });
    }
    case 'editOverall':
      return changed(model, { ...now, overall: step.overall });
    case 'setPhases':
      return changed(model, { ...now, phases: step.phases });
    case 'undo': {
      const [before, ...done] = model.done;
      return before === undefined ? model : { ...model, now: before, done, undone: [now, ...model.undone] };
    }
    case 'redo': {
      const [next, ...undone] = model.undone;
      return next === undefined ? model : { ...model, now: next, undone, done: [now, ...model.done] };
    }
    case 'keepPlayed':
      return { ...model, positionMs: step.positionMs };
    case 'submit':
      return { ...model, submitted: true };
    case 'amend':
      return { ...model, submitted: false, version: model.version + 1, done: [], undone: [] };
    default:
      return step satisfies never;
  }
}

/** What changes nothing is no step for undo. */
function changed(model: Model, now: State): Model {
  if (JSON.stringify(now) === JSON.stringify(model.now)) return model;
  return { ...model, now, done: [model.now, ...model.done], undone: [] };
}

export const inOrder = (marks: readonly ModelMark[]): ModelMark[] =>
  [...marks].sort((a, b) => a.atMs - b.atMs);

/** The next step of a rater at work, by chance. `number` is different each time. */
export function nextStep(model: Model, next: () => number, number: number): Step {
  const below = (limit: number) => Math.floor(next() * limit);
  const { marks } = model.now;
  if (model.submitted) return { do: 'amend' };
  const own = marks.filter(({ atMs }) => atMs >= 200_000);
  const any = own[below(own.length)];
  const chance = next();
  if (chance < 0.02) return { do: 'submit' };
  if (chance < 0.1) return { do: 'undo' };
  if (chance < 0.15) return { do: 'redo' };
  if (chance < 0.2) return { do: 'keepPlayed', positionMs: 1 + below(100_000) };
  if (chance < 0.25) {
    const at = 1000 + below(50_000);
    const phases = [
      { name: `Opening ${number}`, startMs: 0, endMs: at },
      { name: 'Round', startMs: at, endMs: at + 1000 },
    ];
    return { do: 'setPhases', phases };
  }
  if (chance < 0.45) {
    const item = 1 + below(19);
    return {
      do: 'editScore',
      score: {
        item,
        adherence: level(below),
        quality: level(below),
        noOccasion: false,
        note: `Score ${number}`,
      },
    };
  }
  if (chance < 0.5) {
    return {
      do: 'editOverall',
      overall: { adherence: level(below), quality: level(below), note: `All ${number}` },
    };
  }
  if (any !== undefined && chance < 0.6)
    return { do: 'editMark', atMs: any.atMs, note: `Note ${number}: æøå` };
  if (any !== undefined && (own.length > 60 || chance < 0.66)) return { do: 'removeMark', atMs: any.atMs };
  return {
    do: 'addMark',
    mark: { item: 1 + below(19), atMs: 200_000 + number, quality: level(below), note: `Mark ${number}` },
  };
}

const level = (below: (limit: number) => number): number => 1 + below(7);
