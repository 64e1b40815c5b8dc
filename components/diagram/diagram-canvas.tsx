"use client";

import "@xyflow/react/dist/base.css";
import "./diagram.css";
import { ReactFlow, type ReactFlowInstance } from "@xyflow/react";
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { type FlowNode, flowNodes, NODE_TYPES } from "./flow-parts";
import type { DiagramNode } from "./graph/model";
import type { Picture } from "./picture";
import { fitted, LEAST_ZOOM, MOST_ZOOM, zoomed } from "./view";
import { ZoomBar } from "./zoom-bar";

interface DiagramCanvasProps {
  readonly picture: Picture;
  /** What a screen reader calls it. */
  readonly label: string;
  /** Ids of the boxes that the caret stands in. */
  readonly active: ReadonlySet<string>;
  /** The text has moved on; this is the last good drawing. */
  readonly dimmed?: boolean;
  /** A box was chosen: by a click, or Enter on it. */
  readonly onChoose?: (node: DiagramNode) => void;
  /** Beside the zoom. */
  readonly tools?: ReactNode;
  readonly className?: string;
}

const WORDS = {
  "node.a11yDescription.default": "Enter goes to its place in the text.",
  "node.a11yDescription.keyboardDisabled": "Enter goes to its place in the text.",
};

const ZOOM_STEP = 1.25;
const PAN_STEP = 60;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [PAN_STEP, 0],
  ArrowRight: [-PAN_STEP, 0],
  ArrowUp: [0, PAN_STEP],
  ArrowDown: [0, -PAN_STEP],
};

/** One finger scrolls the page; two move and zoom the drawing. */
function leaveOneFinger(element: HTMLElement): () => void {
  const leave = (event: TouchEvent) => event.touches.length < 2 && event.stopPropagation();
  element.addEventListener("touchstart", leave, { capture: true, passive: true });
  return () => element.removeEventListener("touchstart", leave, { capture: true });
}

/** The drawing, to look around in. Loaded where a design is drawn, nowhere else. */
export function DiagramCanvas(props: DiagramCanvasProps) {
  const { picture, label, active, dimmed = false, onChoose, tools, className } = props;
  const pane = useRef<HTMLDivElement>(null);
  const [flow, setFlow] = useState<ReactFlowInstance<FlowNode> | null>(null);
  // Until the person moves the drawing, the whole of it stays in sight.
  const [followed, setFollowed] = useState(true);
  const nodes = useMemo(() => flowNodes(picture, active), [picture, active]);
  const { width, height } = picture;

  const size = useCallback(() => {
    const { clientWidth = 0, clientHeight = 0 } = pane.current ?? {};
    return { width: clientWidth, height: clientHeight };
  }, []);
  const showAll = useCallback(() => {
    setFollowed(true);
    void flow?.setViewport(fitted({ width, height }, size()));
  }, [flow, width, height, size]);
  const zoom = useCallback(
    (factor: number) => {
      setFollowed(false);
      if (flow) void flow.setViewport(zoomed(flow.getViewport(), factor, size()));
    },
    [flow, size],
  );

  useEffect(() => (pane.current ? leaveOneFinger(pane.current) : undefined), []);
  useEffect(() => {
    if (!flow || !pane.current || !followed) return;
    const show = () => void flow.setViewport(fitted({ width, height }, size()));
    const watch = new ResizeObserver(show);
    watch.observe(pane.current);
    return () => watch.disconnect();
  }, [flow, followed, width, height, size]);

  function choose(id: string | undefined): boolean {
    const node = picture.graph.nodes.find((one) => one.id === id);
    if (!node?.at || !onChoose) return false;
    onChoose(node);
    return true;
  }

  function pan([x, y]: readonly [number, number]): void {
    const now = flow?.getViewport();
    if (!now) return;
    setFollowed(false);
    void flow?.setViewport({ ...now, x: now.x + x, y: now.y + y });
  }

  /** True where the key was one of ours. */
  function act(key: string, target: HTMLElement): boolean {
    const arrow = ARROWS[key];
    if (arrow) pan(arrow);
    else if (key === "+" || key === "=") zoom(ZOOM_STEP);
    else if (key === "-") zoom(1 / ZOOM_STEP);
    else if (key === "0") showAll();
    else if (key !== "Enter" && key !== " ") return false;
    else return choose(target.closest<HTMLElement>(".react-flow__node")?.dataset.id);
    return true;
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { key, target, currentTarget, ctrlKey, metaKey, altKey } = event;
    // What a dialog opened from here says bubbles up to here, too.
    if (!(target instanceof Node) || !currentTarget.contains(target)) return;
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement) || target.closest("button")) return;
    if (act(key, target)) event.preventDefault();
  }

  return (
    <section
      aria-label={label}
      aria-keyshortcuts="+ - 0"
      // The keys that move and zoom the drawing need the focus.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a drawing to move about in
      tabIndex={0}
      onKeyDown={onKeyDown}
      className={classNames(
        "relative flex flex-col overflow-hidden rounded-md border border-line bg-paper focus-visible:-outline-offset-2",
        className,
      )}
    >
      <ZoomBar onZoom={zoom} step={ZOOM_STEP} onFit={showAll} tools={tools} />
      <div ref={pane} className="diagram-pane relative min-h-0 grow" data-dimmed={dimmed || undefined}>
        <ReactFlow<FlowNode>
          nodes={nodes}
          nodeTypes={NODE_TYPES}
          onInit={setFlow}
          onNodeClick={(_, node) => choose(node.id)}
          onMoveStart={(event) => event && setFollowed(false)}
          minZoom={LEAST_ZOOM}
          maxZoom={MOST_ZOOM}
          nodesDraggable={false}
          nodesConnectable={false}
          elementsSelectable={false}
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          panActivationKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          deleteKeyCode={null}
          ariaLabelConfig={WORDS}
        />
      </div>
    </section>
  );
}
