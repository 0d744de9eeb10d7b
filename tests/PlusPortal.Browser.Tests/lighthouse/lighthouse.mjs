// Lighthouse on the home page, a step of the form and the directory of a portal that runs:
//   npm ci && npm run lighthouse -- http://localhost:5080
// Reports go to the screenshots folder of the repository. Ends with code 1 when a category is under 95.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const least = 95;
const site = new URL(process.argv[2] ?? "http://localhost:5080");
const reports = fileURLToPath(new URL("../../../screenshots/", import.meta.url));

/** Begins a request as the start page does: the address of its first step and the cookies that open it. */
async function beginRequest() {
  const start = await fetch(new URL("/demande", site));
  const token = /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(await start.text())?.[1];
  const cookies = start.headers.getSetCookie();
  const begun = await fetch(new URL("/demande", site), {
    method: "POST",
    redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Cookie: pairs(cookies) },
    body: new URLSearchParams({ __RequestVerificationToken: token }),
  });
  return { address: begun.headers.get("location"), cookie: pairs([...cookies, ...begun.headers.getSetCookie()]) };
}

const pairs = (cookies) => cookies.map((cookie) => cookie.split(";")[0]).join("; ");

function findChromium() {
  const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return process.env.PLUS_CHROMIUM ?? usual.find(existsSync);
}

const request = await beginRequest();
const pages = [
  { name: "home", address: "/" },
  { name: "form step", address: request.address, extraHeaders: { Cookie: request.cookie } },
  { name: "directory", address: "/annuaire" },
];

mkdirSync(reports, { recursive: true });
let isBelow = false;
const browser = await launch({ chromePath: findChromium(), chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
try {
  for (const { name, address, extraHeaders } of pages) {
    const result = await lighthouse(new URL(address, site).href, { port: browser.port, output: "html", logLevel: "error", extraHeaders });
    writeFileSync(`${reports}lighthouse-${name.replace(" ", "-")}.html`, result.report);
    const scores = Object.values(result.lhr.categories).map(({ title, score }) => ({ title, points: Math.round((score ?? 0) * 100) }));
    isBelow ||= scores.some(({ points }) => points < least);
    console.log(`${name}: ${scores.map(({ title, points }) => `${title} ${points}`).join(", ")}`);
    for (const { auditRefs } of Object.values(result.lhr.categories)) {
      for (const { id, weight } of auditRefs) {
        const audit = result.lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 0.9) console.log(`  ${audit.title} ${audit.displayValue ?? ""}`);
      }
    }
  }
} finally {
  await browser.kill();
}

process.exitCode = isBelow ? 1 : 0;
