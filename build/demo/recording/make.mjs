// Makes the demo recording: dialogue.json -> recording.mp4 and recording.json. See README.md.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const dialogue = JSON.parse(readFileSync(here('dialogue.json'), 'utf8'));
const sampleRate = 22050; // what espeak-ng gives
const frameRate = 12.5;
const samplesPerFrame = sampleRate / frameRate;
const frameMs = 1000 / frameRate;

function run(command, args) {
  const { error, status, stdout, stderr } = spawnSync(command, args, { maxBuffer: 1e9 });
  if (error) {
    console.error(`${command} did not start; install both: espeak-ng and ffmpeg (apt install, brew install)`);
    process.exit(1);
  }
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stderr}`);
  return stdout;
}

/** One line spoken: samples -1..1 without silence at either end, all lines equally loud. */
function speak({ who, language, text, pace = 1 }) {
  const { variant, pitch, wordsPerMinute } = dialogue.voices[who];
  const sounds = dialogue.pronunciation[language];
  const spoken = text.replace(/\p{L}+/gu, (word) => sounds[word.toLowerCase()] ?? word);
  const voice = `${language === 'nb' ? 'nb' : 'en-gb'}+${variant}`;
  const speed = String(Math.round(wordsPerMinute * pace));
  const wav = run('espeak-ng', ['-v', voice, '-p', String(pitch), '-s', speed, '--stdout', spoken]);
  const samples = new Float32Array(new Int16Array(Uint8Array.from(wav.subarray(44)).buffer));
  const loud = (sample) => Math.abs(sample) > 300;
  const line = samples.subarray(samples.findIndex(loud), samples.findLastIndex(loud) + 1);
  const voiced = line.filter((sample) => Math.abs(sample) > 600);
  const rms = Math.sqrt(voiced.reduce((sum, sample) => sum + sample * sample, 0) / voiced.length);
  return line.map((sample) => 0.77 * Math.tanh((sample / rms) * 0.24)); // tanh rounds off stray peaks
}

/** All lines in a row, with the moment of each. */
function speakAll(lines) {
  const spoken = lines.map(speak);
  let at = 1.2 * sampleRate;
  const starts = lines.map((line, i) => {
    const start = Math.round(at);
    at = start + spoken[i].length + (line.pauseAfterMs / 1000) * sampleRate;
    return start;
  });
  const frames = Math.ceil((at + sampleRate) / samplesPerFrame);
  // a quiet room is not digital silence: sin(i * i) is noise that is the same every time
  const sound = Float32Array.from({ length: frames * samplesPerFrame }, (_, i) => 0.0006 * Math.sin(i * i));
  spoken.forEach((line, i) => {
    for (const [j, sample] of line.entries()) sound[starts[i] + j] += sample;
  });
  const ms = (sample) => Math.round((sample / sampleRate) * 1000);
  const utterances = lines.map(({ who, language, text, items }, i) => {
    return { who, atMs: ms(starts[i]), endMs: ms(starts[i] + spoken[i].length), language, text, items };
  });
  return { sound, frames, utterances };
}

/** A phase runs from its first line to the first line of the next, so that they tile the recording. */
function phasesOf(lines, utterances, durationMs) {
  const isFirst = (line, i) => line.phase !== lines[i - 1]?.phase || line.turn !== lines[i - 1]?.turn;
  const firsts = lines.flatMap((line, i) => (isFirst(line, i) ? [i] : []));
  return firsts.map((first, k) => {
    const { phase, turn } = lines[first];
    const { nb, en } = dialogue.phases[phase];
    return {
      name: turn ? { nb: `${nb}: ${turn}`, en: `${en}: ${turn}` } : { nb, en },
      startMs: k === 0 ? 0 : utterances[first].atMs,
      endMs: utterances[firsts[k + 1]]?.atMs ?? durationMs,
    };
  });
}

// The picture: a room seen from above at a slant; x to the right, y away from us, z up.
const width = 1280;
const height = 720;
const slant = { sin: Math.sin(0.6), cos: Math.cos(0.6) };
const project = (x, y, z) => [640 + x, 400 - y * slant.sin - z * slant.cos];
const mix = (from, to, part) => from.map((value, i) => value + (to[i] - value) * part);
const clamp = (value) => Math.min(1, Math.max(0, value));

function blend(picture, at, [r, g, b], alpha) {
  picture[at] += (r - picture[at]) * alpha;
  picture[at + 1] += (g - picture[at + 1]) * alpha;
  picture[at + 2] += (b - picture[at + 2]) * alpha;
}

/** An ellipsoid, lit from over the table; `axes` are [across, forward, up], `yaw` the way it faces. */
function ellipsoid(picture, centre, axes, yaw, colourAt) {
  const [cx, cy] = project(...centre);
  const [fx, fy] = [Math.cos(yaw), Math.sin(yaw)];
  const local = ([x, y, z]) => [x * fy - y * fx, x * fx + y * fy, z];
  const dot = (p, q) => p[0] * q[0] + p[1] * q[1] + p[2] * q[2];
  const scaled = (v) => local(v).map((value, i) => value / axes[i]);
  const sight = scaled([0, slant.cos, -slant.sin]);
  const right = scaled([1, 0, 0]);
  const up = scaled([0, slant.sin, slant.cos]);
  const reach = Math.max(...axes) + 1;
  const lamp = [-centre[0], -centre[1], 420 - centre[2]];
  const light = local(lamp.map((value) => value / Math.hypot(...lamp)));
  const a = dot(sight, sight);
  for (let y = Math.floor(cy - reach); y <= cy + reach; y++) {
    for (let x = Math.floor(cx - reach); x <= cx + reach; x++) {
      const [px, py] = [x + 0.5 - cx, cy - y - 0.5];
      const o = [0, 1, 2].map((i) => right[i] * px + up[i] * py);
      const b = dot(o, sight);
      const inside = (b * b - a * (dot(o, o) - 1)) / a; // 1 in the middle, 0 on the outline
      const cover = clamp((1 - Math.sqrt(Math.max(0, 1 - inside))) * reach + 0.5);
      if (cover === 0) continue;
      const t = (-b - Math.sqrt(Math.max(0, inside * a))) / a;
      const hit = o.map((value, i) => value + t * sight[i]);
      const normal = hit.map((value, i) => value / axes[i]);
      const lit = 0.62 + (0.6 * Math.max(0, dot(normal, light))) / Math.hypot(...normal);
      const colour = colourAt(hit).map((value) => value * lit);
      blend(picture, (y * width + x) * 3, colour, cover);
    }
  }
}

const seated = Object.entries(dialogue.voices).map(([who, voice]) => {
  const angle = ((45 * voice.seat + (voice.seat % 2 ? 21 : 24)) * Math.PI) / 180;
  return { ...voice, who, x: 400 * Math.cos(angle), y: 405 * Math.sin(angle), level: 0, gaze: [0, 0] };
});
seated.sort((p, q) => q.y - p.y); // the nearest is painted last

/** What never moves: rug, chairs and the low table. */
function stillPicture() {
  const picture = Buffer.alloc(width * height * 3);
  for (let at = 0; at < picture.length; at += 3) blend(picture, at, [14, 23, 26], 1);
  const flat = (x, y, z, radius, thickness, colour) =>
    ellipsoid(picture, [x, y, z], [radius, radius, thickness], 0, () => colour);
  flat(0, 0, 0, 500, 0.5, [16, 27, 30]);
  for (const { x, y } of seated) flat(x, y, 14, 54, 15, [33, 47, 51]);
  flat(0, 0, 0, 160, 0.5, [13, 22, 25]);
  flat(0, 0, 26, 150, 12, [38, 47, 48]);
  flat(0, 0, 34, 144, 5, [46, 57, 58]);
  flat(0, 0, 48, 24, 15, [15, 99, 96]);
  return picture;
}

/** A ring around who speaks, with a faint glow. */
function ring(picture, [cx, cy], radius, opacity) {
  for (let y = Math.floor(cy - radius - 14); y <= cy + radius + 14; y++) {
    for (let x = Math.floor(cx - radius - 14); x <= cx + radius + 14; x++) {
      const off = Math.abs(Math.hypot(x + 0.5 - cx, y + 0.5 - cy) - radius);
      const cover = Math.max(clamp(2.5 - off), 0.2 * clamp(1 - off / 14) ** 2);
      blend(picture, (y * width + x) * 3, [232, 184, 102], cover * opacity);
    }
  }
}

function paintPerson(picture, person, seconds, loudness) {
  const { seat, x, y, level, gaze } = person;
  const breath = Math.sin((seconds / (4 + seat * 0.23) + seat * 0.37) * 2 * Math.PI);
  const tall = 46 * (1 + 0.014 * breath);
  const nod = level * (0.1 * Math.sin(seconds * 5.2) + 0.25 * loudness);
  const inward = Math.atan2(-y, -x);
  const turned = Math.atan2(gaze[1] - y, gaze[0] - x);
  const turn = Math.atan2(Math.sin(turned - inward), Math.cos(turned - inward));
  if (level > 0.01) ring(picture, project(x, y, 66), 70 + 3 * loudness * level, level * 0.95);
  const shade = (hex) => [...Buffer.from(hex, 'hex')].map((value) => value * (0.88 + 0.16 * level));
  const [cloth, face, hair] = [person.cloth, person.face, person.hair].map(shade);
  ellipsoid(picture, [x, y, 10 + tall], [45, 31, tall], inward + turn * 0.2, () => cloth);
  const lean = 3 + 3 * nod;
  const head = [x + Math.cos(inward) * lean, y + Math.sin(inward) * lean, 36 + tall * 2 - 4 * nod];
  const [low, forward] = [Math.sin(-0.3 - nod), Math.cos(-0.3 - nod)];
  const isFace = ([, fore, above]) => clamp((fore * forward + above * low - 0.3) * 9 + 0.5);
  ellipsoid(picture, head, [23, 24, 27], inward + turn * 0.8, (at) => mix(hair, face, isFace(at)));
}

/** The frames one after another: who speaks grows brighter, the others turn towards them. */
function* framesOf({ sound, frames, utterances }) {
  const still = stillPicture();
  const picture = Buffer.alloc(still.length);
  let loudness = 0;
  for (let frame = 0; frame < frames; frame++) {
    const atMs = frame * frameMs;
    const samples = sound.subarray(frame * samplesPerFrame, (frame + 1) * samplesPerFrame);
    const rms = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
    loudness += (clamp(rms * 7) - loudness) * 0.35;
    const heard = utterances.findLast((utterance) => utterance.atMs <= atMs + 150);
    const before = utterances.findLast(({ atMs: at, who }) => at <= atMs + 150 && who !== heard?.who);
    const seen = (who) => seated.find((person) => person.who === who) ?? { x: 0, y: 0 };
    const speaking = heard && atMs < heard.endMs + 120 ? heard.who : undefined;
    still.copy(picture);
    for (const person of seated) {
      const target = seen(person.who === heard?.who ? before?.who : heard?.who);
      person.gaze = mix(person.gaze, [target.x, target.y], 0.09);
      person.level += ((person.who === speaking ? 1 : 0) - person.level) * 0.3;
      paintPerson(picture, person, atMs / 1000, loudness);
    }
    yield picture;
  }
}

/** The text of the picture as ffmpeg filters; y is the baseline. */
function labels() {
  const write = (text, x, y, size, colour) =>
    `drawtext=font='DejaVu Sans':text='${text}':x=${x}:y=${y}-ascent:fontsize=${size}:fontcolor=${colour}`;
  const names = seated.flatMap(({ name, badge, colour, x, y }) => {
    const [middle, floor] = project(x, y, 0).map(Math.round);
    if (!badge) return write(name, `${middle}-text_w/2`, floor + 38, 21, '#b4c3c6');
    return [
      `${write(badge, middle - 43, floor + 38, 22, colour)}:borderw=1.5:bordercolor=#d6e0e0`,
      write(name, `${middle}-text_w/2+11`, floor + 38, 21, '#b4c3c6'),
    ];
  });
  const title = write('Syntetisk demonstrasjon · Synthetic demonstration', 28, 40, 18, '#b8c6c8');
  const small = write('Ingen virkelige personer · No real people', 28, 62, 14, '#8a999d');
  return [...names, title, small].join(',');
}

async function film(recording, soundFile) {
  writeFileSync(
    soundFile,
    Int16Array.from(recording.sound, (sample) => Math.round(sample * 32767)),
  );
  const source = `-v error -y -f rawvideo -pix_fmt rgb24 -s ${width}x${height} -r ${frameRate} -i -
    -f s16le -ar ${sampleRate} -ac 1 -i ${soundFile} -map 0:v -map 1:a -vf`;
  const target = `-c:v libx264 -profile:v high -pix_fmt yuv420p -preset veryslow -refs 4 -tune animation
    -crf 38 -g 25 -threads 1 -x264-params psy=0 -bsf:v filter_units=remove_types=6
    -af highpass=f=90,aecho=0.95:0.9:19|37:0.14|0.08 -ar 32000 -c:a aac -b:a 64k
    -fflags +bitexact -flags:v +bitexact -flags:a +bitexact -map_metadata -1 -movflags +faststart`;
  const args = [...source.split(/\s+/), labels(), ...target.split(/\s+/), here('recording.mp4')];
  const ffmpeg = spawn('ffmpeg', args, { stdio: ['pipe', 'inherit', 'inherit'] });
  for (const picture of framesOf(recording)) {
    // a copy, because the next frame is painted into the same memory while this one waits in the pipe
    if (!ffmpeg.stdin.write(Buffer.from(picture))) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [status] = await once(ffmpeg, 'close');
  if (status !== 0) throw new Error(`ffmpeg ended with ${status}`);
}

run('ffmpeg', ['-version']);
const recording = speakAll(dialogue.lines);
const { utterances } = recording;
const durationMs = recording.frames * frameMs;
const phases = phasesOf(dialogue.lines, utterances, durationMs);
const folder = mkdtempSync(join(tmpdir(), 'recording-'));
await film(recording, join(folder, 'sound.raw'));
rmSync(folder, { recursive: true });
writeFileSync(here('recording.json'), `${JSON.stringify({ durationMs, phases, utterances }, null, 2)}\n`);
console.log(`recording.mp4: ${durationMs / 1000} s, ${statSync(here('recording.mp4')).size} bytes`);
