/** Where Recharts draws our own signs: above its reference lines and areas, which are at most at 400. */
export const aboveLines = 650;
