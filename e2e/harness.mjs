// What every journey needs: a server of the example world, a browser, and eyes for faults.
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The three languages with the direction each is written in. */
export const LANGUAGES = { en: "ltr", fr: "ltr", ur: "rtl" };

/** Starts `pul demo` on a free port; resolves once it answers. */
export async function serve() {
  const binary = process.env.PUL_BIN ?? "../target/debug/pul";
  const child = spawn(binary, ["demo", "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const address = await new Promise((resolve, reject) => {
    const hear = (bytes) => {
      said += bytes;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
    setTimeout(() => reject(new Error(`no address after two minutes:\n${said}`)), 120_000).unref();
  });
  return { address, stop: () => new Promise((done) => (child.on("exit", done), child.kill("SIGTERM"))) };
}

/** A browser; without the traffic that Chromium makes of its own accord. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** A browser and a world for each language of a journey, there for as long as the tests of the file run. */
export function stage(languages) {
  const set = { worlds: {}, chrome: undefined };
  before(async () => {
    const opened = await Promise.all([browser(), ...languages.map(() => serve())]);
    set.chrome = opened.shift();
    languages.forEach((language, nth) => (set.worlds[language] = opened[nth]));
  });
  after(async () => {
    await set.chrome?.close();
    await Promise.all(Object.values(set.worlds).map((world) => world.stop()));
  });
  return set;
}

/** What axe finds wrong on the page, one line each. */
export async function axe(page) {
  // Evaluated from outside: the page's own policy would refuse a script added to it.
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  return violations.map((v) => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(", ")}`);
}

/** What is wrong with a page beyond what axe sees, one line each. */
export async function faults(page, language) {
  return page.evaluate(
    ([language, direction]) => {
      const told = [];
      const root = document.documentElement;
      if (!root.lang.startsWith(language)) told.push(`lang is ${root.lang}, not ${language}`);
      if (getComputedStyle(root).direction !== direction) told.push(`direction is not ${direction}`);
      if (root.scrollWidth > root.clientWidth + 1) {
        const wide = [...document.querySelectorAll("body *")].find((e) => {
          const box = e.getBoundingClientRect();
          return box.right > root.clientWidth + 1 || box.left < -1;
        });
        told.push(`wider than the window: ${root.scrollWidth} > ${root.clientWidth} by ${wide?.tagName}.${wide?.className}`);
      }
      if (document.body.innerText.includes("⟦")) told.push(`words are missing: ${/⟦[^⟧]*⟧/.exec(document.body.innerText)?.[0]}`);
      for (const e of document.querySelectorAll("[tabindex]")) if (e.tabIndex > 0) told.push(`tabindex ${e.tabIndex} on ${e.tagName}`);
      return told;
    },
    [language, LANGUAGES[language]],
  );
}
