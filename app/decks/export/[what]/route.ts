import { currentPerson, exportAnki, exportCsv, exportJson } from "@/lib/server";

interface ExportContext {
  readonly params: Promise<{ readonly what: string }>;
}

interface Made {
  readonly name: string;
  readonly type: string;
  readonly make: (personId: string, now: number) => Promise<BodyInit>;
}

const FILES: ReadonlyMap<string, Made> = new Map([
  [
    "anki",
    {
      name: "cardinality.apkg",
      type: "application/zip",
      make: async (id, now) => new Uint8Array(await exportAnki(id, now)),
    },
  ],
  [
    "cards",
    { name: "cardinality-cards.csv", type: "text/csv; charset=utf-8", make: (id, now) => exportCsv(id, "cards", now) },
  ],
  [
    "reviews",
    {
      name: "cardinality-ratings.csv",
      type: "text/csv; charset=utf-8",
      make: (id, now) => exportCsv(id, "reviews", now),
    },
  ],
  ["json", { name: "cardinality.json", type: "application/json; charset=utf-8", make: exportJson }],
] satisfies readonly (readonly [string, Made])[]);

/** A file of one's own work. Nobody has none. */
export async function GET(_request: Request, { params }: ExportContext): Promise<Response> {
  const file = FILES.get((await params).what);
  const person = await currentPerson();
  if (!file || !person) return new Response("There is nothing to take out here.", { status: 404 });
  const headers = {
    "Content-Type": file.type,
    "Content-Disposition": `attachment; filename="${file.name}"`,
    "Cache-Control": "private, no-store",
  };
  return new Response(await file.make(person.id, Date.now()), { headers });
}
