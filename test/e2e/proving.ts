/** How much of a proof is run: `MBT_G_RATER_SHARE=0.1 npm run prove` runs a tenth of it. */
const share = Number(process.env.MBT_G_RATER_SHARE ?? 1);

/** @param whole how many times in all */
export const counted = (whole: number): number => Math.max(1, Math.round(whole * share));
