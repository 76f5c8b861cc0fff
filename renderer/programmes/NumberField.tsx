import { NumberInput } from '@mantine/core';
import { useWords } from '../words/words';
import styles from './Rules.module.css';

type Props = {
  label: string;
  before?: string;
  after?: string;
  value: number;
  range: { min: number; max: number; step?: number; decimals?: number };
  disabled?: boolean;
  put: (value: number) => void;
};

/** A number in a sentence: what is out of range is not taken while it is typed, and mended when it is left. */
export function NumberField({ label, before, after, value, range, disabled = false, put }: Props) {
  const { language } = useWords();
  const { min, max, step = 1, decimals = 0 } = range;
  return (
    <span className={styles.numberField}>
      {before}
      <NumberInput
        w={76}
        size="xs"
        aria-label={label}
        min={min}
        max={max}
        step={step}
        decimalScale={decimals}
        allowDecimal={decimals > 0}
        allowNegative={false}
        decimalSeparator={language === 'nb' ? ',' : '.'}
        clampBehavior="blur"
        disabled={disabled}
        value={value}
        onChange={(next) => {
          // While it is typed it may be empty, or end in a separator, which only a text can.
          const number = Number(next);
          if (next !== '' && number >= min && number <= max) put(number);
        }}
      />
      {after}
    </span>
  );
}
