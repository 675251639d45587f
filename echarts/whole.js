// Starts the whole application, which takes the place of the first view's program.
import init from "../zhilan-whole.js";
await init();
