/** The numbers that a chart draws, as the table beneath it shows them and as a file keeps them. */
export type Cell = {
  text: string;
  /** As a file keeps it, where the text is written for people. */
  value?: string | number | undefined;
  /** Where a click leads. */
  href?: string;
};
export type ChartTable = {
  /** The first column names the row. */
  head: readonly string[];
  rows: readonly (readonly Cell[])[];
};
