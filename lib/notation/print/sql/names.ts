/** Words that PostgreSQL does not take as a bare name of a table or column. */
const RESERVED = new Set(
  (
    "all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char character check " +
    "coalesce collate collation column concurrently constraint create cross current_catalog current_date current_role current_schema " +
    "current_time current_timestamp current_user dec decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign " +
    "freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect interval into is isnull " +
    "join key lateral leading least left like limit localtime localtimestamp national natural nchar none normalize not notnull null nullif numeric " +
    "offset on only or order out outer overlaps overlay placing position precision primary real references returning right row select " +
    "session_user setof similar smallint some substring symmetric system_user table tablesample then time timestamp to trailing treat trim " +
    "true union unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat xmlelement xmlexists " +
    "xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable index like period"
  ).split(" "),
);

/** A name as PostgreSQL reads it back: bare where it can be, else in double quotes. */
export function sqlName(name: string): string {
  const flat = name.replace(/[\r\n\0]+/g, " ");
  return /^[a-z_][a-z0-9_]*$/.test(flat) && !RESERVED.has(flat) ? flat : `"${flat.replaceAll('"', '""')}"`;
}

/** A table's name; `jobs.users` of a reader that met two of them is no schema here. */
export function sqlTable(name: string): string {
  return sqlName(/^\w+\.\w+$/.test(name) ? name.replace(".", "_") : name);
}

export function sqlNames(names: readonly string[]): string {
  return names.map(sqlName).join(", ");
}

export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** One line that PostgreSQL skips. */
export function remark(text: string): string {
  return `-- ${text.replace(/\s+/g, " ").trim()}`;
}
