/** The colours of the figures, by what they mean; each is a custom property of the page. */
export type Tone = "kept" | "later" | "lost" | "plain";

/** One row of values; bars stand upon one another in the order of the list. */
export interface PlotSeries {
  label: string;
  tone: Tone;
  values: readonly number[];
}

/** A place on the axis that means something: a clock. */
export interface PlotMark {
  at: number;
  label: string;
}

/**
 * A plot, and at the same time its table. `bars`: each place is where a bar begins, and all are equally wide. `lines`: two rows, the first
 * as a share of a hundred, the second against an axis of its own.
 */
export interface PlotSpec {
  kind: "bars" | "lines";
  /** What the plot shows, for who doesn't see it; the numbers are in the table. */
  summary: string;
  /** What the places are. */
  axis: string;
  places: readonly number[];
  width: number;
  series: readonly PlotSeries[];
  marks: readonly PlotMark[];
  /** A place as it stands on the axis. */
  tick: (place: number) => string;
  /** A place as a row of the table is called. */
  name: (place: number, index: number) => string;
  /** A value as people read it. */
  value: (value: number, series: number) => string;
  /** Steps between ticks that read well. */
  steps: readonly number[];
}
