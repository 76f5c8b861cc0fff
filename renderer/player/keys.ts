/** One table of the desk's keys: by physical code, so that a Norwegian keyboard has them in the same places. */
import type { Chord } from '../../preload/api';

export const actions = [
  'toggle',
  'back5',
  'forward5',
  'back1',
  'forward1',
  'back30',
  'forward30',
  'back10',
  'forward10',
  'frameBack',
  'frameForward',
  'slower',
  'faster',
  'normalSpeed',
  'goToTime',
  'loop',
  'mute',
  'louder',
  'softer',
  'lift',
  'previousMark',
  'nextMark',
  'previousItem',
  'nextItem',
  'rateItem',
  'first',
  'second',
  'both',
  'missed',
  'sameMoment',
  'aspect',
  'note',
  'removeMark',
  'undo',
  'redo',
  'zoomIn',
  'zoomOut',
  'zoomAll',
  'nudgeBack',
  'nudgeForward',
  'nudgeEndBack',
  'nudgeEndForward',
  'submit',
  'help',
  'stage',
  'captions',
  'find',
  'hidePicture',
  'pictureWindow',
  'fullScreen',
  'phase',
  'anchors',
  'lockLibrary',
] as const;
export type Action = (typeof actions)[number];

/** The usual keys. The first chord of an action is the one that is shown. Ctrl stands for Cmd on a Mac as well. */
export const keys: Readonly<Record<Action, readonly [Chord, ...Chord[]]>> = {
  toggle: [{ code: 'Space' }, { code: 'KeyK' }],
  back5: [{ code: 'ArrowLeft' }],
  forward5: [{ code: 'ArrowRight' }],
  back1: [{ code: 'ArrowLeft', shift: true }],
  forward1: [{ code: 'ArrowRight', shift: true }],
  back30: [{ code: 'ArrowLeft', ctrl: true }],
  forward30: [{ code: 'ArrowRight', ctrl: true }],
  back10: [{ code: 'KeyJ' }],
  forward10: [{ code: 'KeyL' }],
  frameBack: [{ code: 'Comma' }],
  frameForward: [{ code: 'Period' }],
  slower: [{ code: 'BracketLeft' }],
  faster: [{ code: 'BracketRight' }],
  normalSpeed: [{ code: 'Backslash' }],
  goToTime: [{ code: 'KeyG', ctrl: true }],
  loop: [{ code: 'KeyO' }],
  mute: [{ code: 'KeyU' }],
  louder: [{ code: 'ArrowUp', shift: true }],
  softer: [{ code: 'ArrowDown', shift: true }],
  lift: [{ code: 'KeyI' }],
  previousMark: [{ code: 'ArrowLeft', alt: true }],
  nextMark: [{ code: 'ArrowRight', alt: true }],
  previousItem: [{ code: 'ArrowUp' }],
  nextItem: [{ code: 'ArrowDown' }],
  rateItem: [{ code: 'KeyR' }],
  first: [{ code: 'KeyA' }],
  second: [{ code: 'KeyB' }],
  both: [{ code: 'KeyC' }],
  missed: [{ code: 'KeyM' }],
  sameMoment: [{ code: 'KeyS' }],
  aspect: [{ code: 'KeyE' }],
  note: [{ code: 'KeyN' }],
  removeMark: [{ code: 'Delete' }],
  undo: [{ code: 'KeyZ', ctrl: true }],
  redo: [
    { code: 'KeyZ', ctrl: true, shift: true },
    { code: 'KeyY', ctrl: true },
  ],
  // Not + and -: their keys change places from one keyboard to the next.
  zoomIn: [{ code: 'ArrowUp', ctrl: true }],
  zoomOut: [{ code: 'ArrowDown', ctrl: true }],
  zoomAll: [{ code: 'KeyZ', shift: true }],
  nudgeBack: [{ code: 'Comma', alt: true }],
  nudgeForward: [{ code: 'Period', alt: true }],
  nudgeEndBack: [{ code: 'Comma', alt: true, shift: true }],
  nudgeEndForward: [{ code: 'Period', alt: true, shift: true }],
  submit: [{ code: 'Enter', ctrl: true }],
  help: [{ code: 'F1' }],
  stage: [{ code: 'KeyV' }],
  captions: [{ code: 'KeyV', shift: true }],
  hidePicture: [{ code: 'KeyH' }],
  pictureWindow: [{ code: 'KeyX' }],
  fullScreen: [{ code: 'KeyF' }],
  find: [{ code: 'KeyF', ctrl: true }],
  phase: [{ code: 'KeyP' }],
  anchors: [{ code: 'KeyW' }],
  lockLibrary: [{ code: 'KeyL', ctrl: true }],
};

/** The chords that lead to each action, none twice. */
export type Keymap = Readonly<Record<Action, readonly Chord[]>>;

export type Pressed = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

/** AltGr types characters. Windows says that Ctrl and Alt are held as well, Linux says neither. */
const isAltGr = (pressed: Pressed): boolean => pressed.getModifierState?.('AltGraph') ?? false;

/** What a key press means on the desk; undefined when it means nothing there. */
export function actionOf(pressed: Pressed, keymap: Keymap = keys): Action | undefined {
  // The question mark sits elsewhere on every keyboard: this one goes by what is printed on the key.
  if (pressed.key === '?') return 'help';
  if (isAltGr(pressed)) return undefined;
  return actions.find((action) =>
    keymap[action].some(
      (chord) =>
        chord.code === pressed.code &&
        (chord.shift ?? false) === pressed.shiftKey &&
        (chord.ctrl ?? false) === (pressed.ctrlKey || pressed.metaKey) &&
        (chord.alt ?? false) === pressed.altKey,
    ),
  );
}

/** The digit on a key, of the upper row or the number pad. */
export function digitOf(pressed: Pressed): number | undefined {
  const { code, shiftKey, ctrlKey, metaKey, altKey } = pressed;
  if (shiftKey || ctrlKey || metaKey || altKey || isAltGr(pressed)) return undefined;
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? [];
  return digit === undefined ? undefined : Number(digit);
}
