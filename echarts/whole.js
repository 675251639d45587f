// Starts the whole application, which takes the place of the first view's program.
import init from "../zhilan-whole.js";

// Its styles first, so that nothing is seen without them.
const styles = document.createElement("link");
styles.rel = "stylesheet";
styles.href = "./more.css";
const styled = new Promise((done) => (styles.onload = styles.onerror = done));
document.head.append(styles);
await styled;
await init();
