/** What is done outside of requests; each queue is made by `scripts/lib/job-schema.mjs`. */
export const QUEUES = ["imports", "mail"] as const;
export type QueueName = (typeof QUEUES)[number];

/** Where a job goes that was tried as often as it may be. */
export function givenUp(queue: QueueName): string {
  return `${queue}-given-up`;
}

/** Ids and the name of a step, never content. Whoever takes the job builds the actor from the membership of that moment. */
export type JobData = { programId: string; userId: string; subjectId: string; step: string };

/** Does a job, or one that is given up. Whatever it throws lets the job be tried again, so it must bear repetition. */
export type JobHandler = (data: JobData) => Promise<void>;
