import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const accent: MantineColorsTuple = [
  '#e3f0ee',
  '#cfe4e1',
  '#a5cdc8',
  '#78b4ad',
  '#529e96',
  '#3a8d86',
  '#227a74',
  '#0f6663',
  '#0b5553',
  '#063f3d',
];

/** Greys of dark mode, in the hue of styles.css. */
const dark: MantineColorsTuple = [
  '#e4ecea',
  '#ccd7d5',
  '#a3b3b4',
  '#7f9092',
  '#3d4d50',
  '#2c3a3d',
  '#1f2a2d',
  '#182123',
  '#131b1d',
  '#101718',
];

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  // Filled buttons take the accent of styles.css: its text is light on dark green, dark on light green.
  variantColorResolver: (input) => ({
    ...defaultVariantColorsResolver(input),
    ...(input.variant === 'filled' &&
      (input.color ?? input.theme.primaryColor) === 'accent' && {
        background: 'var(--accent)',
        hover: 'color-mix(in srgb, var(--accent) 88%, var(--ink))',
        color: 'var(--on-accent)',
      }),
  }),
  colors: { accent, dark },
  fontFamily: "'Inter Variable', sans-serif",
  fontFamilyMonospace: "'Inter Variable', sans-serif",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', fw: 600 } },
    Text: { defaultProps: { size: 'sm' } },
    // Small, but no smaller than what stands beside it.
    InputWrapper: {
      styles: { label: { marginBottom: 4 }, description: { fontSize: 12 }, error: { fontSize: 12 } },
    },
    Checkbox: { styles: { description: { fontSize: 12 } } },
    Switch: { styles: { description: { fontSize: 12 } } },
    Notification: { styles: { description: { color: 'var(--ink)' } } },
    Select: { defaultProps: { comboboxProps: { shadow: 'md' } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    // Its scroll lock would add a style element without our nonce; the body never scrolls anyway.
    Modal: {
      defaultProps: {
        lockScroll: false,
        styles: { title: { fontWeight: 700 } },
        transitionProps: { duration: 120 },
      },
    },
  },
});

/** Mantine's own surfaces take the colours of styles.css, so that there is one list of colours. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--card)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--secondary)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-hover': 'var(--ground)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-placeholder': 'var(--secondary)',
    '--mantine-color-error': 'var(--warn)',
  };
  return { variables: {}, light: shared, dark: shared };
};
