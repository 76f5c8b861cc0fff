/** The compressions of AVI, by their codes: https://www.fourcc.org and mmreg.h's WAVE_FORMAT tags. */
import type { AviSound } from '../../../preload/api.ts';
import type { AviStream } from './headers.ts';

const pictures: readonly [codes: RegExp, name: string][] = [
  [/^(H264|X264|AVC1|DAVC|Q264)$/, 'avc'],
  [/^(MJPG|JPEG|JPGL)$/, 'mjpeg'],
  [/^(XVID|XVIX)$/, 'MPEG-4 (Xvid)'],
  [/^(DIVX|DX50|DIV3|DIV4|DIV5|MP43|MP42|MPG4)$/, 'MPEG-4 (DivX)'],
  [/^(MP4V|FMP4|M4S2|MP4S|3IV2|RMP4)$/, 'MPEG-4 Visual'],
  [/^(HEVC|H265|X265|HVC1)$/, 'HEVC (H.265)'],
  [/^(DVSD|DV25|DV50|DVHD|CDVC)$/, 'DV'],
  [/^(MPG1|MPEG|PIM1)$/, 'MPEG-1'],
  [/^(MPG2|MPEG2|MMES|EM2V)$/, 'MPEG-2'],
  [/^(WMV1|WMV2|WMV3|WVC1)$/, 'WMV'],
  [/^IV\d\d$/, 'Indeo'],
  [/^CVID$/, 'Cinepak'],
];

/** `avc` and `mjpeg` can be converted; every other name is for people. */
export function pictureNames(fourCc: string): string {
  const code = fourCc.toUpperCase();
  const named = pictures.find(([codes]) => codes.test(code))?.[1];
  // What is no code of printable characters is a number that stands for raw pixels.
  return named ?? (/^[\x21-\x7e][\x20-\x7e]{3}$/.test(code) ? code.trim() : 'RGB');
}

type Sound = { codec: AviSound['codec']; inPlayer: string | undefined };

const pcm: Readonly<Record<number, AviSound['codec']>> = {
  8: 'pcm-u8',
  16: 'pcm-s16',
  24: 'pcm-s24',
  32: 'pcm-s32',
};

const foreignSounds: Readonly<Record<number, string>> = {
  2: 'ADPCM',
  6: 'A-law',
  7: 'μ-law',
  17: 'IMA ADPCM',
  80: 'MP2',
  352: 'WMA',
  353: 'WMA',
  354: 'WMA',
  355: 'WMA',
  8193: 'DTS',
};

/** How a sound is converted, or the name of one that cannot be. */
export function soundNames({ formatTag, bitsPerSample, extra }: AviStream): Sound | string {
  const raw = formatTag === 1 ? pcm[bitsPerSample] : undefined;
  if (raw !== undefined) return { codec: raw, inPlayer: undefined };
  if (formatTag === 3 && bitsPerSample === 32) return { codec: 'pcm-f32', inPlayer: undefined };
  if (formatTag === 0x55) return { codec: 'mp3', inPlayer: 'mp3' };
  if (formatTag === 0xff && extra.length >= 2) return { codec: 'aac', inPlayer: 'mp4a.40.2' };
  if (formatTag === 0x2000) return { codec: 'ac3', inPlayer: 'ac-3' };
  return foreignSounds[formatTag] ?? `0x${formatTag.toString(16)}`;
}
