// Somebody with a keyboard and no mouse, in a browser without scripts. Nothing here clicks, fills or focuses:
// pages are read to know where the focus is, and acted on with keys alone.
import assert from "node:assert/strict";

// More steps than any page should need: whoever is not there by then would have given up long before.
const MOST_TABS = 250;

/** What has the focus, and whether it is seen to have it. Nothing when the focus left the page. */
const focus = () => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(here);
  const box = here.getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const clear = /, 0\)$/.test(outlineColor);
  return {
    shown: outlineStyle !== "none" && outlineWidth !== "0px" && !clear && box.width * box.height > 0,
    inside,
    place: [...document.querySelectorAll("*")].indexOf(here),
    name: here.outerHTML.slice(0, 120),
  };
};

export class Person {
  constructor(context, page, base) {
    Object.assign(this, { context, page, base });
  }

  /** Somebody in front of the page where one signs in. */
  static async arrive(chrome, address, language) {
    const context = await chrome.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
    const person = new Person(context, await context.newPage(), `${address}/${language}`);
    await person.to("/sign-in");
    return person;
  }

  /** The address bar is part of the keyboard too. */
  to(path) {
    return this.page.goto(`${this.base}${path}`);
  }

  leave() {
    return this.context.close();
  }

  text() {
    return this.page.locator("main").innerText();
  }

  has(selector) {
    return this.page.locator(selector).count();
  }

  /** Presses a key that moves the focus; what has it then is seen to have it. */
  async move(key) {
    await this.page.keyboard.press(key);
    const now = await this.page.evaluate(focus);
    if (now) assert.ok(now.shown && now.inside, `${now.name} has the focus and does not show it on ${this.page.url()}`);
    return now;
  }

  /** Tabs on until the focus is on what a selector names. */
  async reach(selector) {
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await this.move("Tab");
      if (await this.page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    }
    assert.fail(`${selector} cannot be reached by Tab on ${this.page.url()}:\n${await this.text()}`);
  }

  /** Presses a key that leads to another page. */
  async press(key) {
    const here = `${key} on ${(await this.page.evaluate(focus))?.name} leads nowhere on ${this.page.url()}`;
    await Promise.all([this.page.waitForEvent("load", { timeout: 20_000 }), this.page.keyboard.press(key)]).catch(async () => {
      assert.fail(`${here}:\n${await this.text()}`);
    });
  }

  /** Reaches a link or a button and goes where it leads. */
  async follow(selector, key = "Enter") {
    await this.reach(selector);
    await this.press(key);
  }

  async write(selector, text) {
    await this.reach(selector);
    await this.page.keyboard.insertText(text);
  }

  /** Reaches a list of choices and goes down to one of them. */
  async choose(selector, value) {
    await this.reach(selector);
    const chosen = () => this.page.evaluate(() => [document.activeElement.value, document.activeElement.options.length]);
    for (let [now, left] = await chosen(); now !== value; [now] = await chosen()) {
      assert.ok((left -= 1) >= 0, `${selector} has no ${value} on ${this.page.url()}`);
      await this.page.keyboard.press("ArrowDown");
    }
  }

  /** Goes through a page from its first stop to its last and back: every stop shows, none is passed by, none holds fast. */
  async walk() {
    await this.page.reload();
    const [there, back] = [[], []];
    // Past the last stop the focus leaves the page or begins anew.
    for (let stop = await this.move("Tab"); stop && stop.place !== there[0]; stop = await this.move("Tab")) {
      there.push(stop.place);
      assert.ok(there.length <= MOST_TABS, `the focus does not leave ${this.page.url()}: it is on ${stop.name}`);
    }
    for (let steps = 0; steps < there.length + 2 && back.length < there.length; steps += 1) {
      const stop = await this.move("Shift+Tab");
      if (stop) back.push(stop.place);
    }
    const url = this.page.url();
    assert.deepEqual(there, [...there].sort((a, b) => a - b), `the focus goes in the order of reading on ${url}`);
    assert.deepEqual(back.reverse(), there, `the way back is the way there on ${url}`);
    const passed = await this.page.evaluate((stops) => {
      const able = "a[href], button, input:not([type=hidden]), select, textarea, summary";
      const every = [...document.querySelectorAll("*")];
      const wanted = [...document.querySelectorAll(able)].filter((e) => e.checkVisibility() && e.tabIndex >= 0 && !e.disabled);
      // Of buttons of one choice only the chosen is a stop; arrows lead to the others.
      const one = (e) => e.type === "radio" && wanted.some((o) => o.type === "radio" && o.name === e.name && stops.includes(every.indexOf(o)));
      return wanted.filter((e) => !stops.includes(every.indexOf(e)) && !one(e)).map((e) => e.outerHTML.slice(0, 120));
    }, there);
    assert.deepEqual(passed, [], `what can be acted on is passed by on ${url}`);
  }

  /** The first stop of a page leads past its head to what it is about. */
  async skip() {
    await this.page.reload();
    await this.move("Tab");
    assert.ok(await this.page.evaluate(() => document.activeElement.matches(".skip")), "the first stop is the way past the head");
    await this.page.keyboard.press("Enter");
    const next = await this.move("Tab");
    const within = await this.page.evaluate(() => document.activeElement.closest("main") !== null);
    assert.ok(next && within, `the way past the head leads into ${this.page.url()}`);
  }
}
