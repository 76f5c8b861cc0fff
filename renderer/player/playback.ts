/** Playback of one media element. Commanded time is kept apart from the player's own, and seeks never queue. */

/** A part of the recording that is played again and again. Milliseconds. */
export type Loop = { fromMs: number; toMs: number };

export type PlaybackState = {
  playing: boolean;
  /** 0.5 to 3. */
  rate: number;
  /** Milliseconds; 0 until the player knows. */
  durationMs: number;
  /** The player gave up on the file. */
  failed: boolean;
  loop: Loop | undefined;
};

export type Playback = ReturnType<typeof createPlayback>;

/** A player may end a little before or after the length it tells. */
export const endSlackMs = 100;

/** How long a window may take to close. */
const closingMs = 500;

/** The window that the player was in has been closed. */
const isGone = ({ ownerDocument }: HTMLMediaElement): boolean =>
  ownerDocument !== undefined && (ownerDocument.defaultView?.closed ?? true);

export const rates = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

export function createPlayback() {
  let element: HTMLMediaElement | undefined;
  /** Where the rater wants to be, as long as the player is not there. */
  let wanted: number | undefined;
  /** Where the player was sent last. */
  let sent: number | undefined;
  /** Where it was sent once more, since it had forgotten. */
  let sentAgain: number | undefined;
  let frame = 0;
  let state: PlaybackState = { playing: false, rate: 1, durationMs: 0, failed: false, loop: undefined };
  /** Playing again after a pause steps back this far, so that one hears what it was about. Milliseconds. */
  let resumeBackMs = 0;
  let playsOnArrival = false;
  /** Paused here, and not moved since. */
  let pausedHere = false;
  /** What the clocks showed last. */
  let shownMs = 0;
  /** Where playback was at the last look; undefined after a jump. */
  let lastMs: number | undefined;
  const watchers = new Set<() => void>();
  const clocks = new Set<(ms: number) => void>();

  const set = (some: Partial<PlaybackState>) => {
    state = { ...state, ...some };
    for (const watcher of watchers) watcher();
  };
  const now = (): number => wanted ?? Math.round((element?.currentTime ?? 0) * 1000);
  const tick = () => {
    turnBack();
    if (element !== undefined && !isGone(element)) shownMs = now();
    for (const clock of clocks) clock(now());
  };
  /** Only playing over the end of the loop turns back: one can go anywhere else, and come back into it. */
  const turnBack = () => {
    const { loop, playing } = state;
    const ms = now();
    const inside = loop !== undefined && lastMs !== undefined && lastMs >= loop.fromMs && lastMs < loop.toMs;
    lastMs = wanted === undefined ? ms : undefined;
    if (playing && inside && ms >= loop.toMs) seek(loop.fromMs);
  };
  const run = () => {
    tick();
    frame = state.playing ? requestAnimationFrame(run) : 0;
  };

  /** One seek at a time: what was asked for meanwhile is done when the player has arrived. */
  const arrive = () => {
    if (element === undefined || wanted === undefined) return;
    // Paused while it loads, Chromium can forget a seek and stand at the beginning.
    const forgot = sent === wanted && wanted > 0 && element.currentTime === 0 && sentAgain !== wanted;
    if (forgot) sentAgain = wanted;
    if (sent === wanted && !forgot) {
      wanted = undefined;
      sent = undefined;
      sentAgain = undefined;
      tick();
    } else {
      sent = wanted;
      element.currentTime = wanted / 1000;
    }
  };

  const seek = (ms: number) => {
    const end = state.durationMs > 0 ? state.durationMs : Number.MAX_SAFE_INTEGER;
    wanted = Math.round(Math.min(Math.max(0, ms), end));
    lastMs = undefined;
    pausedHere = false;
    if (element !== undefined && element.readyState > 0 && !element.seeking) arrive();
    tick();
  };

  const listeners: Partial<Record<keyof HTMLMediaElementEventMap, () => void>> = {
    loadedmetadata: () => {
      const seconds = element?.duration ?? 0;
      set({ durationMs: Number.isFinite(seconds) ? Math.round(seconds * 1000) : 0, failed: false });
      arrive();
    },
    durationchange: () => {
      const seconds = element?.duration ?? 0;
      if (Number.isFinite(seconds) && seconds > 0) set({ durationMs: Math.round(seconds * 1000) });
    },
    seeked: arrive,
    play: () => {
      set({ playing: true });
      if (frame === 0) run();
    },
    pause: () => {
      pausedHere = wanted === undefined;
      set({ playing: false });
    },
    ended: () => {
      const { loop } = state;
      pausedHere = false;
      if (loop !== undefined && loop.toMs >= state.durationMs - endSlackMs) {
        seek(loop.fromMs);
        element?.play().catch(() => undefined);
      } else set({ playing: false });
    },
    timeupdate: tick,
    error: () => {
      const broken = element;
      // A player whose window is being closed has not failed: it goes, and another comes.
      const fail = () => {
        if (broken === element && broken !== undefined && !isGone(broken)) {
          set({ playing: false, failed: true });
        }
      };
      if (broken?.ownerDocument?.defaultView?.opener) setTimeout(fail, closingMs);
      else fail();
    },
  };

  return {
    /** Ref callback for the media element. */
    attach(media: HTMLMediaElement | null): () => void {
      if (media === null) return () => undefined;
      element = media;
      media.preservesPitch = true;
      media.playbackRate = state.rate;
      for (const [name, listener] of Object.entries(listeners)) media.addEventListener(name, listener);
      if (playsOnArrival) media.play().catch(() => undefined);
      playsOnArrival = false;
      return () => {
        for (const [name, listener] of Object.entries(listeners)) media.removeEventListener(name, listener);
        cancelAnimationFrame(frame);
        // The place outlives the player: it is kept, and gone back to.
        wanted ??= isGone(media) ? shownMs : Math.round(media.currentTime * 1000);
        frame = 0;
        element = undefined;
        sent = undefined;
        set({ playing: false });
      };
    },

    /** After another file was linked: forgets that the player gave up. */
    tryAgain: () => set({ failed: false }),

    /** Milliseconds: where playback is, or is on its way to. */
    now,
    /** False while playback is on its way to another place. */
    settled: (): boolean => wanted === undefined && element?.seeking === false,
    seek,
    step: (ms: number) => seek(now() + ms),

    /** @param ms 0 plays on from the very place of the pause */
    stepBackOnResume(ms: number): void {
      resumeBackMs = ms;
    },

    /** Plays the stretch from `fromMs` to `toMs` again and again; undefined plays on. */
    setLoop(loop: Loop | undefined): void {
      set({ loop });
    },

    /** Plays as soon as there is a player again, as in another window. */
    playOnArrival(): void {
      playsOnArrival = true;
    },

    play(): void {
      if (pausedHere && resumeBackMs > 0) seek(now() - resumeBackMs);
      // A refusal shows as the `error` event; an interrupted start is no failure.
      element?.play().catch(() => undefined);
    },
    pause: () => element?.pause(),
    toggle(): void {
      if (element?.paused) this.play();
      else this.pause();
    },

    setRate(rate: number): void {
      if (element !== undefined) element.playbackRate = rate;
      set({ rate });
    },
    /** The next speed of the list, up or down. */
    changeRate(direction: 1 | -1): void {
      const at = rates.findIndex((rate) => rate >= state.rate);
      const next = rates[Math.min(rates.length - 1, Math.max(0, at + direction))];
      if (next !== undefined) this.setRate(next);
    },

    state: () => state,
    /** Calls back when the state changes; returns its off. */
    watch(watcher: () => void): () => void {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** Calls back with the time, per frame while playing; returns its off. */
    onTime(clock: (ms: number) => void): () => void {
      clocks.add(clock);
      clock(now());
      return () => void clocks.delete(clock);
    },
  };
}
