/**
 * AVI keeps the frames of H.264 in the order of decoding and knows no times of presentation: those follow from
 * the picture order counts in the slices. Source: ITU-T H.264 §7.3.2.1, §7.3.2.2, §7.3.3, §8.2.1.1.
 */

/** Reads the bits of a NAL unit, without its emulation prevention bytes. */
function bitsOf(unit: Uint8Array) {
  const bytes: number[] = [];
  for (const [at, byte] of unit.entries()) {
    if (!(byte === 3 && at >= 2 && unit[at - 1] === 0 && unit[at - 2] === 0)) bytes.push(byte);
  }
  let at = 0;
  const bit = () => {
    const value = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
    at += 1;
    return value;
  };
  const bits = (count: number) => {
    let value = 0;
    for (let left = count; left > 0; left -= 1) value = value * 2 + bit();
    return value;
  };
  /** Exp-Golomb. */
  const ue = (): number => {
    let zeros = 0;
    while (zeros < 32 && bit() === 0) zeros += 1;
    return 2 ** zeros - 1 + bits(zeros);
  };
  const se = () => {
    const code = ue();
    return code % 2 === 1 ? (code + 1) / 2 : -code / 2;
  };
  return { bit, bits, ue, se };
}

/** The NAL units of Annex B, without their start codes. Only the beginning of each slice is needed. */
function nalUnits(bytes: Uint8Array): Uint8Array[] {
  const starts: number[] = [];
  for (let at = 0; at + 3 < bytes.length; at += 1) {
    if (bytes[at] === 0 && bytes[at + 1] === 0 && bytes[at + 2] === 1) {
      starts.push(at + 3);
      // Behind the first slice comes nothing that tells of order.
      const type = (bytes[at + 3] ?? 0) & 0x1f;
      if (type === 1 || type === 5) break;
      at += 2;
    }
  }
  return starts.map((start, unit) => bytes.subarray(start, (starts[unit + 1] ?? start + 64 + 3) - 3));
}

type Sequence = {
  frameNumberBits: number;
  orderBits: number | undefined;
  framesOnly: boolean;
  planes: boolean;
};

const withChroma = [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135];

function sequenceOf(unit: Uint8Array): Sequence {
  const { bit, bits, ue, se } = bitsOf(unit.subarray(1));
  const profile = bits(8);
  bits(16);
  ue();
  let planes = false;
  if (withChroma.includes(profile)) {
    const chroma = ue();
    if (chroma === 3) planes = bit() === 1;
    ue();
    ue();
    bit();
    if (bit() === 1)
      for (let list = 0; list < (chroma === 3 ? 12 : 8); list += 1) scaling(list < 6 ? 16 : 64);
  }
  function scaling(size: number): void {
    if (bit() === 0) return;
    let [last, next] = [8, 8];
    for (let step = 0; step < size; step += 1) {
      if (next !== 0) next = (last + se() + 256) % 256;
      if (next !== 0) last = next;
    }
  }
  const frameNumberBits = ue() + 4;
  const type = ue();
  const orderBits = type === 0 ? ue() + 4 : undefined;
  if (type === 1) {
    bit();
    se();
    se();
    for (let left = ue(); left > 0; left -= 1) se();
  }
  ue();
  bit();
  ue();
  ue();
  return { frameNumberBits, orderBits, framesOnly: bit() === 1, planes };
}

/** The lower bits of a slice's picture order count; undefined where the stream keeps no such count. */
function orderOf(unit: Uint8Array, sequence: Sequence): number | undefined {
  const { orderBits } = sequence;
  if (orderBits === undefined) return undefined;
  const { bit, bits, ue } = bitsOf(unit.subarray(1, 64));
  ue();
  ue();
  ue();
  if (sequence.planes) bits(2);
  bits(sequence.frameNumberBits);
  // The two fields of a frame lie in chunks of their own: they come in order.
  if (!sequence.framesOnly && bit() === 1) return undefined;
  if (((unit[0] ?? 0) & 0x1f) === 5) ue();
  return bits(orderBits);
}

export type Decoded<T> = {
  /** What is passed through. */
  content: T;
  /** The place in the order of decoding, with the frames that were left out counted. */
  index: number;
  bytes: Uint8Array;
};

export type Ordered<T> = { content: T; key: boolean; bytes: Uint8Array /** In frames. */; place: number };

/** How many frames are looked at to learn by how much the count grows from one frame to the next. */
const lookahead = 64;

/** Gives each frame its place in the order of presentation. Frames stay in the order of decoding. */
export async function* presentationOrder<T>(frames: AsyncIterable<Decoded<T>>): AsyncGenerator<Ordered<T>> {
  let sequence: Sequence | undefined;
  /** The order count with its upper bits, and the last one of a frame that others refer to. */
  let reference = 0;
  /** The count of the last key frame: where the lower field comes first, it is not 0. */
  let origin = 0;
  /** How many frames were decoded since the last key frame. */
  let rank = -1;
  let step: number | undefined;
  let waiting: { frame: Decoded<T>; key: boolean; order: number | undefined; rank: number }[] = [];

  const release = function* () {
    step ??= growth(waiting.map(({ order }) => order));
    for (const { frame, key, order, rank: decodedAs } of waiting) {
      // Chunks that were left out move all that follow, and never the order among frames.
      const early = order === undefined || step === undefined ? 0 : decodedAs - order / step;
      const place = frame.index - early;
      yield { content: frame.content, key, bytes: frame.bytes, place: Math.max(0, Math.round(place)) };
    }
    waiting = [];
  };

  for await (const frame of frames) {
    const units = nalUnits(frame.bytes);
    const typeOf = (unit: Uint8Array) => (unit[0] ?? 0) & 0x1f;
    const parameters = units.find((unit) => typeOf(unit) === 7);
    if (parameters !== undefined) sequence = sequenceOf(parameters);
    const slice = units.find((unit) => typeOf(unit) === 1 || typeOf(unit) === 5);
    const key = slice !== undefined && typeOf(slice) === 5;
    const low = slice && sequence && orderOf(slice, sequence);
    rank = key ? 0 : rank + 1;
    if (key) reference = 0;
    let order: number | undefined;
    if (low !== undefined && sequence?.orderBits !== undefined) {
      const whole = 2 ** sequence.orderBits;
      const upper = Math.round((reference - low) / whole) * whole;
      if (((slice?.[0] ?? 0) & 0x60) !== 0) reference = upper + low;
      if (key) origin = upper + low;
      order = upper + low - origin;
    }
    waiting.push({ frame, key, order, rank });
    if (step !== undefined || waiting.length >= lookahead) yield* release();
  }
  yield* release();
}

/** The greatest step that all counts are multiples of; undefined where there is nothing to go by. */
function growth(orders: readonly (number | undefined)[]): number | undefined {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const common = orders.reduce<number>((sum, order) => divisor(sum, Math.abs(order ?? 0)), 0);
  return common === 0 ? undefined : common;
}
