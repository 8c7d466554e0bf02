// The mission of the example world from a new plan to a repaired one, in English and in Urdu, without
// scripts: planned and published by the organiser, read by a party as a page and as a calendar, and
// after somebody drops out repaired, published again and read again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, faults, stage } from "../harness.mjs";

// A world for each language: what one does to the mission, the other does not see.
const on = stage(["en", "ur"]);

/** Somebody of the demonstration with a browser of their own. */
async function person(role, language, scripts = false) {
  const context = await on.chrome.newContext({ javaScriptEnabled: scripts, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const to = (path) => page.goto(`${on.worlds[language].address}/${language}${path}`);
  await to("/sign-in");
  await page.locator(`button[value="${role}"]`).click();
  const read = async (address) => {
    const response = await page.request.get(new URL(address, on.worlds[language].address).href);
    assert.equal(response.status(), 200, address);
    return { kind: response.headers()["content-type"], text: await response.text() };
  };
  return { page, to, read, leave: () => context.close() };
}

/** The events of a calendar: what each line of an event is called, to what it says. */
function events(calendar) {
  const lines = calendar.replaceAll("\r\n ", "").split("\r\n");
  const found = [];
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") found.push({});
    const [, name, value] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    const event = found.at(-1);
    if (event && name && !(name in event)) event[name] = name === "DTSTART" ? line : value;
  }
  return found;
}

/** Plans anew and waits until the plan is laid down; the number of its page stands in the address. */
async function plan({ page, to }, at) {
  await to(`${at}/plan/start`);
  await page.locator("#effort").selectOption("quick");
  await page.locator("#seed").fill("3");
  await page.locator("form:has(#seed) button").click();
  const laid = page.locator('main li.card a[href*="/plan/"]').first();
  for (let tries = 0; tries < 120 && !(await laid.count()); tries += 1) {
    await page.waitForTimeout(500);
    await to(`${at}/plan/start`);
  }
  await laid.click();
}

/** Takes the plan in work through its review; people see it then. */
async function publish({ page, to }, at) {
  await to(`${at}/plan/changes`);
  for (const step of ["submit", "publish"]) await page.locator(`button[name="step"][value="${step}"]`).click();
  assert.equal(await page.locator('button[name="step"][value="publish"]').count(), 0, "it is published");
}

for (const language of ["en", "ur"]) {
  test(`a mission planned, published, repaired and read (${language})`, { timeout: 180_000 }, async () => {
    const organiser = await person("organiser", language);
    const party = await person("offerer", language);

    await organiser.to("/organise/missions");
    const at = /\/organise\/missions\/toronto-[\d-]+/.exec(await organiser.page.content())[0];
    await plan(organiser, at);
    const told = await organiser.page.locator("main table").first().locator("tr").count();
    assert.ok(told > 3, "the plan tells what it reaches, beside the bound");
    const picture = await organiser.read(await organiser.page.locator("main img").getAttribute("src"));
    assert.ok(picture.kind.startsWith("image/svg") && picture.text.includes("<svg"), "the timetable is drawn");
    await publish(organiser, at);

    // The party reads its timetable: every meeting on its own clock and on that of the place.
    const here = at.replace("/organise", "");
    await party.to(`${here}/timetable`);
    const meetings = party.page.locator("main table.cards tbody tr");
    const before = await meetings.count();
    assert.ok(before > 1, "the party has meetings");
    for (const row of await meetings.all()) {
      const own = await row.locator("th a").innerText();
      const elsewhere = await row.locator("th span.small").allInnerTexts();
      assert.ok(/\d/.test(own) && elsewhere.length > 0, `another clock beside ${own}`);
      assert.ok(elsewhere.every((other) => other !== own), `the clocks differ: ${own}`);
    }
    const file = party.page.locator('a[href*="meetings.ics"]').first();
    const first = events((await party.read(await file.getAttribute("href"))).text);
    assert.equal(first.filter((e) => e.STATUS === "CONFIRMED").length, before, "the calendar holds the same meetings");
    for (const event of first) assert.match(event.DTSTART, /^DTSTART;TZID=[A-Z][a-z]+\/\w+:\d{8}T\d{6}$/);

    // Whoever the party meets last drops out.
    const gone = (await meetings.last().locator('td a[href*="/parties/"]').first().getAttribute("href")).split("/").at(-1);
    const last = await meetings.last().locator("th a").getAttribute("href");
    const wish = last.split("/").at(-1).split("?")[0];
    await organiser.to(`${at}/happened`);
    await organiser.page.locator("#who-out").selectOption(gone);
    await organiser.page.locator("form:has(#who-out) button").click();
    assert.ok((await organiser.page.locator("section.card li").count()) > 0, "the repair tells which meetings are lost");
    await organiser.page.locator('form[action$="/happened/accept"] button').click();
    const changed = await organiser.page.locator("ul.list > li.card").count();
    assert.ok(changed > 0, "who is told what stands beside the draft");
    await party.to(`${here}/timetable`);
    assert.equal(await meetings.count(), before, "nobody is told of a draft");
    await publish(organiser, at);

    // The party sees that the meeting is gone, on its page and in its calendar.
    await party.to(`${here}/timetable`);
    assert.equal(await party.page.locator(`main table a[href*="/meetings/${wish}"]`).count(), 0, "the meeting is gone");
    assert.ok((await party.page.locator("main del").count()) > 0, "when it was is struck out");
    const again = events((await party.read(await file.getAttribute("href"))).text);
    const was = first.find((e) => e.UID.startsWith(`${wish}.`));
    const is = again.find((e) => e.UID === was.UID);
    assert.equal(is?.STATUS, "CANCELLED", "the calendar takes the meeting out");
    assert.ok(Number(is.SEQUENCE) > Number(was.SEQUENCE), "by a later version of the same event");
    assert.equal(again.filter((e) => e.STATUS === "CONFIRMED").length, await meetings.count());
    await Promise.all([organiser.leave(), party.leave()]);
  });

  test(`what the mission led to is read by everybody (${language})`, { timeout: 120_000 }, async () => {
    const wrong = [];
    for (const [role, pages] of [
      ["organiser", ["/plan", "/plan/changes", "/happened", "/plan/start"]],
      ["offerer", ["/timetable"]],
    ]) {
      const somebody = await person(role, language, true);
      await somebody.to(role === "organiser" ? "/organise/missions" : "/missions");
      const at = /(\/organise)?\/missions\/toronto-[\d-]+/.exec(await somebody.page.content())[0];
      for (const page of pages) {
        await somebody.to(at + page);
        const found = [...(await faults(somebody.page, language)), ...(await axe(somebody.page))];
        wrong.push(...found.map((line) => `${page}: ${line}`));
      }
      await somebody.leave();
    }
    assert.deepEqual(wrong, []);
  });
}
