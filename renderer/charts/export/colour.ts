/** Colours as every program that reads SVG understands them. */

/** `colour` is #rrggbb; `opacity` from 0 to 1. */
export type Paint = { colour: string; opacity: number };

/**
 * A computed CSS colour: `rgb(…)`, `rgba(…)` in whole numbers of 255, or `color(srgb …)` in parts of one, each with or
 * without an opacity. Undefined for what is no colour (`none`, `url(…)`).
 */
export function paintOf(css: string): Paint | undefined {
  const [, space = '', inner = ''] = /^(rgba?|color)\((?:srgb )?([^()]*)\)$/.exec(css.trim()) ?? [];
  const parts = inner.split(/[\s,/]+/).filter((part) => part !== '');
  const [red, green, blue, opacity = 1] = parts.map(Number);
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  if (![red, green, blue, opacity].every(Number.isFinite)) return undefined;
  const whole = space === 'color' ? 255 : 1;
  const hex = (part: number) =>
    Math.round(Math.min(255, Math.max(0, part * whole)))
      .toString(16)
      .padStart(2, '0');
  return {
    colour: `#${hex(red)}${hex(green)}${hex(blue)}`,
    opacity: Math.min(1, Math.max(0, opacity)),
  };
}
