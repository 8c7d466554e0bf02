// Takes from the CLDR packages the few values this crate states, so that the tests can compare
// the tables in src/table/ with what CLDR says.
//
//   npm install --no-save cldr-numbers-full cldr-dates-full cldr-misc-full cldr-units-full
//   node extract.mjs node_modules > cldr-48.2.json
import { readFileSync } from "node:fs";

const root = process.argv[2];
const read = (file) => JSON.parse(readFileSync(`${root}/${file}`, "utf8"));
const CURRENCIES = ["CAD", "USD", "PKR", "EUR", "GBP", "AED", "INR", "SAR", "JPY", "AUD", "CNY"];
const METAZONES = ["America_Eastern", "America_Central", "America_Mountain", "America_Pacific", "Atlantic", "Newfoundland"];
const UNITS = ["minute", "hour", "day", "week", "month", "year"];

const symbols = ({ decimal, group, minusSign }) => ({ decimal, group, minusSign });
const pick = (keys, value) => Object.fromEntries(keys.map((key) => [key, value(key)]));

function extract(locale) {
  const numbers = read(`cldr-numbers-full/main/${locale}/numbers.json`).main[locale].numbers;
  const currencies = read(`cldr-numbers-full/main/${locale}/currencies.json`).main[locale].numbers.currencies;
  const dates = read(`cldr-dates-full/main/${locale}/ca-gregorian.json`).main[locale].dates.calendars.gregorian;
  const zones = read(`cldr-dates-full/main/${locale}/timeZoneNames.json`).main[locale].dates.timeZoneNames;
  const lists = read(`cldr-misc-full/main/${locale}/listPatterns.json`).main[locale].listPatterns;
  const units = read(`cldr-units-full/main/${locale}/units.json`).main[locale].units.long;
  const money = numbers["currencyFormats-numberSystem-latn"];
  return {
    latn: symbols(numbers["symbols-numberSystem-latn"]),
    arabext: numbers["symbols-numberSystem-arabext"] && symbols(numbers["symbols-numberSystem-arabext"]),
    decimal: numbers["decimalFormats-numberSystem-latn"].standard,
    percent: numbers["percentFormats-numberSystem-latn"].standard,
    money: money.standard,
    moneyAlpha: money["standard-alphaNextToNumber"],
    range: numbers["miscPatterns-numberSystem-latn"].range,
    symbols: pick(CURRENCIES, (code) => currencies[code].symbol ?? code),
    currencyNames: pick(CURRENCIES, (code) => currencies[code].displayName),
    months: Object.values(dates.months.format.wide),
    monthsShort: Object.values(dates.months.format.abbreviated),
    days: Object.values(dates.days.format.wide),
    daysShort: Object.values(dates.days.format.abbreviated),
    am: dates.dayPeriods.format.abbreviated.am,
    pm: dates.dayPeriods.format.abbreviated.pm,
    dates: pick(["full", "long", "medium", "short"], (key) => dates.dateFormats[key]),
    monthOfYear: dates.dateTimeFormats.availableFormats.yMMMM,
    dayOfMonth: dates.dateTimeFormats.availableFormats.MMMd,
    time: dates.timeFormats.short,
    at: dates["dateTimeFormats-atTime"].standard.long,
    zones: pick(METAZONES, (zone) => zones.metazone[zone]?.short ?? null),
    lists: pick(["standard", "or", "unit"], (key) => lists[`listPattern-type-${key}`]),
    units: pick(UNITS, (unit) => ({
      one: units[`duration-${unit}`]["unitPattern-count-one"],
      other: units[`duration-${unit}`]["unitPattern-count-other"],
    })),
  };
}

const version = read("cldr-numbers-full/package.json").version;
const locales = pick(["en-CA", "fr-CA", "ur"], extract);
console.log(JSON.stringify({ version, licence: "Unicode-3.0", locales }, null, 1));
