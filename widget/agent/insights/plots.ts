import type { InsightsAnswer, Spread } from "#protocol/insights.ts";
import type { PlotSpec, Tone } from "./plot-spec.ts";
import { inShort } from "./spans.ts";

const SPAN_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400];
const count = (value: number): string => value.toLocaleString();

/** From when on, in whole widths; the last bin holds all that are longer. */
function binName({ widthSeconds, bins }: Spread): PlotSpec["name"] {
  return (place, index) =>
    index === bins.length - 1
      ? `${inShort(place)} or more`
      : `${place === 0 ? "0" : inShort(place)} to ${inShort(place + widthSeconds)}`;
}

function spreadPlot(spread: Spread, summary: string, axis: string, series: PlotSpec["series"]): PlotSpec {
  return {
    kind: "bars",
    summary,
    axis,
    places: spread.bins.map((_, index) => index * spread.widthSeconds),
    width: spread.widthSeconds,
    series,
    marks: [],
    tick: (place) => (place === 0 ? "0" : inShort(place)),
    name: binName(spread),
    value: count,
    steps: SPAN_STEPS,
  };
}

/** When those came back who did, with both clocks. */
export function returnsPlot({ returns, clocks }: InsightsAnswer): PlotSpec {
  const { inHold, later } = returns;
  const plot = spreadPlot(inHold, "How long customers were away who came back", "Away for", [
    { label: "Back while their agent was held", tone: "kept", values: inHold.bins },
    { label: "Back later", tone: "later", values: later.bins },
  ]);
  if (clocks === null) return plot;
  const marks = [
    { at: clocks.holdSeconds, label: `Hold ${inShort(clocks.holdSeconds)}` },
    { at: clocks.limitSeconds, label: `Limit ${inShort(clocks.limitSeconds)}` },
  ];
  return { ...plot, marks: clocks.holdSeconds === clocks.limitSeconds ? marks.slice(1) : marks };
}

export function durationPlot(
  spread: Spread,
  summary: string,
  axis: string,
  label: string,
  tone: Tone = "plain",
): PlotSpec {
  return spreadPlot(spread, summary, axis, [{ label, tone, values: spread.bins }]);
}

/** When conversations begin. */
export function hoursPlot({ hours, days }: InsightsAnswer): PlotSpec {
  const hour = (place: number): string => `${String(place).padStart(2, "0")}:00`;
  const perDay = hours.map((each) => each / Math.max(1, days));
  return {
    kind: "bars",
    summary: "How many conversations begin at each hour of a day, on average",
    axis: "Hour",
    places: hours.map((_, index) => index),
    width: 1,
    series: [{ label: "Conversations begun", tone: "plain", values: perDay }],
    marks: [],
    tick: hour,
    name: hour,
    value: (value) => value.toLocaleString(undefined, { maximumFractionDigits: 1 }),
    steps: [1, 2, 3, 6],
  };
}

/** What each hold would have kept, and cost. */
export function choicesPlot({ choices, clocks, advice }: InsightsAnswer): PlotSpec {
  const most = Math.max(1, advice?.hold.returns ?? 1);
  const suggested = advice?.hold.is === "shorter" || advice?.hold.is === "longer" ? advice.hold.holdSeconds : null;
  const marks = [
    ...(clocks === null ? [] : [{ at: clocks.holdSeconds, label: `Now ${inShort(clocks.holdSeconds)}` }]),
    ...(suggested === null ? [] : [{ at: suggested, label: `Suggested ${inShort(suggested)}` }]),
  ];
  return {
    kind: "lines",
    summary:
      "What other holds would have meant: how many would have found their agent, and what would have been blocked",
    axis: "Hold",
    places: choices.map(({ holdSeconds }) => holdSeconds),
    width: 0,
    series: [
      { label: "Returns that find their agent", tone: "kept", values: choices.map(({ kept }) => (100 * kept) / most) },
      { label: "Agent-minutes blocked", tone: "later", values: choices.map(({ unitSeconds }) => unitSeconds / 60) },
    ],
    marks,
    tick: (place) => (place === 0 ? "none" : inShort(place)),
    name: (place) => (place === 0 ? "No hold" : inShort(place)),
    value: (value, series) => (series === 0 ? `${Math.round(value)} %` : `${count(Math.round(value))} min`),
    steps: SPAN_STEPS,
  };
}
