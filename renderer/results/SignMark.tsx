import { type Sign, signPath } from './signs';

type Props = {
  sign: Sign;
  /** Colours the sign as everywhere; undefined where it stands for no quality. */
  quality?: number | undefined;
  size: number;
  /** What stands in it; nothing where it is too small. */
  text?: string | undefined;
};

/** The sign of a rating around 0, 0 of its drawing. A therapist's own rating is open, as in the charts of progress. */
export function SignMark({ sign, quality, size, text }: Props) {
  const open = sign.shape === 'triangle';
  const filled = quality !== undefined && !open;
  return (
    <>
      <path
        d={signPath(sign.shape, size)}
        fill={filled ? `var(--q${quality})` : open ? 'var(--card)' : 'var(--line)'}
        stroke={open ? 'var(--ink)' : 'var(--secondary)'}
        strokeWidth={open ? 1.4 : 1}
        strokeLinejoin="round"
      />
      {text !== undefined && (
        <text
          y={open ? size * 0.42 + 1.5 : size * 0.44 + 0.4}
          textAnchor="middle"
          fontSize={text.length > 1 ? size : size * 1.25}
          fontWeight={600}
          fill={filled ? `var(--on-q${quality})` : 'var(--ink)'}
        >
          {text}
        </text>
      )}
    </>
  );
}

/** The same beside a name. */
export function SignIcon({ sign }: { sign: Sign }) {
  return (
    <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden>
      <SignMark sign={sign} size={7} text={sign.letter} />
    </svg>
  );
}
