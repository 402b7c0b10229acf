// Checks the API reference in Chromium, from the URL at which dev mode serves it, 1400 and 400 pixels wide and with everything
// expanded. Fails if a word is broken inside, if text is cut off, if the page scrolls sideways, if the console reports an error, or if
// anything is requested from another host.
// With --screenshots, also writes docs/reference.png and docs/reference-narrow.png. CHROMIUM is the browser, if it is not on the PATH.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const WIDTHS = [1400, 400];
const TIMEOUT_MILLIS = 300_000;
const url = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 'http://localhost:8080/';
const withScreenshots = process.argv.includes('--screenshots');

function chromium() {
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  const candidates = process.env.PATH.split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)));
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Renders all sections at once: Scalar otherwise leaves those out that are far from what is visible. */
function renderEverything() {
  delete window.IntersectionObserver;
}

/** Expands what is collapsed in the content, also what that reveals; what occurs repeatedly, such as a response, only once. */
async function expand() {
  const seen = new Set();
  for (;;) {
    const closed = [...document.querySelectorAll('main button[aria-expanded="false"]:not([aria-haspopup])')].filter((button) => {
      const key = (button.closest('li') ?? button).textContent;
      return button.checkVisibility() && !seen.has(key) && seen.add(key);
    });
    if (closed.length === 0) {
      return seen.size;
    }
    closed.forEach((button) => button.click());
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** Returns a line for each problem with the text inside the element that the selector finds. */
function findProblems(selector) {
  const problems = new Set();
  const range = document.createRange();
  // Where a line may end inside a word.
  const breakable = /[-/_–—\u00ad\u200b]$/;

  const styles = new Map();
  const styleOf = (element) => {
    if (!styles.has(element)) {
      const { overflowX, textOverflow, position } = getComputedStyle(element);
      styles.set(element, { overflowX, textOverflow, position });
    }
    return styles.get(element);
  };
  const describe = (node) => {
    const place = node.parentElement.closest('[id]')?.id ?? '';
    return `${node.parentElement.closest('table') ? 'table, ' : ''}${node.parentElement.tagName.toLowerCase()} in #${place}`;
  };
  const rectsOf = (node, start, end) => {
    range.setStart(node, start);
    range.setEnd(node, end);
    return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  };
  const isOneLine = (rects) => rects.every(({ top }) => Math.abs(top - rects[0].top) < rects[0].height / 2);

  /** Returns the parts of the word that are on different lines, if one of them ends where no line may end. */
  function brokenWord(node, start, word) {
    const parts = [];
    let last;
    for (let at = 0; at < word.length; at++) {
      const [rect] = rectsOf(node, start + at, start + at + 1);
      if (rect && last && rect.top - last.top > last.height / 2) {
        parts.push('');
      }
      parts[Math.max(0, parts.length - 1)] = (parts.at(-1) ?? '') + word[at];
      last = rect ?? last;
    }
    return parts.slice(0, -1).every((part) => breakable.test(part)) ? undefined : parts.join('|');
  }

  /** Tells whether text that ends at this position is cut off by an ancestor, and neither scrolled nor marked by an ellipsis. */
  function isCut(node, right) {
    for (let at = node.parentElement; at && at !== document.documentElement; at = at.parentElement) {
      const { overflowX, textOverflow } = styleOf(at);
      if (overflowX === 'auto' || overflowX === 'scroll' || textOverflow === 'ellipsis') {
        return false;
      }
      if (overflowX !== 'visible' && right > at.getBoundingClientRect().right + 1) {
        return true;
      }
    }
    return right > document.documentElement.clientWidth + 1;
  }

  /** Tells whether no ancestor that the element is positioned in clips or scrolls it. */
  function widensPage(element) {
    let at = element;
    while (at && at !== document.documentElement) {
      const { position } = styleOf(at);
      if (position === 'fixed') {
        return false;
      }
      at = position === 'absolute' ? at.offsetParent : at.parentElement;
      if (at && at !== document.body && styleOf(at).overflowX !== 'visible') {
        return false;
      }
    }
    return true;
  }

  const root = document.querySelector(selector);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let words = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const box = element.getBoundingClientRect();
    if (!node.data.trim() || box.width <= 1 || box.height <= 1
      || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      || element.closest('script, style')) {
      continue;
    }
    const rects = rectsOf(node, 0, node.data.length);
    words += node.data.trim().split(/\s+/).length;
    if (rects.length > 1 && !isOneLine(rects)) {
      for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
        if (!isOneLine(rectsOf(node, index, index + word.length))) {
          const broken = brokenWord(node, index, word);
          if (broken) {
            problems.add(`broken inside a word: ${broken} (${describe(node)})`);
          }
        }
      }
    }
    const right = Math.max(...rects.map((rect) => rect.right));
    if (rects.length > 0 && isCut(node, right)) {
      problems.add(`cut off: ${node.data.trim().slice(0, 60)} (${describe(node)})`);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const wide = [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth && widensPage(element)).slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 120));
    problems.add(`the page scrolls sideways: it is ${scrollWidth} pixels wide, because of ${wide.join(' … ')}`);
  }
  return { words, problems: [...problems] };
}

/** Opens the reference, completely rendered, and adds to the problems what happens meanwhile and later. */
async function openReference(browser, problems) {
  const page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT_MILLIS);
  page.on('console', (message) => {
    if (message.type() === 'error') {
      problems.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => problems.push(`error in the page: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(url).host) {
      problems.push(`request to another host: ${request.url()}`);
    }
  });
  await page.setViewport({ width: WIDTHS[0], height: 900 });
  await page.evaluateOnNewDocument(renderEverything);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.waitForSelector('section[id$="/models"]');
  await page.waitForFunction(() => !document.querySelector('main [data-placeholder="true"]'));
  return page;
}

/** Writes what is visible of the booking of an operation, with the given number of pixels. */
async function takeScreenshot(page, file, width, height) {
  await page.setViewport({ width, height });
  await page.waitForFunction((expected) => window.innerWidth === expected, {}, width);
  await page.evaluate(() => {
    document.querySelector('main section[id$="/POST/storage_operations/operation/{location_id}"]').scrollIntoView();
    window.scrollBy(0, 40);
  });
  await new Promise((done) => setTimeout(done, 1000));
  await page.screenshot({ path: fileURLToPath(new URL(`../../../docs/${file}`, import.meta.url)) });
  console.log(`wrote docs/${file}`);
}

async function check(page, width) {
  await page.setViewport({ width, height: 900 });
  await page.waitForFunction((expected) => window.innerWidth === expected, {}, width);
  const { words, problems } = await page.evaluate(findProblems, 'main');
  console.log(`${width} pixels: ${words} words, problems: ${problems.length}`);
  return problems.map((problem) => `${width} pixels: ${problem}`);
}

const executablePath = chromium();
if (!executablePath) {
  console.error('There is no Chromium: install it, or set CHROMIUM to its path.');
  process.exit(2);
}
const browser = await puppeteer.launch({
  executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'], protocolTimeout: TIMEOUT_MILLIS,
});
try {
  const problems = [];
  const page = await openReference(browser, problems);
  if (withScreenshots) {
    await takeScreenshot(page, 'reference.png', WIDTHS[0], 900);
    await takeScreenshot(page, 'reference-narrow.png', WIDTHS[1], 900);
    await page.setViewport({ width: WIDTHS[0], height: 900 });
  }
  console.log(`expanded ${await page.evaluate(expand)} parts`);
  for (const width of WIDTHS) {
    problems.push(...await check(page, width));
  }
  problems.forEach((problem) => console.error(problem));
  process.exitCode = problems.length > 0 ? 1 : 0;
} finally {
  await browser.close();
}
