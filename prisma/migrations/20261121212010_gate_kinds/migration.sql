-- A gate for every step of a wave; the emergency gate stands in for go/no-go. The values are used from the next migration on.
ALTER TYPE "GateKind" ADD VALUE 'readiness' BEFORE 'go_no_go';
ALTER TYPE "GateKind" ADD VALUE 'rehearsal' BEFORE 'go_no_go';
ALTER TYPE "GateKind" ADD VALUE 'emergency';
ALTER TYPE "GateKind" ADD VALUE 'cutover_complete';
ALTER TYPE "GateKind" ADD VALUE 'hypercare_exit';
