import { ReportPicture } from "@/components/home/report-picture";
import { SubmitButton } from "@/components/ui/submit-button";
import { startAuctionAction } from "../actions";
import { sampleReport } from "./sample-report";

/** For somebody new: one sentence, one button, and a real report. */
export function Welcome() {
  const sample = sampleReport();
  return (
    <>
      <div className="mx-auto max-w-3xl pt-4 text-center sm:pt-10">
        <h1 className="text-title font-semibold sm:text-display">
          Design the data behind an auction, and see in a second what an interviewer would question.
        </h1>
        <form action={startAuctionAction} className="mt-8">
          <SubmitButton variant="primary" size="large">
            Start the auction
          </SubmitButton>
        </form>
        <p className="mt-3 text-small text-ink-soft">
          {sample.minutes} minutes, no account needed. What you miss comes back as flashcards.
        </p>
      </div>
      <figure className="mx-auto mt-12 sm:mt-16">
        <figcaption className="mb-3 text-center text-small text-ink-soft">
          This is what you get: a real report on a real answer that is good but for one thing.
        </figcaption>
        <ReportPicture {...sample} />
      </figure>
    </>
  );
}
