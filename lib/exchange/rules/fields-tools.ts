import { type Field, LONG, NAME, SHORT } from "./field-kinds";

const COUNT = { type: "integer", min: 0, max: 100_000 } as const;
const MEMORY = { name: "memory_mb", kind: { type: "size", given: "MB", kept: "MB" } } as const;

export const KONVEYOR_FIELDS: readonly Field[] = [
  { name: "record_type", label: "Record type", kind: SHORT, required: true, also: ["record type 1"] },
  { name: "name", label: "Application name", kind: NAME, required: true, also: ["application name"] },
  { name: "description", label: "Description", kind: LONG },
  { name: "business_service", label: "Business service", kind: SHORT },
  { name: "dependency", label: "Dependency", kind: NAME },
  { name: "dependency_direction", label: "Dependency direction", kind: SHORT },
  { name: "business_owner", label: "Business owner", kind: { type: "person" }, also: ["owner"] },
  { name: "technical_owner", label: "Technical owner", kind: { type: "person" } },
  {
    name: "tag_category",
    label: "Tag category",
    kind: { type: "tag-category" },
    many: true,
    also: ["tag type"],
  },
  { name: "tag", label: "Tag", kind: { type: "tag" }, many: true },
];

export const AWS_FIELDS: readonly Field[] = [
  { name: "server_name", label: "Server name", kind: NAME, required: true },
  { name: "app_name", label: "Application name", kind: NAME },
  { name: "wave_name", label: "Wave name", kind: { type: "text", max: 120 } },
  { name: "r_type", label: "Migration strategy (r_type)", kind: SHORT },
  { name: "aws_region", label: "AWS region", kind: SHORT },
  { name: "server_fqdn", label: "Full name", kind: SHORT },
  { name: "server_os_family", label: "Operating system family", kind: SHORT },
  { name: "server_os_version", label: "Operating system version", kind: SHORT },
  { name: "server_tier", label: "Server tier", kind: SHORT },
  { name: "server_environment", label: "Environment", kind: SHORT },
  { name: "tags", label: "Tags", kind: { type: "list", max: 100, most: 30 } },
];

export const AZURE_MACHINE_FIELDS: readonly Field[] = [
  { name: "name", label: "Machine name", kind: NAME, required: true, also: ["machine name", "machine"] },
  { name: "machine_id", label: "Machine id", kind: { type: "text", max: 1000 } },
  { name: "environment", label: "Environment", kind: SHORT },
  { name: "os", label: "Operating system", kind: SHORT },
  { name: "cores", label: "Cores", kind: COUNT },
  {
    ...MEMORY,
    label: "Memory (MB)",
    also: ["memory (in mb)", "memory in mb"],
  },
  {
    name: "disk_gb",
    label: "Disk (GB)",
    kind: { type: "size", given: "GB", kept: "GB" },
    also: ["storage (in gb)", "storage (gb)", "disk size (in gb)", "total disk size (in gb)"],
  },
  {
    name: "addresses",
    label: "Addresses",
    kind: { type: "addresses" },
    also: ["ip addresses", "ip address", "ipv4/ipv6 address"],
  },
  { name: "power_state", label: "Power state", kind: SHORT, also: ["power stats", "power status"] },
  {
    name: "sql_count",
    label: "SQL servers found",
    kind: COUNT,
    also: ["sql discovery server count"],
  },
  {
    name: "web_count",
    label: "Web applications found",
    kind: COUNT,
    also: ["web applications count"],
  },
];

export const AZURE_LINK_FIELDS: readonly Field[] = [
  { name: "source_server", label: "Source server", kind: NAME, also: ["source server name"] },
  { name: "source_ip", label: "Source IP", kind: SHORT },
  { name: "source_process", label: "Source process", kind: SHORT },
  {
    name: "destination_server",
    label: "Destination server",
    kind: NAME,
    also: ["destination server name"],
  },
  { name: "destination_ip", label: "Destination IP", kind: SHORT },
  { name: "destination_process", label: "Destination process", kind: SHORT },
  { name: "destination_port", label: "Destination port", kind: SHORT },
];

export const RVTOOLS_FIELDS: readonly Field[] = [
  { name: "name", label: "VM", kind: NAME, required: true, also: ["vm", "vm name"] },
  { name: "power_state", label: "Power state", kind: SHORT, also: ["powerstate"] },
  { name: "template", label: "Template", kind: { type: "boolean" } },
  { name: "srm_placeholder", label: "SRM placeholder", kind: { type: "boolean" } },
  { name: "cores", label: "CPUs", kind: COUNT, also: ["cpus"] },
  {
    ...MEMORY,
    label: "Memory",
    also: ["memory", "size mib"],
  },
  {
    name: "disk_gb",
    label: "Total disk capacity",
    kind: { type: "size", given: "MB", kept: "GB" },
    also: ["total disk capacity mib", "capacity mib"],
  },
  { name: "address", label: "Primary IP address", kind: { type: "addresses" } },
  { name: "fqdn", label: "DNS name", kind: SHORT },
  { name: "datacenter", label: "Datacenter", kind: SHORT },
  { name: "cluster", label: "Cluster", kind: SHORT },
  { name: "os_config", label: "OS according to the configuration file", kind: SHORT },
  { name: "os_tools", label: "OS according to the VMware Tools", kind: SHORT },
  { name: "vm_id", label: "VM ID", kind: SHORT },
  { name: "vm_uuid", label: "VM UUID", kind: SHORT },
];
