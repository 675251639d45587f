// Starts the third WebAssembly module, which writes files, citations and sentences.
import init, { save, text } from "../zhilan-take.js";
globalThis.zhilanTaking = init().then(() => ({ save, text }));
