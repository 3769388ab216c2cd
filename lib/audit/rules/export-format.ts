import type { ChainLink, Checkpoint } from "../model";

export const EXPORT_FORMAT = "wavegate-audit/1";

/** Why the checkpoint at the end of an export was signed; a verifier takes no other for an end. */
export const EXPORT_REASON = "Export of the trail";

/** The first line of an export. `publicKey` is the SPKI DER in base64; a verifier must know its fingerprint from elsewhere. */
export type ExportHeader = {
  format: typeof EXPORT_FORMAT;
  chain: string;
  program: string;
  exportedAt: string;
  keyId: string;
  publicKey: string;
};

export function headerLine(header: Omit<ExportHeader, "format">): string {
  const { chain, program, exportedAt, keyId, publicKey } = header;
  return line({ format: EXPORT_FORMAT, chain, program, exportedAt, keyId, publicKey });
}

export function eventLine({ seq, recordedAt, prev, hash, body }: ChainLink): string {
  return line({ seq, recordedAt, prev, hash, body });
}

export function checkpointLine(checkpoint: Checkpoint): string {
  const { chain, seq, hash, signedAt, reason, keyId, signature } = checkpoint;
  return line({ checkpoint: { chain, seq, hash, signedAt, reason, keyId, signature } });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
