import { readNumber } from "./numbers.ts";

const DAY = 86_400;

/** A date of ISO 8601, with or without a time of day; a time without a zone is in UTC. */
const form =
  /^(?<year>\d{4})(?:-(?<month>\d{2})(?:-(?<day>\d{2})(?:T(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}(?:\.\d+)?))?(?<zone>Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/**
 * The moment of a text in seconds since 1970: a date of ISO 8601, or the seconds themselves. Undefined where it is
 * neither. Source: IAM User Guide, "Date condition operators".
 */
export function readDate(text: string): number | undefined {
  const parts = form.exec(text)?.groups;
  if (parts === undefined) return readNumber(text);
  const part = (name: string, standard: number) =>
    Number(parts[name] ?? standard);
  const [year, month, day] = [
    part("year", 0),
    part("month", 1),
    part("day", 1),
  ];
  const [hour, minute] = [part("hour", 0), part("minute", 0)];
  const second = part("second", 0);
  const isDay =
    month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isDay || hour > 23 || minute > 59 || second >= 60) return undefined;
  const time = hour * 3600 + minute * 60 + second;
  return dayNumber(year, month, day) * DAY + time - zoneOf(parts["zone"]);
}

function zoneOf(zone: string | undefined): number {
  if (zone === undefined || zone === "Z") return 0;
  const seconds = Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(-2)) * 60;
  return zone.startsWith("-") ? -seconds : seconds;
}

function daysIn(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

/** Days since 1970 in the Gregorian calendar; month 13 is the January that follows. */
function dayNumber(year: number, month: number, day: number): number {
  // Years that begin in March have the day that comes and goes at their end.
  const shifted = month > 2 ? month - 3 : month + 9;
  const from = month > 2 ? year : year - 1;
  const leaps =
    Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return (
    from * 365 + leaps + Math.floor((shifted * 153 + 2) / 5) + day - 719_469
  );
}

/** The moment as a date of ISO 8601; as seconds where its year has not four digits. */
export function printDate(seconds: number): string {
  const day = Math.floor(seconds / DAY);
  const year = yearOf(day);
  if (year < 0 || year > 9999) return String(seconds);
  let month = 1;
  while (month < 12 && dayNumber(year, month + 1, 1) <= day) month++;
  const time = seconds - day * DAY;
  const [hour, minute] = [Math.floor(time / 3600), Math.floor(time / 60) % 60];
  const date = [
    String(year).padStart(4, "0"),
    twoDigits(month),
    twoDigits(day - dayNumber(year, month, 1) + 1),
  ].join("-");
  const second = time - hour * 3600 - minute * 60;
  return `${date}T${twoDigits(hour)}:${twoDigits(minute)}:${second < 10 ? "0" : ""}${second}Z`;
}

function yearOf(day: number): number {
  let year = 1970 + Math.floor(day / 365.2425);
  while (dayNumber(year, 1, 1) > day) year--;
  while (dayNumber(year + 1, 1, 1) <= day) year++;
  return year;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
