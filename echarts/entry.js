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
import { LegacyGridContainLabel } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

core.use([
  BarChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  LegacyGridContainLabel,
  SVGRenderer,
]);

// A mark's name holds its value, its description and how it is drawn, parted by U+001F.
const part = (mark, n) => (mark.data?.name ?? mark.name ?? "").split("\u001f")[n] ?? "";

// Options from the typed builder, completed with what ECharts can do but the builder cannot say.
const finish = (json) => {
  const option = JSON.parse(json);
  // Rich text instead of HTML: no markup is ever made from data.
  Object.assign(option.tooltip, {
    renderMode: "richText",
    confine: true,
    formatter: (mark) => part(mark, 1),
  });
  option.tooltip.textStyle = { color: option.xAxis?.[0]?.axisLabel?.color, fontSize: 13 };
  for (const series of option.series ?? []) {
    series.cursor = "pointer";
    if (series.type === "bar") series.barMinHeight = 2;
    if (series.label?.show) series.label.formatter = (mark) => part(mark, 0);
    for (const mark of series.data ?? []) {
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
  for (const axis of [option.xAxis, option.yAxis].flat()) {
    if (axis?.type === "category" && axis.axisLabel) {
      const columns = axis === option.xAxis?.[0] ? axis.data.length : 0;
      Object.assign(axis.axisLabel, {
        width: columns > 5 ? 90 : 130, overflow: "break", lineHeight: 14, fontSize: 12, rotate: columns > 5 ? 40 : 0,
      });
    }
  }
  return option;
};

globalThis.echarts = { init: core.init, finish };
