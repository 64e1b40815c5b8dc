import { answerAuth } from "@/lib/server";

export { answerAuth as GET, answerAuth as POST };
