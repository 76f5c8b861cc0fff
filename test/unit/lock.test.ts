import { describe, expect, test } from 'vitest';
import { idleTime } from '../../main/idle.ts';
import { breakdowns } from '../../main/restarts.ts';
import { isEnough } from '../../main/vault/floor.ts';
import { endsWith, newRecoveryCode, recoveryCodeIn } from '../../main/vault/recoveryCode.ts';

function at(minutes: number[]) {
  let now = 0;
  return {
    now: () => now * 60_000,
    go() {
      now = minutes.shift() ?? now;
    },
  };
}

describe('time without input', () => {
  test('is over after so many minutes, and not before', () => {
    const clock = at([9.99, 10]);
    const idle = idleTime(clock.now);
    clock.go();
    expect(idle.isOver(10)).toBe(false);
    clock.go();
    expect(idle.isOver(10)).toBe(true);
  });

  test('begins anew with every use', () => {
    const clock = at([9, 18, 19]);
    const idle = idleTime(clock.now);
    clock.go();
    idle.used();
    clock.go();
    expect(idle.isOver(10)).toBe(false);
    clock.go();
    expect(idle.isOver(10)).toBe(true);
  });

  test('never ends for 0 minutes', () => {
    const clock = at([100_000]);
    const idle = idleTime(clock.now);
    clock.go();
    expect(idle.isOver(0)).toBe(false);
  });

  test('does not pass while something plays, and begins when the last of it pauses', () => {
    const clock = at([90, 99, 100, 110]);
    const idle = idleTime(clock.now);
    idle.began();
    idle.began();
    idle.paused();
    clock.go();
    expect(idle.isOver(10)).toBe(false);
    idle.paused();
    clock.go();
    expect(idle.isOver(10)).toBe(false);
    clock.go();
    expect(idle.isOver(10)).toBe(true);
  });

  test('passes when the page that played is gone', () => {
    const clock = at([1, 11]);
    const idle = idleTime(clock.now);
    idle.began();
    clock.go();
    idle.silent();
    clock.go();
    expect(idle.isOver(10)).toBe(true);
  });
});

describe('a window that breaks down', () => {
  test('is one too many the third time within a minute, and counts anew then', () => {
    const clock = at([0, 0.3, 0.6, 0.7, 0.8, 0.9]);
    const broken = breakdowns(clock.now);
    const told = Array.from({ length: 6 }, () => {
      clock.go();
      return broken.isOneTooMany();
    });
    expect(told).toEqual([false, false, true, false, false, true]);
  });

  test('now and then is started every time', () => {
    const clock = at([0, 0.6, 1.2, 1.8, 2.4]);
    const broken = breakdowns(clock.now);
    for (let time = 0; time < 5; time += 1) {
      clock.go();
      expect(broken.isOneTooMany()).toBe(false);
    }
  });
});

describe('the least a passphrase must have', () => {
  test.each([
    ['hundrede grønne sykler', true],
    ['abcdefghij', true],
    ['abcdefghi', false],
    ['aaaaaaaaaaaaaaaa', false],
    ['abababababab', false],
    ['1234567890123', false],
    ['1990-01-01 12', false],
    ['          a', false],
    ['', false],
  ])('%j: %s', (passphrase, enough) => expect(isEnough(passphrase)).toBe(enough));

  test('counts signs as people do, not how they are composed', () => {
    expect(isEnough('åæøåæøåæøå')).toBe(false);
    expect(isEnough('a\u030aæøbcdefg')).toBe(false);
  });
});

describe('a recovery code', () => {
  test('is six groups of five signs, none of which is read as another', () => {
    expect(newRecoveryCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){5}$/);
  });

  test('is a new one each time', () => {
    expect(new Set(Array.from({ length: 100 }, newRecoveryCode)).size).toBe(100);
  });

  test('is found however it was typed', () => {
    const code = 'A0B1C-D2E3F-G4H5J-K6M7N-P8Q9R-STVWX';
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll('-', ''),
      code.replaceAll('-', ' – '),
      ` ${code.replace('0', 'o').replace('1', 'l')} `,
    ])
      expect(recoveryCodeIn(typed)).toBe(code);
  });

  test.each(['', 'A0B1C', 'A0B1C-D2E3F-G4H5J-K6M7N-P8Q9R-STVWU', 'A0B1C-D2E3F-G4H5J-K6M7N-P8Q9R-STVWXX'])(
    'is not what %j is',
    (typed) => expect(recoveryCodeIn(typed)).toBeUndefined(),
  );

  test('is proved by its last group, however that was typed', () => {
    const code = 'A0B1C-D2E3F-G4H5J-K6M7N-P8Q9R-ST0W1';
    for (const typed of ['ST0W1', 'st0w1', 'stowl', ' ST0 W1 ']) expect(endsWith(code, typed)).toBe(true);
    for (const typed of ['', '1', 'T0W1', 'ST0W2', code]) expect(endsWith(code, typed)).toBe(false);
  });
});
