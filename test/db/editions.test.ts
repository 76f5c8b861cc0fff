import { beforeEach, describe, expect, test } from 'vitest';
import * as model from '../../db/model.ts';
import { scaleEdition } from '../../db/scale.ts';
import type { Store } from '../../db/store.ts';
import { someRules, uuid } from '../fixtures/rows.ts';
import { databaseFile, openTestStore, sessionsOf, startRating } from '../fixtures/store.ts';

let file: string;
let store: Store;
beforeEach(() => {
  file = databaseFile();
  store = openTestStore(file);
});

function restart(): void {
  store.close();
  store = openTestStore(file);
}

const ours = {
  name: 'Ours',
  items: someRules({ 6: { takesAdherence: false }, 9: { mayBeNoOccasion: false } }),
};

/** A rating that follows our edition. */
function ratingOfOurs(): string {
  store.editions.use(store.editions.add(ours).id);
  return startRating(store).rating.id;
}

describe('an edition', () => {
  test('is there from the start, with all of the scale, and in use', () => {
    expect(store.editions.all()).toMatchObject([{ id: scaleEdition, inUse: true, ratings: 0 }]);
    expect(store.editions.find(scaleEdition)?.items).toEqual(someRules());
  });

  test('is found as it was added, after a restart', () => {
    const added = store.editions.add(ours);
    restart();
    expect(store.editions.all()[1]).toEqual(added);
    expect(store.editions.find(added.id)).toEqual({ id: added.id, ...ours });
    expect(store.editions.find('nothing')).toBeUndefined();
  });

  test('has the 19 items in order, each once', () => {
    expect(model.newEdition.safeParse(ours).success).toBe(true);
    expect(model.newEdition.safeParse({ ...ours, items: ours.items.slice(1) }).success).toBe(false);
    expect(model.newEdition.safeParse({ ...ours, items: ours.items.toReversed() }).success).toBe(false);
  });

  test('can be changed and deleted while no rating follows it', () => {
    const { id } = store.editions.add(ours);
    expect(store.editions.edit({ id, name: 'New', items: someRules() })).toBe(true);
    expect(store.editions.find(id)).toEqual({ id, name: 'New', items: someRules() });
    expect(store.editions.remove(id)).toBe(true);
    expect(store.editions.find(id)).toBeUndefined();
  });

  test('stays as it is when ratings follow it', () => {
    ratingOfOurs();
    const [, before] = store.editions.all();
    if (before === undefined) throw new Error('no edition');
    expect(before.ratings).toBe(1);
    store.editions.use(scaleEdition);
    expect(store.editions.edit({ id: before.id, name: 'New', items: someRules() })).toBe(false);
    expect(store.editions.remove(before.id)).toBe(false);
    expect(store.editions.find(before.id)).toEqual({ id: before.id, ...ours });
  });

  test('stays when it is built in, or in use', () => {
    const { id } = store.editions.add(ours);
    expect(store.editions.edit({ ...ours, id: scaleEdition })).toBe(false);
    store.editions.use(id);
    expect(store.editions.remove(scaleEdition)).toBe(false);
    expect(store.editions.remove(id)).toBe(false);
    expect(store.editions.all()).toHaveLength(2);
  });

  test('that is not there is not changed, deleted or used', () => {
    expect(store.editions.edit({ id: uuid(1), ...ours })).toBe(false);
    expect(store.editions.remove(uuid(1))).toBe(false);
    expect(store.editions.use(uuid(1))).toBe(false);
    expect(store.editions.all()[0]?.inUse).toBe(true);
  });
});

describe('a rating', () => {
  test('keeps the edition it began with, whatever is used later', () => {
    const ratingId = ratingOfOurs();
    const edition = store.ratings.find(ratingId)?.scaleEdition;
    store.editions.use(scaleEdition);
    expect(store.ratings.find(ratingId)?.scaleEdition).toBe(edition);
    expect(edition).not.toBe(scaleEdition);
    expect(store.ratings.find(startRating(store).rating.id)?.scaleEdition).toBe(scaleEdition);
  });

  test('takes no adherence where its edition has none, and says so', () => {
    const ratingId = ratingOfOurs();
    expect(() => store.judgements.editScore({ ratingId, item: 6, adherence: 3 })).toThrow('item 6');
    expect(store.judgements.ofRating(ratingId)).toMatchObject({ scores: [], canUndo: false });
    expect(store.judgements.editScore({ ratingId, item: 6, quality: 3 }).quality).toBe(3);
    expect(store.judgements.editScore({ ratingId, item: 7, adherence: 3 }).adherence).toBe(3);
  });

  test('is not "no occasion" where its edition has none, and says so', () => {
    const ratingId = ratingOfOurs();
    expect(() => store.judgements.editScore({ ratingId, item: 9, noOccasion: true })).toThrow('item 9');
    expect(store.judgements.ofRating(ratingId).scores).toEqual([]);
    expect(store.judgements.editScore({ ratingId, item: 6, noOccasion: true }).noOccasion).toBe(true);
  });

  test('has an item without adherence done with its quality, in the library as well', () => {
    const ratingId = ratingOfOurs();
    store.judgements.editScore({ ratingId, item: 6, quality: 3 });
    store.judgements.editScore({ ratingId, item: 7, quality: 3 });
    expect(sessionsOf(store)[0]?.ratings[0]?.itemsDone).toBe(1);
  });
});
