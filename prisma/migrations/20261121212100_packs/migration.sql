-- Board packs: what a board was shown, frozen with its digest. Executives and program managers freeze.
CREATE TABLE "BoardPack" (
    "id" UUID NOT NULL,
    "programId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "digest" CHAR(64) NOT NULL,
    "chainSeq" BIGINT NOT NULL,
    "chainHash" CHAR(64) NOT NULL,
    "frozenById" UUID NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BoardPack_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "BoardPack_programId_id_key" ON "BoardPack"("programId", "id");
CREATE UNIQUE INDEX "BoardPack_programId_number_key" ON "BoardPack"("programId", "number");

ALTER TABLE "BoardPack" ADD CONSTRAINT "BoardPack_programId_fkey"
  FOREIGN KEY ("programId") REFERENCES "Program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The digest is that of the content, whoever writes it.
ALTER TABLE "BoardPack"
  ADD CONSTRAINT pack_digest CHECK (digest = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
  ADD CONSTRAINT pack_number CHECK (number >= 1);

ALTER TABLE "BoardPack" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BoardPack" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "BoardPack" TO wavegate_app;
CREATE POLICY program_read ON "BoardPack" FOR SELECT TO wavegate_app
  USING ("programId" = (SELECT wavegate_program()) AND (SELECT wavegate_role()) <> 'partner');
CREATE POLICY program_insert ON "BoardPack" FOR INSERT TO wavegate_app
  WITH CHECK ("programId" = (SELECT wavegate_program()) AND "frozenById" = (SELECT wavegate_user())
    AND (SELECT wavegate_role()) IN ('executive', 'program_manager'));
