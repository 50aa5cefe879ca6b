/** Two letters for a service; AWS's icons are not ours to show. */
export function monogram(service: string): string {
  const words = service
    .replace(/^(?:Amazon|AWS) /, "")
    .split(/[\s-]+/)
    .filter((word) => /^[A-Z0-9]/.test(word));
  const [first = service, second] = words;
  const capitals = first.replaceAll(/[^A-Z0-9]/g, "");
  if (second === undefined || capitals.length > 2)
    return (capitals.length > 1 ? capitals : first).slice(0, 2).toUpperCase();
  return `${first.charAt(0)}${second.charAt(0)}`.toUpperCase();
}
