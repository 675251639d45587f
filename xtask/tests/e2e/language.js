// Runs of text in the other language that are not marked as such: the text with the tag it stands under.
// On an English page every Chinese character has to be inside [lang=zh]; on a Chinese page every text of four
// or more Latin words inside [lang=en]. Names and titles of the interface are of one word or two, and at home in both.
const chinese = /[\u3400-\u9fff\u3001-\u303f\uff00-\uffef]/;
const english = /(?:[A-Za-z][A-Za-z’'-]*[ ,;]+){3,}[A-Za-z]/;
const page = document.documentElement.lang;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const wrong = [];
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const element = node.parentElement;
  if (element.closest("script, style, svg, noscript, #fallback")) continue;
  const lang = element.closest("[lang]").lang;
  const text = node.data.trim();
  const foreign = page === "en" ? chinese.test(text) && lang !== "zh" : english.test(text) && !chinese.test(text) && lang !== "en";
  // What is typed into the search box of the PDF stands there as the PDF has it, in whatever letters.
  if (element.closest("code")) continue;
  // Text of the page's language inside a run that is marked as the other one is wrong as well.
  const lost = lang !== page && (page === "en" ? /[A-Za-z]/.test(text) && !chinese.test(text) && english.test(text) : chinese.test(text));
  if (foreign || lost) wrong.push(`${element.tagName}.${element.className} (${lang}): ${text.slice(0, 80)}`);
}
return wrong;
