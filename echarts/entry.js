// The part of ECharts the application draws with, as one classic script that
// sets `globalThis.echarts`. Bundled by `cargo xtask setup` (esbuild, IIFE) into
// public/vendor/echarts.js; add a chart or component here before using it.
import * as core from "echarts/core";
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
} from "echarts/components";
// ECharts 6 no longer knows `grid.containLabel` unless this is registered.
import { LabelLayout, LegacyGridContainLabel } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

core.use([
  BarChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  LabelLayout,
  LegacyGridContainLabel,
  SVGRenderer,
]);

// A mark's name holds its label, its description and how it is drawn, parted by U+001F.
const part = (mark, n) => (mark.data?.name ?? mark.name ?? "").split("\u001f")[n] ?? "";

// The width of a text of 12 px: a Chinese character is square, a Latin one a little more than half of it.
const wide = (text) => [...text].reduce((sum, c) => sum + (c > "\u2e7f" ? 12 : 6.8), 0);
const widest = (texts) => Math.max(0, ...texts.map(wide));

// The one axis, grid or legend, which the builder writes as itself or as a list.
const only = (held) => (Array.isArray(held) ? held[0] : held);

// A text that ends where its room does.
const cut = (text, room) => {
  if (wide(text) <= room) return text;
  let kept = "";
  for (const c of text) {
    if (wide(kept + c) > room - 12) break;
    kept += c;
  }
  return kept + "…";
};

// A text in at most two lines, broken between words where it has some.
const fold = (text, room) => {
  if (wide(text) <= room) return text;
  const pieces = text.match(/[!-\u2e7f]+ ?|./gu) ?? [];
  let first = "";
  while (pieces.length && wide(first + pieces[0].trimEnd()) <= room) first += pieces.shift();
  const rest = pieces.join("");
  return first ? `${first.trimEnd()}\n${cut(rest, room)}` : cut(text, room);
};

// Black or white, whichever reads better on a colour.
const over = (color) => {
  const [r, g, b] = [1, 3, 5].map((at) => (parseInt(color.slice(at, at + 2), 16) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18 ? "#14161a" : "#ffffff";
};

// Round numbers of an axis in the reader's magnitudes.
const magnitudes = {
  zh: [[1e8, "亿"], [1e4, "万"]],
  en: [[1e12, " trillion"], [1e9, " billion"], [1e6, " million"]],
};
const short = (value, lang) => {
  const [size, name] = magnitudes[lang].find(([size]) => Math.abs(value) >= size) ?? [1, ""];
  return (value / size).toLocaleString("en", { maximumFractionDigits: 2 }) + name;
};

// Options from the typed builder, completed with what ECharts can do but the builder cannot say.
const finish = (json) => {
  const option = JSON.parse(json);
  // Rich text instead of HTML: no markup is ever made from data.
  Object.assign(option.tooltip, {
    renderMode: "richText",
    confine: true,
    formatter: (mark) => part(mark, 1),
  });
  option.tooltip.textStyle = { color: only(option.xAxis)?.axisLabel?.color, fontSize: 13 };
  for (const series of option.series ?? []) {
    series.cursor = "pointer";
    const style = series.data?.[0]?.itemStyle;
    // The legend shows what the marks are drawn in, not a palette of its own.
    if (style) series.itemStyle = { color: style.borderColor ?? style.color, opacity: 1 };
    if (series.type === "bar") series.barMinHeight = 2;
    if (series.type === "line") series.symbol = "circle";
    if (series.label?.show) {
      series.label.formatter = (mark) => part(mark, 0);
      if (series.label.position === "right" && series.type === "scatter") series.labelLayout = { hideOverlap: true };
    }
    for (const mark of series.data ?? []) {
      if (series.symbol === "rect") mark.label = { color: over(mark.itemStyle.color) };
      if ((mark.name ?? "").split("\u001f")[2] === "forecast") {
        mark.itemStyle.decal = {
          color: "rgba(255,255,255,0.65)",
          dashArrayX: [1, 0],
          dashArrayY: [2, 4],
          rotation: -Math.PI / 4,
        };
      }
    }
  }
  return option;
};

// Gives labels and legend the room they need at the width there is; the height beyond that of the figure in pixels.
const arrange = (option, width, lang) => {
  const series = option.series ?? [];
  const [x, y] = [only(option.xAxis), only(option.yAxis)];
  const grid = only(option.grid);
  if (!x || !y || !grid || !width) return 0;
  // A view without hits has axes without names.
  for (const axis of [x, y]) if (axis.type === "category") axis.data ??= [];
  let more = 0;
  const legend = only(option.legend);
  if (legend) {
    legend.data = series.filter((s) => s.data?.length).map((s) => s.name);
    let [lines, used] = [1, 0];
    for (const name of legend.data) {
      const entry = wide(name) + 27;
      if (used && used + entry > width - 10) [lines, used] = [lines + 1, 0];
      used += entry;
    }
    more += (lines - 1) * 22;
    grid.top = 34 + more;
  }
  for (const axis of [x, y]) {
    if (axis.type === "category" || !axis.axisLabel) continue;
    // Years are numbers without separators.
    const year = axis.axisLabel.formatter === "{value}" || axis.year;
    axis.year = year;
    axis.axisLabel.formatter = (value) => (year ? String(value) : short(value, lang));
    axis.axisLabel.hideOverlap = true;
    // The last label of an axis stands half beside it.
    if (axis === x && axis.axisLabel.show !== false) grid.right = Math.max(grid.right, 34);
    if (series.some((s) => s.stack)) axis.minInterval = 1;
  }
  if (y.name && y.type !== "category") {
    more += 18;
    grid.top = (legend ? 34 : 8) + more;
    y.nameTextStyle = { ...y.nameTextStyle, align: "left", padding: [0, 0, 0, -14] };
    // A name beside a mark at the right edge stands on its other side.
    const marks = series.flatMap((s) => s.data ?? []);
    const most = Math.max(...marks.map((mark) => mark.value[0]));
    for (const mark of marks) if (mark.value[0] > most * 0.6) mark.label = { position: "left" };
  }
  let names = 0;
  if (y.type === "category") {
    names = Math.min(Math.max(90, width * 0.32), 280, widest(y.data) + 4);
    Object.assign(y.axisLabel, { lineHeight: 13, fontSize: 12, formatter: (text) => fold(text, names) });
  }
  if (x.type === "category") {
    const column = (width - names - 40) / Math.max(1, x.data.length);
    // What does not stand in two lines under its column is turned, the more the narrower the columns are.
    const folded = x.data.map((text) => fold(text, column - 4));
    const turned = folded.some((text) => text.endsWith("…"));
    if (turned && x.data.length <= 5) more += 50;
    Object.assign(x.axisLabel, {
      lineHeight: 14, fontSize: 12, rotate: !turned ? 0 : column < 24 ? 60 : 40,
      formatter: (text) => (turned ? cut(text, 104) : fold(text, column - 4)),
    });
    for (const s of series) s.symbolSize = Math.max(12, Math.min(26, column - 2));
  }
  const bars = series.filter((s) => s.type === "bar" && s.label?.show).flatMap((s) => s.data ?? []);
  if (bars.length) grid.right = Math.min(widest(bars.map((mark) => part(mark, 0))) + 12, width / 2);
  return more;
};

// A chart that is arranged anew when its width changes.
const init = (host, theme, how) => {
  const chart = core.init(host, theme, how);
  const lang = how?.locale === "en" ? "en" : "zh";
  const [set, resize] = [chart.setOption.bind(chart), chart.resize.bind(chart)];
  let option, width, floor;
  const draw = () => {
    width = host.clientWidth;
    const more = arrange(option, width, lang);
    floor = more ? `${(parseFloat(host.style.height) || 0) + more}px` : "";
    host.style.minHeight = floor;
    resize();
    set(option, true);
  };
  chart.setOption = (next) => {
    option = next;
    draw();
  };
  // The page sets the height anew with each figure, and takes the floor away with it.
  const asLeft = () => host.clientWidth === width && host.style.minHeight === floor;
  chart.resize = () => (option && !asLeft() ? draw() : resize());
  return chart;
};

globalThis.echarts = { init, finish };
