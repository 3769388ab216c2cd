"use client";
import "@xyflow/react/dist/base.css";
import {
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  useReactFlow,
} from "@xyflow/react";
import { useMemo } from "react";
import { Link } from "@/components/ui/link";
import {
  type Drawing,
  type DrawnEdge,
  type DrawnNode,
  type Layout,
  NODE_HEIGHT,
} from "@/lib/dependencies/model";
import { CriticalityShape } from "./criticality-mark";
import styles from "./dependencies.module.css";
import { arrowHead, labelSpots, middleOf, roundedPath } from "./edge-path";

type Points = Layout["edges"][number];
type BoxNode = Node<{ node: DrawnNode; href: string | null; width: number }, "box">;
type LineEdge = Edge<{ edge: DrawnEdge; points: Points; counted: boolean; near: boolean }, "line">;

const NODE_TYPES = { box: Box };
const EDGE_TYPES = { line: Line };
const BARE = { hideAttribution: true };
const WHOLE = { padding: 0.04, maxZoom: 1 };

type Props = { drawing: Drawing; layout: Layout; base: string; label: string };

/** A drawing to look at: nothing moves but the view. Every box is a link and can be reached by keyboard. */
export function DrawingCanvas({ drawing, layout, base, label }: Props) {
  const nodes = useMemo(() => nodesOf(drawing, layout, base), [drawing, layout, base]);
  const edges = useMemo(() => edgesOf(drawing, layout), [drawing, layout]);
  return (
    <ReactFlowProvider>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        fitView
        fitViewOptions={WHOLE}
        minZoom={0.08}
        maxZoom={1.6}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        disableKeyboardA11y
        proOptions={BARE}
        aria-label={label}
        onInit={(flow) => void openAt(flow, nodes)}
      >
        {isFolded(drawing) ? <Counts drawing={drawing} layout={layout} /> : null}
      </ReactFlow>
      <Zoom />
    </ReactFlowProvider>
  );
}

/** Where the whole drawing would be too small to read, it opens at its centre. */
async function openAt(flow: ReactFlowInstance<BoxNode, LineEdge>, nodes: readonly BoxNode[]): Promise<void> {
  await flow.fitView(WHOLE);
  const centre = nodes.find(({ data }) => data.node.centre) ?? nodes[0];
  if (centre === undefined || flow.getZoom() > 0.36) return;
  await flow.setCenter(centre.position.x + centre.data.width / 2, centre.position.y + NODE_HEIGHT / 2, {
    zoom: 0.7,
  });
}

function Zoom() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <div className={styles.zoom}>
      <button className="btn sm" type="button" onClick={() => void zoomIn()} aria-label="Closer">
        +
      </button>
      <button className="btn sm" type="button" onClick={() => void zoomOut()} aria-label="Further away">
        −
      </button>
      <button className="btn sm" type="button" onClick={() => void fitView(WHOLE)}>
        Whole drawing
      </button>
    </div>
  );
}

function Box({ data: { node, href, width }, positionAbsoluteX, positionAbsoluteY }: NodeProps<BoxNode>) {
  const { setCenter, getZoom } = useReactFlow();
  const look = [styles.box, node.centre && styles.centre, node.circle && styles.circle]
    .filter(Boolean)
    .join(" ");
  const content = (
    <>
      <b>{node.label}</b>
      <span className={styles.detail}>
        {node.criticality === undefined ? null : <CriticalityShape criticality={node.criticality} />}
        <span>
          {node.detail}
          {node.circle && href !== null ? ", in a circle" : ""}
        </span>
      </span>
    </>
  );
  const middle = () =>
    setCenter(positionAbsoluteX + width / 2, positionAbsoluteY + NODE_HEIGHT / 2, {
      zoom: Math.max(getZoom(), 0.7),
    });
  return (
    <>
      <Handle className={styles.handle} type="target" position={Position.Left} isConnectable={false} />
      {href === null ? (
        <div className={look} style={{ width }} title={node.label}>
          {content}
        </div>
      ) : (
        <Link
          className={look}
          style={{ width }}
          href={href}
          title={node.label}
          aria-current={node.centre ? "true" : undefined}
          onFocus={(event) => {
            if (event.currentTarget.matches(":focus-visible")) void middle();
          }}
        >
          {content}
        </Link>
      )}
      <Handle className={styles.handle} type="source" position={Position.Right} isConnectable={false} />
    </>
  );
}

function Line({ data }: EdgeProps<LineEdge>) {
  if (data === undefined || data.points.length < 2) return null;
  const { edge, points, counted, near } = data;
  const [x, y] = middleOf(points);
  const look = edge.hardness === null ? styles.unstated : styles[edge.hardness];
  return (
    <g className={near ? undefined : styles.far}>
      <path className={`${styles.edge} ${look}`} d={roundedPath(points)} />
      <path className={styles.head} d={arrowHead(points)} />
      {edge.synchronous && !counted ? <circle className={styles.dot} cx={x} cy={y} r={3.5} /> : null}
    </g>
  );
}

/** How many links each arrow stands for, above all lines and apart from each other. */
function Counts({ drawing, layout }: { drawing: Drawing; layout: Layout }) {
  const spots = useMemo(() => labelSpots(layout.edges), [layout]);
  return (
    <EdgeLabelRenderer>
      {drawing.edges.map((edge, at) => {
        const [x, y] = spots[at] ?? [0, 0];
        return (
          <span
            key={`${edge.dependent}-${edge.needed}`}
            className={styles.count}
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {edge.synchronous ? <i /> : null}
            {edge.links}
          </span>
        );
      })}
    </EdgeLabelRenderer>
  );
}

/** Groups instead of workloads. */
function isFolded({ nodes }: Drawing): boolean {
  return nodes.some((node) => node.workloadId === null);
}

function nodesOf({ nodes, nodeWidth }: Drawing, layout: Layout, base: string): BoxNode[] {
  return nodes.map((node, at) => {
    const [x, y] = layout.nodes[at] ?? [0, 0];
    return {
      id: String(at),
      type: "box",
      position: { x, y },
      width: nodeWidth,
      height: NODE_HEIGHT,
      data: { node, width: nodeWidth, href: node.workloadId === null ? null : `${base}/${node.workloadId}` },
    };
  });
}

function edgesOf(drawing: Drawing, layout: Layout): LineEdge[] {
  const { nodes, edges } = drawing;
  const counted = isFolded(drawing);
  const centre = nodes.findIndex((node) => node.centre);
  const near = (edge: DrawnEdge) => centre === -1 || edge.dependent === centre || edge.needed === centre;
  return edges.map((edge, at) => ({
    id: String(at),
    type: "line",
    source: String(edge.dependent),
    target: String(edge.needed),
    data: { edge, points: layout.edges[at] ?? [], counted, near: near(edge) },
  }));
}
