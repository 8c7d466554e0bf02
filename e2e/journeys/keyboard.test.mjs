// The journeys of a member and of an organiser by keyboard alone, in English and in Urdu, without scripts:
// Tab to move, Enter and Space to act, and what has the focus is seen to have it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { browser, serve } from "../harness.mjs";

// More steps than any page should need: whoever is not there by then would have given up long before.
const MOST_TABS = 250;

const worlds = {};
let chrome;
before(async () => ([worlds.en, worlds.ur, chrome] = await Promise.all([serve(), serve(), browser()])));
after(async () => {
  await chrome?.close();
  await Promise.all(Object.values(worlds).map((world) => world.stop()));
});

/** Somebody with a keyboard and a browser of their own. */
class Person {
  static async signIn(role, language) {
    const context = await chrome.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const person = new Person(context, await context.newPage(), `${worlds[language].address}/${language}`);
    await person.page.goto(`${person.base}/sign-in`);
    await person.follow(`button[value="${role}"]`);
    return person;
  }

  constructor(context, page, base) {
    Object.assign(this, { context, page, base });
  }

  /** Tabs on until the focus is on what a selector names, and looks whether it shows. */
  async reach(selector) {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await this.page.keyboard.press("Tab");
      const focus = await this.page.evaluate((wanted) => {
        const here = document.activeElement;
        if (!here?.matches(wanted)) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(here);
        const box = here.getBoundingClientRect();
        return { seen: outlineStyle !== "none" && outlineWidth !== "0px", size: box.width * box.height };
      }, selector);
      if (focus) {
        assert.ok(focus.seen && focus.size > 0, `the focus on ${selector} is seen on ${this.page.url()}`);
        return;
      }
    }
    assert.fail(`${selector} cannot be reached by Tab on ${this.page.url()}`);
  }

  /** Reaches a link or a button and goes where it leads. */
  async follow(selector) {
    await this.reach(selector);
    await Promise.all([this.page.waitForEvent("load"), this.page.keyboard.press("Enter")]);
  }

  async write(selector, text) {
    await this.reach(selector);
    await this.page.keyboard.insertText(text);
  }

  /** The address bar is part of the keyboard too. */
  to(path) {
    return this.page.goto(`${this.base}${path}`);
  }

  leave() {
    return this.context.close();
  }
}

/** The first post of somebody's desk that has matches. */
async function ownPost(person) {
  await person.follow('a[href$="/desk"]');
  await person.follow('main a[href$="/matches"]');
  return person.page.url().split("/").at(-2);
}

for (const [language, message, answer] of [
  ["en", "We have no mouse and would like to meet.", "Neither have we: gladly."],
  ["ur", "ہم صرف کی بورڈ سے لکھ رہے ہیں، ملنا چاہتے ہیں۔", "ضرور، ہم بھی۔"],
]) {
  test(`by keyboard, a member from sign-in to an accepted introduction (${language})`, { timeout: 180_000 }, async () => {
    const [asker, offerer] = [await Person.signIn("asker", language), await Person.signIn("offerer", language)];
    const [ask, offer] = [await ownPost(asker), await ownPost(offerer)];

    await asker.follow('main a[href*="/pairs/"]');
    assert.ok((await asker.page.locator("table tbody tr").count()) > 5, "every part of the score has its cause");
    await asker.to(`/pairs/${ask}/${offer}`);
    await asker.write("#message", message);
    await asker.follow("form:has(#message) button");

    await offerer.follow('a[href$="/introductions"]');
    const box = await offerer.page.locator("li", { hasText: message }).locator("textarea").getAttribute("id");
    await offerer.write(`[id="${box}"]`, answer);
    await offerer.follow(`form:has([id="${box}"]) button[value="accept"]`);

    await asker.follow('a[href$="/introductions"]');
    assert.ok((await asker.page.content()).includes(answer), "the answer is there");
    await Promise.all([asker.leave(), offerer.leave()]);
  });

  test(`by keyboard, an organiser from a file to published matches (${language})`, { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "pul-"));
    execFileSync(resolve(process.env.PUL_BIN ?? "../target/debug/pul"), ["demo", "--no-serve", "--out", folder], { stdio: "ignore" });
    const line = JSON.parse(readFileSync(join(folder, "asks.jsonl"), "utf8").split("\n").find((l) => l.includes('"service"')));
    const id = `keyed-${language}`;
    writeFileSync(join(folder, "new.jsonl"), `${JSON.stringify({ ...line, id, party: `keyer-${language}`, title: `By keyboard, ${language}` })}\n`);

    const organiser = await Person.signIn("organiser", language);
    const { page } = organiser;
    await organiser.follow('a[href$="/organise"]');
    await organiser.follow('main a[href$="/organise/imports"]');
    await organiser.reach("#file");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
    await chooser.setFiles(join(folder, "new.jsonl"));
    await organiser.follow("form:has(#file) button");
    const until = async (selector, what) => {
      for (let tries = 0; tries < 60; tries += 1) {
        if (await page.locator(selector).count()) return;
        await page.waitForTimeout(500);
        await page.reload();
      }
      assert.fail(`${what}: ${await page.locator("main").innerText()}`);
    };
    await until('form[action$="/publish"]', "the file is read");
    await organiser.follow('form[action$="/publish"] button');
    await until('form[action$="/undo"]', "it is published");

    await organiser.to(`/posts/${id}/matches`);
    await organiser.follow('main a[href*="/pairs/"]');
    assert.ok((await page.locator("table tbody tr").count()) > 5, "a match explains itself");
    await organiser.leave();
  });
}
