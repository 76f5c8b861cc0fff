/** Reads bytes `start` to `end` (not included) of a file. */
export type ReadBytes = (start: number, end: number) => Promise<Uint8Array>;

type Piece = { start: number; end: number; bytes: Promise<Uint8Array>; arrived: Uint8Array | undefined };

/** Small enough to step over the pictures between two stretches of sound. */
const firstBytes = 16 * 1024;
const mostBytes = 1024 * 1024;
const mostPieces = 8;

/**
 * Holds pieces of a file, at most 8 MiB. A read that goes on where a piece ends gets one twice as long, a read
 * elsewhere a short one: where sound and picture lie in turns, little but the sound is read.
 */
export function readAhead(read: ReadBytes, sizeBytes: number) {
  /** The one used last is last. */
  let pieces: Piece[] = [];

  const pieceWith = (start: number, end: number): Piece => {
    const held = pieces.find((piece) => piece.start <= start && end <= piece.end);
    if (held !== undefined) {
      if (pieces.at(-1) !== held) pieces = [...pieces.filter((piece) => piece !== held), held];
      return held;
    }
    const before = pieces.find((piece) => piece.start < start && start <= piece.end);
    const ahead = before === undefined ? firstBytes : Math.min(mostBytes, 2 * (before.end - before.start));
    const stop = Math.min(sizeBytes, Math.max(end, start + ahead));
    const piece: Piece = { start, end: stop, bytes: read(start, stop), arrived: undefined };
    piece.bytes.then(
      (bytes) => {
        piece.arrived = bytes;
      },
      // Whoever asked is told; a later read tries again.
      () => {
        pieces = pieces.filter((one) => one !== piece);
      },
    );
    pieces = [...pieces.filter((one) => one !== before).slice(1 - mostPieces), piece];
    return piece;
  };

  /** The bytes at once where they are held. */
  return (start: number, end: number): Uint8Array | Promise<Uint8Array> => {
    const piece = pieceWith(start, end);
    const cut = (bytes: Uint8Array) => bytes.subarray(start - piece.start, end - piece.start);
    return piece.arrived === undefined ? piece.bytes.then(cut) : cut(piece.arrived);
  };
}
