// Measures one address with Lighthouse as a mid-range phone, up to three times. Prints a list of runs as JSON:
// {performance, accessibility, "best-practices", seo, lcp, cls, tbt, missed: [audits that cost points]}
// usage: node lighthouse.mjs ADDRESS [AUDIT-TO-SKIP…]
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
// --no-sandbox: the measurement also runs as root, where Chromium's sandbox does not start.
const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];

async function measure(address, skipAudits) {
  const chrome = await launch({ chromePath: process.env.CHROME_PATH, chromeFlags: FLAGS, logLevel: "error" });
  try {
    const options = { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error", ignoreStatusCode: true, skipAudits };
    const { lhr } = await lighthouse(address, options);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return summary(lhr);
  } finally {
    chrome.kill();
  }
}

function summary({ audits, categories }) {
  const missed = CATEGORIES.flatMap((name) => categories[name].auditRefs)
    .filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 0.9)
    .map(({ id }) => id);
  return {
    ...Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(categories[name].score * 100)])),
    lcp: audits["largest-contentful-paint"].numericValue,
    cls: audits["cumulative-layout-shift"].numericValue,
    tbt: audits["total-blocking-time"].numericValue,
    missed,
  };
}

async function patiently(address, skipAudits) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await measure(address, skipAudits);
    } catch (error) {
      // A busy machine sometimes loses the start of the navigation.
      if (attempt === 3) throw error;
    }
  }
}

// Two equal runs decide the median of three, whatever the third would say.
const isDecided = (runs) => runs.length === 2 && CATEGORIES.every((name) => runs[0][name] === runs[1][name]);

const [address, ...skipAudits] = process.argv.slice(2);
const runs = [];
while (runs.length < 3 && !isDecided(runs)) runs.push(await patiently(address, skipAudits));
console.log(JSON.stringify(runs));
