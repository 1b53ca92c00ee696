import uPlot from "uplot";
import type { PlotSpec, Tone } from "./plot-spec.ts";

/** The colours as they are on this page, in this light. */
export type Colours = Record<Tone | "ink" | "muted" | "line" | "paper", string>;

const FONT = "12px system-ui, sans-serif";
const COUNT_STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 100_000];
const [LEFT, RIGHT] = [3, 1] as const;

/** Draws a plot into this element. */
export function drawPlot(
  canvas: HTMLElement,
  spec: PlotSpec,
  colours: () => Colours,
  point: (index: number | null) => void,
): uPlot {
  return new uPlot(plotOptions(spec, sizeOf(canvas), colours, point), drawnData(spec), canvas);
}

/** How large a plot is in this element. */
export function sizeOf(canvas: HTMLElement): { width: number; height: number } {
  return { width: Math.max(200, canvas.clientWidth), height: canvas.clientHeight };
}

/** The rows as they are drawn: what stands above is drawn first and whole, and what stands below over it. */
function drawnData({ kind, places, series }: PlotSpec): uPlot.AlignedData {
  const rows = series.map(({ values }) => [...values]);
  if (kind === "lines") return [[...places], ...rows];
  const sums = rows.map((_, row) =>
    places.map((__, at) => rows.slice(0, row + 1).reduce((sum, each) => sum + (each[at] ?? 0), 0)),
  );
  return [[...places], ...sums.toReversed()];
}

/** How a plot is drawn. `colours` is asked at each drawing, as light and dark may change; `point` hears which place is pointed at. */
function plotOptions(
  spec: PlotSpec,
  size: { width: number; height: number },
  colours: () => Colours,
  point: (index: number | null) => void,
): uPlot.Options {
  const last = (spec.places.at(-1) ?? 0) + spec.width;
  const isBars = spec.kind === "bars";
  const axis = { font: FONT, stroke: () => colours().muted, ticks: { show: false }, gap: 6 };
  const above = spec.marks.length === 0 ? 8 : 22;
  const grid = { stroke: () => colours().line, width: 1 };
  return {
    ...size,
    legend: { show: false },
    padding: [above, isBars ? 24 : 0, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { show: !isBars } },
    scales: {
      x: { time: false, range: [0, Math.max(last, ...spec.marks.map(({ at }) => at)) * (isBars ? 1 : 1.02)] },
      y: { range: (_plot, _min, max) => [0, isBars ? Math.max(max * 1.08, spec.series.length > 1 ? 4 : 0.5) : 104] },
      right: { range: (_plot, _min, max) => [0, Math.max(1, max * 1.04)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 26,
        incrs: [...spec.steps],
        space: 56,
        values: (_plot, splits) => splits.map(spec.tick),
      },
      {
        ...axis,
        grid,
        side: LEFT,
        size: 46,
        incrs: isBars ? COUNT_STEPS : [25, 50],
        values: (_plot, splits) => splits.map((split) => (isBars ? split.toLocaleString() : `${split} %`)),
      },
      ...(isBars ? [] : [{ ...axis, grid: { show: false }, scale: "right", side: RIGHT, size: 64, values: minutes }]),
    ],
    series: [{}, ...(isBars ? barSeries(spec, colours) : lineSeries(spec, colours))],
    hooks: {
      draw: [(plot) => drawMarks(plot, spec, colours())],
      setCursor: [({ cursor }) => point(cursor.idx ?? null)],
    },
  };
}

const minutes: uPlot.Axis.DynamicValues = (_plot, splits) => splits.map((split) => `${split.toLocaleString()} min`);

function barSeries({ series }: PlotSpec, colours: () => Colours): uPlot.Series[] {
  const paths = uPlot.paths.bars?.({ align: 1, size: [0.86, 64], radius: 0.12 });
  return series.toReversed().map(({ label, tone }) => ({
    label,
    fill: () => colours()[tone],
    stroke: () => colours()[tone],
    width: 0,
    points: { show: false },
    ...(paths === undefined ? {} : { paths }),
  }));
}

function lineSeries({ series }: PlotSpec, colours: () => Colours): uPlot.Series[] {
  return series.map(({ label, tone }, row) => ({
    label,
    scale: row === 0 ? "y" : "right",
    stroke: () => colours()[tone],
    width: 2,
    ...(row === 0 ? {} : { dash: [5, 4] }),
    points: { show: true, size: 5, fill: () => colours()[tone] },
  }));
}

/** The clocks, as lines from top to bottom with their names above. */
function drawMarks({ ctx, bbox, valToPos }: uPlot, { marks }: PlotSpec, { ink }: Colours): void {
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.fillStyle = ink;
  ctx.lineWidth = ratio;
  ctx.setLineDash([3 * ratio, 3 * ratio]);
  ctx.font = `600 ${12 * ratio}px system-ui, sans-serif`;
  ctx.textAlign = "left";
  ctx.textBaseline = "bottom";
  const right = bbox.left + bbox.width;
  const signs = marks
    .map(({ at, label }) => ({ label, x: Math.round(valToPos(at, "x", true)), width: ctx.measureText(label).width }))
    .toSorted((a, b) => a.x - b.x)
    .map((sign) => ({ ...sign, from: Math.min(Math.max(sign.x - sign.width / 2, bbox.left), right - sign.width) }));
  const [one, two] = signs;
  const gap = 8 * ratio;
  if (one !== undefined && two !== undefined && one.from + one.width + gap > two.from) {
    // Too near to stand above their lines: each to its side of the middle between them.
    const middle = (one.x + two.x) / 2;
    one.from = Math.max(bbox.left, middle - gap / 2 - one.width);
    two.from = Math.max(one.from + one.width + gap, middle + gap / 2);
  }
  for (const { x, label, from } of signs) {
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(label, from, bbox.top - 4 * ratio);
  }
  ctx.restore();
}
