// Two whole journeys, each in English and in Urdu, without scripts: a member from sign-in to an
// accepted introduction, and an organiser from a file to published posts that are matched.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { axe, stage } from "../harness.mjs";

// A world for each language: two parties are introduced once.
const on = stage(["en", "ur"]);

/** Somebody of the demonstration with a browser of their own. Pages work without scripts. */
async function person(role, language) {
  const context = await on.chrome.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const to = (path) => page.goto(`${on.worlds[language].address}/${language}${path}`);
  await to("/sign-in");
  await page.locator(`button[value="${role}"]`).click();
  return { page, to, leave: () => context.close() };
}

/** The id of the first published post of somebody's desk. */
async function ownPost({ page, to }) {
  await to("/desk");
  const address = await page.locator('a[href$="/matches"]').first().getAttribute("href");
  return address.split("/").at(-2);
}

for (const [language, message, answer] of [
  ["en", "We would like to talk about your team.", "Gladly: Tuesday at 9 in Toronto."],
  ["ur", "ہم آپ کی ٹیم سے بات کرنا چاہتے ہیں۔", "ضرور، منگل کو بات کرتے ہیں۔"],
]) {
  test(`a member from sign-in to an accepted introduction (${language})`, { timeout: 120_000 }, async () => {
    const asker = await person("asker", language);
    const offerer = await person("offerer", language);
    const ask = await ownPost(asker);
    const offer = await ownPost(offerer);

    // The asker sees the matches of the ask, and why the first one fits.
    await asker.to(`/posts/${ask}/matches`);
    assert.ok((await asker.page.locator('a[href*="/pairs/"]').count()) > 0, "somebody fits");
    await asker.page.locator('a[href*="/pairs/"]').first().click();
    assert.ok((await asker.page.locator("table tbody tr").count()) > 5, "every part of the score has its cause");

    // Then asks to meet the party of this journey.
    await asker.to(`/pairs/${ask}/${offer}`);
    await asker.page.locator("#message").fill(message);
    await asker.page.locator("form:has(#message) button").click();
    await asker.to("/introductions");
    assert.ok((await asker.page.content()).includes(message), "the request stands among the introductions");

    // The other side is asked, and says yes.
    await offerer.to("/introductions");
    const asked = offerer.page.locator("li", { hasText: message });
    await asked.locator("textarea").fill(answer);
    await asked.locator('button[value="accept"]').click();

    await asker.to("/introductions");
    assert.ok((await asker.page.content()).includes(answer), "the answer is there");
    await Promise.all([asker.leave(), offerer.leave()]);
  });

  test(`an organiser from a file to published matches (${language})`, { timeout: 120_000 }, async () => {
    // A post of the example world under another id: what a trade body would hand in.
    const folder = mkdtempSync(join(tmpdir(), "pul-"));
    execFileSync(resolve(process.env.PUL_BIN ?? "../target/debug/pul"), ["demo", "--no-serve", "--out", folder], { stdio: "ignore" });
    const line = JSON.parse(readFileSync(join(folder, "asks.jsonl"), "utf8").split("\n").find((l) => l.includes('"service"')));
    const title = `Brought by a file, ${language}`;
    writeFileSync(join(folder, "new.jsonl"), `${JSON.stringify({ ...line, id: `brought-${language}`, party: `bringer-${language}`, title })}\n{"post":"ask"}\n`);

    const organiser = await person("organiser", language);
    const { page, to } = organiser;
    await to("/organise/imports");
    await page.locator("#file").setInputFiles(join(folder, "new.jsonl"));
    await page.locator("form:has(#file) button").click();
    const address = page.url();
    const until = async (selector, what) => {
      for (let tries = 0; tries < 60; tries += 1) {
        if (await page.locator(selector).count()) return;
        await page.waitForTimeout(500);
        await page.goto(address);
      }
      assert.fail(`${what}: ${await page.locator("main").innerText()}`);
    };
    await until('form[action$="/publish"]', "the file is read and can be looked at");
    assert.ok((await page.locator("table tbody tr").count()) > 0, "the row that is none is told");
    await page.locator('form[action$="/publish"] button').click();
    await until('form[action$="/undo"]', "what was sound is published");

    await to(`/posts/brought-${language}/matches`);
    assert.ok((await page.locator('a[href*="/pairs/"]').count()) > 0, "it is matched");
    await organiser.leave();
  });
}

test("what the journeys lead to is read by everybody", { timeout: 60_000 }, async () => {
  const context = await on.chrome.newContext();
  const page = await context.newPage();
  await page.goto(`${on.worlds.ur.address}/ur/sign-in`);
  await page.locator('button[value="asker"]').click();
  await page.goto(`${on.worlds.ur.address}/ur/introductions`);
  assert.deepEqual(await axe(page), []);
  await context.close();
});
