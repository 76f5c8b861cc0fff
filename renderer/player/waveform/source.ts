/** The bytes of a recording for the demuxer. */
import { ALL_FORMATS, CustomSource, Input, IsobmffInputFormat } from 'mediabunny';
import { type ReadBytes, readAhead } from './readAhead';

/** Bytes of the file that are held at a time where all of it is read. */
const mostHeld = 8 * 1024 * 1024;

/** Opens the recording at an address that answers ranges. */
export async function openInput(url: string): Promise<Input> {
  const range = async (start: number, end: number): Promise<Response> => {
    const answer = await fetch(url, { headers: { Range: `bytes=${start}-${end - 1}` } });
    if (answer.status !== 206) throw new Error(`the recording answered ${answer.status}`);
    return answer;
  };
  const read: ReadBytes = async (start, end) => new Uint8Array(await (await range(start, end)).arrayBuffer());
  const first = await range(0, 1);
  await first.arrayBuffer();
  const sizeBytes = Number(first.headers.get('Content-Range')?.split('/')[1]);

  // The tables of MP4 and MOV tell where the sound lies: of a film, little else is read.
  const sparing = inputOf(
    new CustomSource({ getSize: () => sizeBytes, read: readAhead(read, sizeBytes), maxCacheSize: 0 }),
  );
  const tabled = (await sparing.canRead()) && (await sparing.getFormat()) instanceof IsobmffInputFormat;
  if (tabled) return sparing;
  sparing.dispose();
  // Everything else is read from end to end, in long pieces: the demuxer copies what does not lie in one.
  return inputOf(
    new CustomSource({
      getSize: () => sizeBytes,
      read,
      maxCacheSize: mostHeld,
      prefetchProfile: 'network',
    }),
  );
}

const inputOf = (source: CustomSource): Input => new Input({ formats: ALL_FORMATS, source });
