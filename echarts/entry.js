// The part of ECharts the application draws with, as one classic script that
// sets `globalThis.echarts`. Bundled by `cargo xtask setup` (esbuild, IIFE) into
// public/vendor/echarts.js; add a chart or component here before using it.
import * as core from "echarts/core";
import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from "echarts/components";
// ECharts 6 no longer knows `grid.containLabel` unless this is registered.
import { LegacyGridContainLabel } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

core.use([
  BarChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  AriaComponent,
  DataZoomComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  LegacyGridContainLabel,
  SVGRenderer,
]);

globalThis.echarts = core;
