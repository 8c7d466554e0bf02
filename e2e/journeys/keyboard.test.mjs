// The journeys of members and of an organiser by keyboard alone, in English and in Urdu, without scripts:
// Tab to move, Enter and Space to act, arrows to choose, and what has the focus is seen to have it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { stage } from "../harness.mjs";
import { Person } from "../keyboard.mjs";

const on = stage(["en", "ur"]);

const WORDS = {
  en: {
    brief: "We need two developers who know Rust, PostgreSQL and Docker.",
    ask: "A Rust service, written by keyboard",
    offer: "Rust, by keyboard",
    reason: "Please say in which city you are.",
    message: "We have no mouse and would like to meet.",
    answer: "Neither have we: gladly.",
  },
  ur: {
    brief: "ہمیں Rust، PostgreSQL اور Docker جاننے والے دو ڈویلپر چاہییں۔",
    ask: "کی بورڈ سے لکھی ایک طلب",
    offer: "کی بورڈ سے لکھی ایک پیشکش",
    reason: "براہ کرم شہر بتائیں۔",
    message: "ہم صرف کی بورڈ سے لکھ رہے ہیں، ملنا چاہتے ہیں۔",
    answer: "ضرور، ہم بھی۔",
  },
};

/** Somebody who signs in as one of the demonstration's roles. */
async function role(name, language) {
  const person = await Person.arrive(on.chrome, on.worlds[language].address, language);
  await person.follow(`button[value="${name}"]`);
  return person;
}

/** Somebody nobody knows yet, who signs in by a link and registers a firm of one side of the corridor. */
async function newcomer(name, side, language) {
  const person = await Person.arrive(on.chrome, on.worlds[language].address, language);
  await person.skip();
  await person.walk();
  await person.write("#email", `${side}-${language}@example.org`);
  await person.press("Enter");
  await person.follow('main a[href$="/outbox"]');
  await person.follow('main a[href*="secret="]');
  await person.follow("main form button", "Space");
  await person.follow('main a[href$="/parties/new"]');
  await person.walk();
  await person.write("#name", name);
  await person.reach(`input[value="${side}"]`);
  await person.page.keyboard.press("Space");
  await person.follow("main .acts button");
  return person;
}

/** Writes a post from a brief, looks at the skills found in it, keeps it and hands it in. Its id. */
async function post(person, direction, title, brief) {
  await person.follow('header a[href$="/desk"]');
  await person.follow(`main a[href$="direction=${direction}"]`);
  await person.walk();
  await person.page.reload();
  await person.write("#brief", brief);
  await person.follow('button[value="skills"]');
  const found = await person.page.locator('input[name="skill"]').evaluateAll((all) => all.map((e) => e.value).filter(Boolean));
  assert.ok(["PostgreSQL", "Docker"].every((skill) => found.includes(skill)), `skills are found in the words: ${found}`);
  await person.write("#title", title);
  await person.choose("#role", "backend-developer");
  await person.follow("main .acts button.act");
  await person.follow('form[action$="/submit"] button');
  return new URL(person.page.url()).pathname.split("/").at(-1);
}

/** Goes through the queue to one post, walks past the others, and decides. */
async function decide(organiser, id, decision, reason) {
  await organiser.follow('header a[href$="/organise"]');
  await organiser.follow('main a[href$="/organise/review"]');
  const form = `form[action$="/organise/review/${id}"]`;
  if (reason) await organiser.write(`${form} input[name="reason"]`, reason);
  await organiser.follow(`${form} button[value="${decision}"]`);
}

for (const [language, words] of Object.entries(WORDS)) {
  test(`by keyboard, two members and an organiser from a link in a letter to an accepted introduction (${language})`, { timeout: 300_000 }, async () => {
    const asker = await newcomer("Keyer Canada", "canada", language);
    const ask = await post(asker, "ask", words.ask, words.brief);
    const offerer = await newcomer("Keyer Pakistan", "pakistan", language);
    const offer = await post(offerer, "offer", words.offer, words.brief);

    // The organiser sends the ask back with a reason; mended, it is published with the offer.
    const organiser = await role("organiser", language);
    await decide(organiser, ask, "refuse", words.reason);
    await asker.to(`/posts/${ask}`);
    assert.ok((await asker.text()).includes(words.reason), "the reason is read by whom it concerns");
    await asker.follow('main a[href$="/edit"]');
    await asker.choose("#city", "toronto");
    await asker.follow("main .acts button.act");
    await asker.follow('form[action$="/submit"] button');
    await decide(organiser, ask, "approve");
    await decide(organiser, offer, "approve");

    await asker.follow('header a[href$="/desk"]');
    await asker.follow(`main a[href$="/posts/${ask}/matches"]`);
    await asker.walk();
    if (!(await asker.has(`main a[href$="/pairs/${ask}/${offer}"]`))) await asker.follow('main a[href$="top=50"]');
    await asker.follow(`main a[href$="/pairs/${ask}/${offer}"]`);
    assert.ok((await asker.has("table tbody tr")) > 5, "every part of the score has its cause");
    await asker.walk();
    await asker.page.reload();
    await asker.write("#message", words.message);
    await asker.follow("form:has(#message) button");

    await offerer.follow('header a[href$="/introductions"]');
    assert.ok((await offerer.text()).includes(words.message), "the other side reads the message");
    await offerer.walk();
    await offerer.write('textarea[name="answer"]', words.answer);
    await offerer.follow('button[value="accept"]');

    await asker.follow('header a[href$="/introductions"]');
    assert.ok((await asker.text()).includes(words.answer), "the answer is there");
    await Promise.all([asker.leave(), offerer.leave(), organiser.leave()]);
  });

  test(`by keyboard, an organiser from a file to published matches (${language})`, { timeout: 180_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "pul-"));
    execFileSync(resolve(process.env.PUL_BIN ?? "../target/debug/pul"), ["demo", "--no-serve", "--out", folder], { stdio: "ignore" });
    const line = JSON.parse(readFileSync(join(folder, "asks.jsonl"), "utf8").split("\n").find((l) => l.includes('"service"')));
    const id = `keyed-${language}`;
    writeFileSync(join(folder, "new.jsonl"), `${JSON.stringify({ ...line, id, party: `keyer-${language}`, title: `By keyboard, ${language}` })}\n`);

    const organiser = await role("organiser", language);
    const { page } = organiser;
    await organiser.follow('header a[href$="/organise"]');
    await organiser.follow('main a[href$="/organise/imports"]');
    await organiser.walk();
    await organiser.reach("#file");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")]);
    await chooser.setFiles(join(folder, "new.jsonl"));
    await organiser.follow("form:has(#file) button");
    const until = async (selector, what) => {
      for (let tries = 0; tries < 60; tries += 1) {
        if (await organiser.has(selector)) return;
        await page.waitForTimeout(500);
        await page.reload();
      }
      assert.fail(`${what}: ${await organiser.text()}`);
    };
    await until('form[action$="/publish"]', "the file is read");
    await organiser.follow('form[action$="/publish"] button');
    await until('form[action$="/undo"]', "it is published");

    await organiser.to(`/posts/${id}/matches`);
    await organiser.follow('main a[href*="/pairs/"]');
    assert.ok((await organiser.has("table tbody tr")) > 5, "a match explains itself");
    await organiser.leave();
  });
}
