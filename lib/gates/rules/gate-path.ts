import { GATE_KINDS, type GateKind } from "@/lib/waves/model/states";

/** Where a gate of a wave is read, below the address of the wave. Go/no-go has the short one. */
export function gatePath(kind: GateKind): string {
  return kind === "go_no_go" ? "gate" : `gate?kind=${kind}`;
}

/** The kind that an address or a form names; go/no-go where it names none, null for anything else. */
export function readGateKind(text: string | readonly string[] | undefined): GateKind | null {
  if (text === undefined || text === "") return "go_no_go";
  return GATE_KINDS.find((kind) => kind === text) ?? null;
}
