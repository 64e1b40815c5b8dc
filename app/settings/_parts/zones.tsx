export const ZONES = "time-zones";

/** The zones that this machine knows, offered as one types; made by the server, so that the browser need not agree. */
export function Zones() {
  return (
    <datalist id={ZONES}>
      {Intl.supportedValuesOf("timeZone").map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}
