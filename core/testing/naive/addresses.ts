/** Whether an address is in a range; undefined where one of the texts is neither. */
export function isInRange(range: string, address: string): boolean | undefined {
  const prefix = prefixOf(range);
  const bits = bitsOf(address);
  if (prefix === undefined || bits === undefined) return undefined;
  return prefix.family === bits.length && bits.startsWith(prefix.bits);
}

interface Prefix {
  /** How many bits the addresses of the range have. */
  readonly family: number;
  readonly bits: string;
}

function prefixOf(range: string): Prefix | undefined {
  const [address = "", length, ...more] = range.split("/");
  const bits = bitsOf(address);
  if (bits === undefined || more.length > 0) return undefined;
  if (length === undefined) return { family: bits.length, bits };
  return /^(?:0|[1-9]\d{0,2})$/u.test(length) && Number(length) <= bits.length
    ? { family: bits.length, bits: bits.slice(0, Number(length)) }
    : undefined;
}

/** The 32 or 128 zeros and ones of an address. */
function bitsOf(address: string): string | undefined {
  return address.includes(":")
    ? bitsOfVersion6(address)
    : bitsOfVersion4(address);
}

function bitsOfVersion4(address: string): string | undefined {
  const bytes = address.split(".");
  const isAddress =
    bytes.length === 4 &&
    bytes.every(
      (byte) => /^(?:0|[1-9]\d{0,2})$/u.test(byte) && Number(byte) <= 255,
    );
  return isAddress
    ? bytes.map((byte) => binary(Number(byte), 8)).join("")
    : undefined;
}

/** Source: RFC 4291, section 2.2. */
function bitsOfVersion6(address: string): string | undefined {
  const halves = address.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail = ""] = halves.map(bitsOfGroups);
  if (head === undefined || tail === undefined) return undefined;
  const zeros = 128 - head.length - tail.length;
  if (halves.length === 1) return zeros === 0 ? head : undefined;
  return zeros >= 16 ? head + "0".repeat(zeros) + tail : undefined;
}

function bitsOfGroups(text: string): string | undefined {
  if (text === "") return "";
  const groups = text.split(":");
  const bits = groups.map((group, index) =>
    group.includes(".") && index === groups.length - 1
      ? bitsOfVersion4(group)
      : bitsOfGroup(group),
  );
  return bits.includes(undefined) ? undefined : bits.join("");
}

function bitsOfGroup(group: string): string | undefined {
  return /^[\da-f]{1,4}$/iu.test(group)
    ? binary(Number.parseInt(group, 16), 16)
    : undefined;
}

function binary(value: number, width: number): string {
  return value.toString(2).padStart(width, "0");
}
