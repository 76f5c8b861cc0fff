import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clamped,
  detail,
  drawn,
  fitted,
  inView,
  mostZoom,
  share,
  spanMs,
  turned,
  zoomed,
} from '../../renderer/marks/zoom.ts';

const threeHours = 10_800_000;
const durationMs = fc.integer({ min: 1, max: 8 * 3_600_000 });
const anyView = fc
  .record({
    durationMs,
    zoom: fc.double({ min: 0.01, max: 5000, noNaN: true }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ durationMs: lasts, zoom, at }) => ({ lasts, shown: clamped({ zoom, fromMs: at * lasts }, lasts) }));

describe('what is shown', () => {
  test('is never closer than ten seconds side by side', () => {
    expect(spanMs(clamped({ zoom: 1e9, fromMs: 0 }, threeHours).zoom, threeHours)).toBeCloseTo(10_000);
  });

  test('of a recording shorter than that is all of it', () => {
    expect(mostZoom(4000)).toBe(1);
    expect(clamped({ zoom: 3, fromMs: 900 }, 4000)).toEqual({ zoom: 1, fromMs: 0 });
  });

  test('lies within the recording', () => {
    fc.assert(
      fc.property(anyView, ({ lasts, shown }) => {
        expect(shown.fromMs).toBeGreaterThanOrEqual(0);
        expect(shown.fromMs + spanMs(shown.zoom, lasts)).toBeLessThanOrEqual(lasts + 1e-3);
      }),
    );
  });
});

describe('zooming', () => {
  test('leaves the moment under the pointer where it is', () => {
    const before = { zoom: 4, fromMs: 3_000_000 };
    const after = zoomed(before, 2, 3_600_000, threeHours);
    const placeIn = (shown: typeof before) => (3_600_000 - shown.fromMs) / spanMs(shown.zoom, threeHours);
    expect(placeIn(after)).toBeCloseTo(placeIn(before));
  });

  test('keeps a moment that is in view in view', () => {
    fc.assert(
      fc.property(
        anyView,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        ({ lasts, shown }, within, factor) => {
          const at = shown.fromMs + within * spanMs(shown.zoom, lasts);
          const { zoom, fromMs } = zoomed(shown, factor, at, lasts);
          // A hair's breadth for the arithmetic.
          expect(at).toBeGreaterThanOrEqual(fromMs - 1e-3);
          expect(at).toBeLessThanOrEqual(fromMs + spanMs(zoom, lasts) + 1e-3);
        },
      ),
    );
  });

  test('out all the way shows the whole session', () => {
    expect(zoomed({ zoom: 300, fromMs: 5_000_000 }, 1e-6, 5_010_000, threeHours)).toEqual({
      zoom: 1,
      fromMs: 0,
    });
  });

  test('to a stretch shows it in the middle half', () => {
    expect(fitted(600_000, 660_000, threeHours)).toEqual({ zoom: 90, fromMs: 570_000 });
  });

  test('to a single moment comes as close as allowed', () => {
    expect(fitted(600_000, 600_000, threeHours).zoom).toBe(mostZoom(threeHours));
  });
});

describe('turning the page', () => {
  test('is not done while the moment is in view', () => {
    expect(turned({ zoom: 2, fromMs: 0 }, 1000, threeHours)).toBeUndefined();
  });

  test('brings any moment of the recording into view', () => {
    fc.assert(
      fc.property(anyView, fc.double({ min: 0, max: 1, noNaN: true }), ({ lasts, shown }, at) => {
        const fromMs = turned(shown, at * lasts, lasts) ?? shown.fromMs;
        expect(inView({ zoom: shown.zoom * (1 - 1e-9), fromMs }, at * lasts, lasts)).toBe(true);
      }),
    );
  });

  test('leaves most of the view for what comes', () => {
    const fromMs = turned({ zoom: 100, fromMs: 0 }, 200_000, threeHours) ?? 0;
    expect((200_000 - fromMs) / spanMs(100, threeHours)).toBeCloseTo(0.08);
  });
});

describe('what is kept drawn', () => {
  test('reaches beyond the view on both sides, or to the ends', () => {
    fc.assert(
      fc.property(anyView, ({ lasts, shown }) => {
        const span = spanMs(shown.zoom, lasts);
        const { fromMs, toMs } = drawn(shown, lasts);
        expect(fromMs).toBeLessThanOrEqual(Math.max(0, shown.fromMs - 0.2 * span) + 1e-3);
        expect(toMs).toBeGreaterThanOrEqual(Math.min(lasts, shown.fromMs + 1.2 * span) - 1e-3);
        expect(toMs - fromMs).toBeLessThan(2.3 * span);
      }),
    );
  });

  test('stays the same while the view moves a little', () => {
    const first = drawn({ zoom: 16, fromMs: 3_600_000 }, threeHours);
    expect(drawn({ zoom: 16, fromMs: 3_610_000 }, threeHours)).toEqual(first);
    expect(drawn({ zoom: 16, fromMs: 4_200_000 }, threeHours)).not.toEqual(first);
  });

  test('follows the zoom in half octaves', () => {
    expect(detail(1)).toBe(1);
    expect(detail(1.1)).toBe(1);
    expect(detail(1.9)).toBe(2);
    fc.assert(
      fc.property(fc.double({ min: 1, max: 2000, noNaN: true }), (zoom) => {
        expect(Math.abs(Math.log2(detail(zoom) / zoom))).toBeLessThanOrEqual(0.2501);
      }),
    );
  });
});

test('a place is a share of the recording, never outside of it', () => {
  expect(share(2_700_000, threeHours)).toBe('25%');
  expect(share(threeHours + 1, threeHours)).toBe('100%');
  expect(share(-1, threeHours)).toBe('0%');
  expect(share(0, 0)).toBe('0%');
});
