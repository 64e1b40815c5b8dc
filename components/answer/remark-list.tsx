import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";
import { InlineCode } from "@/components/ui/inline-code";
import type { Diagnostic, Severity } from "@/lib/diagnostics";

/** A diagnostic with the line of the design box; 0: it stands in the decisions. */
export interface PlacedDiagnostic {
  readonly line: number;
  readonly diagnostic: Diagnostic;
}

const SEVERITIES: Record<Severity, { readonly icon: IconName; readonly text: string; readonly words: string }> = {
  error: { icon: "cross", text: "text-missed", words: "Not understood" },
  warning: { icon: "warn", text: "text-partly", words: "Doubtful" },
  hint: { icon: "info", text: "text-info", words: "Hint" },
};

interface RemarkListProps {
  readonly id: string;
  readonly remarks: readonly PlacedDiagnostic[];
  readonly onShow: (diagnostic: Diagnostic) => void;
  readonly onFix: (diagnostic: Diagnostic) => void;
}

const MOST = 12;

/** What was not understood in the text, line by line, with the mend where a program can make it. */
export function RemarkList({ id, remarks, onShow, onFix }: RemarkListProps) {
  const shown = remarks.slice(0, MOST);
  return (
    <div id={id}>
      <p aria-live="polite" className="sr-only">
        {remarks.length === 0
          ? ""
          : `${remarks.length === 1 ? "1 remark" : `${remarks.length} remarks`} about the text`}
      </p>
      {shown.length > 0 && (
        <ul
          className="mt-2 divide-y divide-line rounded-md border border-line bg-surface"
          aria-label="Remarks about the text"
        >
          {shown.map(({ line, diagnostic }) => (
            <Remark
              key={`${diagnostic.span.start} ${diagnostic.message}`}
              line={line}
              diagnostic={diagnostic}
              onShow={onShow}
              onFix={onFix}
            />
          ))}
        </ul>
      )}
      {remarks.length > MOST && <p className="mt-1 text-small text-ink-faint">And {remarks.length - MOST} more.</p>}
    </div>
  );
}

function Remark({ line, diagnostic, onShow, onFix }: PlacedDiagnostic & Pick<RemarkListProps, "onShow" | "onFix">) {
  const { icon, text, words } = SEVERITIES[diagnostic.severity];
  return (
    // An arrow is shown as it is typed, not as the font would join it.
    <li className="flex items-start gap-3 px-3 py-2 text-small [font-variant-ligatures:none]">
      <Icon name={icon} className={classNames("mt-0.5 size-4 shrink-0", text)} />
      <div className="flex min-w-0 grow flex-wrap items-start gap-x-3 gap-y-1">
        <button
          type="button"
          onClick={() => onShow(diagnostic)}
          className="min-w-0 grow basis-48 rounded-sm text-left hover:underline"
        >
          <span className="sr-only">{words}, </span>
          <span className="mr-2 font-mono text-ink-faint">{line === 0 ? "decisions" : `line ${line}`}</span>
          <InlineCode text={diagnostic.message} />
        </button>
        {diagnostic.fix && (
          <Button size="small" className="md:min-h-7" onClick={() => onFix(diagnostic)}>
            {diagnostic.fix.label}
          </Button>
        )}
      </div>
    </li>
  );
}
