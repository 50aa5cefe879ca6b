/** The number that a text is; undefined for any other text. */
export function numberOf(text: string): number | undefined {
  return /^[+-]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
}

const dateForm =
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:T(?<hour>\d\d):(?<minute>\d\d)(?::(?<second>\d\d(?:\.\d+)?))?(?<zone>Z|[+-]\d\d:\d\d))?$/u;

/**
 * The seconds since 1970 at the time that a text names; undefined for a text that names none.
 * Source: https://www.w3.org/TR/NOTE-datetime, to which the IAM User Guide leads.
 */
export function dateOf(text: string): number | undefined {
  const groups = dateForm.exec(text)?.groups;
  if (groups === undefined) return numberOf(text);
  const { hour = "0", minute = "0", second = "0", zone = "Z" } = groups;
  const day = startOfDay(groups);
  const offset = zone === "Z" ? 0 : minutesOf(zone);
  if (day === undefined || offset === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 60)
    return undefined;
  return (
    day + Number(hour) * 3600 + (Number(minute) - offset) * 60 + Number(second)
  );
}

function startOfDay({
  year,
  month,
  day,
}: Readonly<Record<string, string | undefined>>): number | undefined {
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // A day that a month does not have is one of the next month.
  return new Date(time).toISOString().startsWith(`${year}-${month}-${day}T`)
    ? time / 1000
    : undefined;
}

function minutesOf(zone: string): number | undefined {
  const [hours, minutes] = zone.slice(1).split(":").map(Number);
  if (hours === undefined || minutes === undefined) return undefined;
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}
