import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, type Place, placeOf } from '../../renderer/place.ts';

const places: fc.Arbitrary<Place> = fc.oneof(
  fc.constant<Place>({ name: 'library' }),
  fc.constant<Place>({ name: 'settings' }),
  fc.uuid().map((sessionId): Place => ({ name: 'session', sessionId })),
  fc.uuid().map((ratingId): Place => ({ name: 'rate', ratingId })),
  fc.option(fc.uuid(), { nil: undefined }).map((therapistId): Place => ({ name: 'progress', therapistId })),
);

test('every place is found again from its address', () => {
  fc.assert(fc.property(places, (place) => void expect(placeOf(hashOf(place))).toEqual(place)));
});

test.each(['', '#', '#/', '#/nowhere', '#/session', '#/session/', '#/rate', 'nonsense'])(
  'the address %j is the library',
  (hash) => {
    expect(placeOf(hash)).toEqual({ name: 'library' });
  },
);

test('any address whatever is some place', () => {
  fc.assert(fc.property(fc.string(), (hash) => void expect(hashOf(placeOf(`#${hash}`))).toMatch(/^#\//)));
});
