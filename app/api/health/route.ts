import { isHealthy } from "@/lib/server";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const ok = await isHealthy();
  return Response.json({ ok }, { status: ok ? 200 : 503 });
}
