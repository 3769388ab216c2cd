import type { Duty, Metric, Party, RemediationKind, RemediationState, TenantClassKind } from "./model";

export const DUTY_LABELS: Record<Duty, string> = {
  platform_reliability: "Platform reliability",
  patching: "Patching",
  backup_execution: "Backup execution",
  monitoring: "Monitoring",
  incident_response: "Incident response",
  capacity: "Capacity",
  process_design: "Process design",
  application_configuration: "Application configuration",
  data_stewardship: "Data stewardship",
  release_approval: "Release approval",
};

export const PARTY_LABELS: Record<Party, string> = {
  provider: "Provider",
  customer: "Customer",
  shared: "Shared",
};

export const METRIC_LABELS: Record<Metric, string> = {
  rpo_minutes: "Data lost",
  rto_minutes: "Time to be back",
  availability_percent: "Availability",
  latency_ms: "Latency",
  throughput_per_minute: "Throughput",
  cost_per_month: "Cost",
};

export const METRIC_UNITS: Record<Metric, string> = {
  rpo_minutes: "min",
  rto_minutes: "min",
  availability_percent: "%",
  latency_ms: "ms",
  throughput_per_minute: "a minute",
  cost_per_month: "a month",
};

export const METRIC_HINTS: Record<Metric, string> = {
  rpo_minutes: "Minutes of entries that were lost, as a restore or failover showed (RPO).",
  rto_minutes: "Minutes until it was back, as a restore or failover showed (RTO).",
  availability_percent: "Percent of the time that people could work with it.",
  latency_ms: "Milliseconds until most people have an answer.",
  throughput_per_minute: "Transactions a minute at the peak.",
  cost_per_month: "What it costs to run for one month.",
};

export const REMEDIATION_KIND_LABELS: Record<RemediationKind, string> = {
  customisation: "Module or customisation",
  unsupported_version: "Unsupported version",
  undocumented_job: "Undocumented job",
  fixed_address: "Fixed address",
  direct_database_coupling: "Direct database coupling",
  site_or_partner_specific: "Site or partner specific",
  export_control: "Export control",
  residency_limit: "Residency limit",
  other: "Other",
};

export const REMEDIATION_STATE_LABELS: Record<RemediationState, string> = {
  open: "Open",
  in_progress: "In progress",
  done: "Done",
  accepted: "Accepted as it is",
};

export const TENANT_CLASS_LABELS: Record<TenantClassKind, string> = {
  regulated: "Regulated",
  premium: "Premium",
  standard: "Standard",
};
