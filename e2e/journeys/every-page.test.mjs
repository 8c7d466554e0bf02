// Walks every kind of page that links and roles lead to, in three languages, and looks at each:
// axe finds nothing, nothing overflows a phone, the weight is small, no word is missing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { LANGUAGES, axe, browser, faults, serve } from "../harness.mjs";

const HEAVIEST = 60 * 1024;
// Pages of one kind (ids in the path, other queries) that are looked at, at most.
const OF_EACH_KIND = 2;

let server, chrome;
before(async () => ([server, chrome] = await Promise.all([serve(), browser()])));
after(async () => {
  await chrome?.close();
  await server?.stop();
});

// Parts of an address that name one of many: what follows them is an id.
const OF_MANY = ["parties", "posts", "skills", "roles", "sources", "pairs", "introductions", "quotes", "shortlists", "party", "post", "missions", "meetings"];

/** The kind of a page: its path with the ids left out. */
function kindOf(address) {
  const parts = new URL(address).pathname.split("/");
  const told = parts.map((part, at) => (/\d/.test(part) || (at > 1 && OF_MANY.includes(parts[at - 1]) && part !== "new") ? "…" : part));
  return told.join("/");
}

async function signIn(page, language, role) {
  await page.goto(`${server.address}/${language}/sign-in`);
  await page.locator(`form button[value="${role}"]`).click();
}

async function walk(page, language, seen) {
  const told = [];
  const mine = new Set();
  const queue = [`${server.address}/${language}/`, page.url()].filter((address) => address.startsWith("http"));
  const met = new Set(queue);
  queue.first = queue[0];
  while (queue.length > 0) {
    const address = queue.shift();
    const kind = kindOf(address);
    mine.add(kind);
    // Whoever signed in sees more on the home page and is led on from there.
    const again = address === queue.first;
    if (!again && (seen.get(kind) ?? 0) >= OF_EACH_KIND) continue;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    const sizes = [];
    const count = (response) => {
      if (!/font/.test(response.headers()["content-type"] ?? "")) sizes.push(response.body().then((body) => body.length, () => 0));
    };
    page.on("response", count);
    const response = await page.goto(address).catch((why) => ({ status: () => String(why) }));
    page.off("response", count);
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    // A page that asks to sign in is a page too, and looked at.
    if (response.status() !== 200 && response.status() !== 401) {
      if (!/Download/.test(response.status())) told.push(`${address}: ${response.status()}`);
      continue;
    }
    if (!(response.headers()["content-type"] ?? "").startsWith("text/html")) continue;
    const wrong = [...(await faults(page, language)), ...(await axe(page))];
    if (bytes > HEAVIEST) wrong.push(`${bytes} bytes`);
    told.push(...wrong.map((line) => `${address}: ${line}`));
    const links = await page.evaluate(() => [...document.links].map((a) => a.href));
    for (const link of links.map((l) => l.split("#")[0])) {
      if (link.startsWith(`${server.address}/${language}/`) && !met.has(link)) {
        met.add(link);
        queue.push(link);
      }
    }
  }
  return { told, kinds: mine.size };
}

for (const language of Object.keys(LANGUAGES)) {
  const seen = new Map();
  for (const role of ["public", "asker", "offerer", "organiser", "analyst"]) {
    test(`every page that ${role} reaches in ${language}`, { timeout: 600_000 }, async () => {
      const context = await chrome.newContext({ viewport: { width: 390, height: 844 } });
      const page = await context.newPage();
      const complaints = [];
      page.on("console", (m) => m.type() === "error" && !m.text().includes("401") && complaints.push(`${page.url()}: ${m.text()}`));
      if (role !== "public") await signIn(page, language, role);
      const { told, kinds } = await walk(page, language, seen);
      await context.close();
      console.log(`${role} in ${language}: ${kinds} kinds of page`);
      assert.ok(kinds >= 5, `only ${kinds} kinds of page were found`);
      assert.deepEqual([...told, ...complaints], []);
    });
  }
}
