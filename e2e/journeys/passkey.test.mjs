// A member signs in by a link, adds a passkey of Chromium's virtual device, signs out and in again
// with it; in English and in Urdu, and the page says what to do where there are no scripts.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { axe, browser } from "../harness.mjs";

let folder, server, chrome, address;

/** A port that is free now. */
const freePort = () =>
  new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "pul-passkey-"));
  const port = await freePort();
  // Browsers bind passkeys to a name, so the address is not one of numbers.
  address = `http://localhost:${port}`;
  const environment = {
    PATH: process.env.PATH,
    PUL_DATABASE: `sqlite:${join(folder, "pul.db")}`,
    PUL_LISTEN: `127.0.0.1:${port}`,
    PUL_ADDRESS: address,
    PUL_MAIL_SEND: "folder",
    PUL_MAIL_FOLDER: join(folder, "mail"),
    PUL_MAIL_FROM: "Pul <pul@example.org>",
  };
  server = spawn(process.env.PUL_BIN ?? "../target/debug/pul", ["serve"], { env: environment, stdio: "ignore" });
  chrome = await browser();
  for (let tries = 0; tries < 240; tries++) {
    if ((await fetch(`${address}/ready`).catch(() => null))?.ok) return;
    await new Promise((go) => setTimeout(go, 250));
  }
  throw new Error("the server does not get ready");
});
after(async () => {
  await chrome?.close();
  server?.kill("SIGTERM");
  await rm(folder, { recursive: true, force: true });
});

/** The link of the newest letter. */
async function link() {
  for (let tries = 0; tries < 80; tries++) {
    const names = await readdir(join(folder, "mail")).catch(() => []);
    for (const name of names) {
      const text = await readFile(join(folder, "mail", name), "utf8");
      await rm(join(folder, "mail", name));
      for (const part of text.split(/\r?\n\r?\n/)) {
        const plain = Buffer.from(part.replaceAll(/\s/g, ""), "base64").toString("utf8");
        const quoted = part.replaceAll(/=\r?\n/g, "").replaceAll("=3D", "=");
        const found = [quoted, plain].map((text) => /http:\S+secret=[0-9a-f]{64}/.exec(text)).find(Boolean);
        if (found) return found[0];
      }
    }
    await new Promise((go) => setTimeout(go, 250));
  }
  throw new Error("no letter came");
}

for (const language of ["en", "ur"]) {
  test(`a passkey is added and signs in (${language})`, async () => {
    const context = await chrome.newContext();
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    });
    await page.goto(`${address}/${language}/sign-in`);
    await page.locator("#email").fill(`amina-${language}@example.org`);
    await page.locator("main form.narrow button").click();
    await page.goto(await link());
    await page.locator("main form button").click();

    await page.goto(`${address}/${language}/account/passkeys`);
    assert.deepEqual(await axe(page), []);
    await page.locator('form[action$="/account/passkeys/new"] button').click();
    await page.locator("#name").fill("My phone");
    assert.deepEqual(await axe(page), []);
    await page.locator("form[data-passkey] button").click();
    await page.waitForURL(/said=passkey-added/);
    assert.match(await page.locator("main").innerText(), /My phone/);

    await page.locator('form[action$="/sign-out"] button').click();
    await page.goto(`${address}/${language}/sign-in?then=/${language}/account/passkeys`);
    await page.locator('form[action$="/sign-in/passkey"] button').click();
    assert.deepEqual(await axe(page), []);
    await page.locator("form[data-passkey] button").click();
    await page.waitForURL(/account\/passkeys/);
    await page.locator('form[action$="/passkeys/remove"] button').click();
    await page.waitForURL(/said=passkey-removed/);
    await context.close();
  });
}

test("without scripts the page says how else to sign in", async () => {
  const context = await chrome.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}/en/sign-in`);
  await page.locator('form[action$="/sign-in/passkey"] button').click();
  assert.ok(await page.locator("[data-passkey-failed]").isVisible());
  assert.ok(!(await page.locator("form[data-passkey]").isVisible()));
  await context.close();
});
