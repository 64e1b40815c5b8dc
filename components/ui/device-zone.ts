/** The time zone of this device, as the IANA calls it; a browser that does not know says UTC. */
export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}
