// Starts the second WebAssembly module, which turns a figure into chart options.
import init, { draw } from "../zhilan-draw.js";
globalThis.zhilanDrawing = init().then(() => draw);
