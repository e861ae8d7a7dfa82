// What the fuzzer puts into requests: values that fit a schema, and hostile variations of them.

/** A seeded source of choices (mulberry32). */
export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(limit) {
    return Math.floor(this.next() * limit);
  }

  chance(share) {
    return this.next() < share;
  }

  pick(list) {
    return list[this.below(list.length)];
  }
}

const STRINGS = [
  "", " ", "x", "a".repeat(255), "a".repeat(4_001), "ä".repeat(300), "a".repeat(150_000), "\u0000", "a\u0000b", "\ud800", "\u202eabc", "😀".repeat(70),
  "null", "true", "-1", "../../etc/passwd", "'; drop table tasks_task; --", "' or '1'='1", "%", "_", "\\", "\"", "${7*7}", "${''.getClass()}", "#{1}",
  "{{x}}", "<script>alert(1)</script>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "9999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z",
  "+1000000000-12-31T23:59:59.999999999Z", "2026-02-30", "P999999999D", "PT0S", "-PT1H", "R/PT0S", "R999999999999/PT1S", "admin", "demo", "other", "urn:x", "http://127.0.0.1:1/",
  "(a+)+$", "for i in 1..1000000 return i", "1e400", "NaN", "\r\nX-Injected: 1",
];
const NUMBERS = ["0", "-0", "-1", "1", "255", "2147483647", "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "1e308", "1e400", "-1e400", "1e-400", "0.1", "1E999999999", "123456789012345678901234567890.123456789"];
const OTHERS = ["null", "true", "false", "[]", "{}", "[null]", "[[[]]]", '{"":""}', '{"a":{"b":{"c":null}}}', '"text"'];

const wild = (random) =>
  random.chance(0.5) ? JSON.stringify(random.pick(STRINGS)) : random.pick(random.chance(0.5) ? NUMBERS : OTHERS);

/** A value that fits the schema, as far as the schema says. */
export function sample(random, api, schema, depth = 0) {
  const known = schema?.$ref ? api.components.schemas[schema.$ref.split("/").pop()] : schema;
  if (!known || depth > 5) return {};
  if (known.example !== undefined) return known.example;
  if (known.enum) return random.pick(known.enum);
  const variants = known.oneOf ?? known.anyOf ?? known.allOf;
  if (variants) return sample(random, api, random.pick(variants), depth + 1);
  const type = Array.isArray(known.type) ? known.type[0] : known.type;
  if (type === "array") return [sample(random, api, known.items, depth + 1)];
  if (type === "integer" || type === "number") return known.minimum ?? 1;
  if (type === "boolean") return random.chance(0.5);
  if (type === "string") return { "date-time": "2026-12-01T09:00:00Z", date: "2026-12-01" }[known.format] ?? "fuzz";
  return Object.fromEntries(Object.entries(known.properties ?? {}).map(([name, member]) => [name, sample(random, api, member, depth + 1)]));
}

/** JSON text of the value with some members replaced, left out, doubled or made up. */
function bend(random, value) {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return random.chance(0.5) ? wild(random) : JSON.stringify(value);
  const members = Object.entries(value)
    .filter(() => random.chance(0.9))
    .flatMap(([name, member]) => {
      const text = `${JSON.stringify(name)}:${random.chance(0.3) ? wild(random) : random.chance(0.2) ? bend(random, member) : JSON.stringify(member)}`;
      return random.chance(0.03) ? [text, text] : [text];
    });
  if (random.chance(0.05)) members.push(`${JSON.stringify(random.pick(["unknown", "__proto__", "class", "@type", "id", "tenant"]))}:${wild(random)}`);
  return `{${members.join(",")}}`;
}

function broken(random, text) {
  return random.pick([
    () => text.slice(0, random.below(text.length + 1)),
    () => `${text}${text}`,
    () => "[".repeat(20_000),
    () => `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`,
    () => Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80]), Buffer.from('"}')]),
    () => Buffer.from(text, "utf16le"),
    () => "",
    () => "null",
    () => `\ufeff${text}`,
    () => `{"name":${"9".repeat(5_000)}}`,
    () => text.replaceAll('"', "'"),
    () => Buffer.from(Array.from({ length: 200 }, () => random.below(256))),
  ])();
}

const multipart = (random, boundary) => {
  const name = random.pick(["file", "data", "upload", "", "deployment-name"]);
  const file = random.pick(["a.bpmn", "a.dmn", "a.form", "a.zip", "../../a.bpmn", "a\u0000.bpmn", "", "x".repeat(400)]);
  const content = random.pick(["", "x", "PK\u0003\u0004broken", '<?xml version="1.0"?><definitions/>', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "<a>".repeat(20_000), '{"type":"default","components":[]}']);
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${file}"\r\nContent-Type: application/octet-stream\r\n\r\n${content}\r\n--${boundary}${random.chance(0.9) ? "--" : ""}\r\n`;
};

/** The body and its declared media type; undefined for none. */
export function hostileBody(random, mediaType, value) {
  const type = random.chance(0.05)
    ? random.pick([undefined, "text/plain", "application/xml", "application/json;charset=utf-16", "application/x-www-form-urlencoded", "a/b", "*/*", "nonsense", "multipart/form-data", "application/json;charset=nope"])
    : mediaType;
  if (mediaType === "multipart/form-data") {
    return { type: type === mediaType ? "multipart/form-data; boundary=edge" : type, body: multipart(random, "edge") };
  }
  const text = random.chance(0.4) ? JSON.stringify(value) : bend(random, value);
  return { type: type === "*/*" ? "application/xml" : type, body: random.chance(0.08) ? broken(random, text) : text };
}

const SEGMENTS = ["%00", "%2e%2e", "..", ".", "%2f", "a%2fb", ";jsessionid=1", "x;a=b", "%zz", "%c3%28", "%F0%9F%98%80", "x".repeat(300), "x".repeat(9_000), "-1", "0", "null", "undefined", "*", "%25", "'", "%22", "%3Cscript%3E", "%20", "00000000-0000-0000-0000-000000000000", "admin", "demo"];

/** The path with its variables filled: mostly with ids that exist, and sometimes bent. */
export function hostilePath(random, template, known) {
  let path = template.replaceAll(/\{[^}]+\}/g, () => (known.length > 0 && random.chance(0.75) ? encodeURIComponent(random.pick(known)) : random.pick(SEGMENTS)));
  if (random.chance(0.02)) path = random.pick([path + "/", "/" + path, path + "/" + random.pick(SEGMENTS), path.toUpperCase(), path + ".json", path.replace("/", "/./"), path + ";v=1"]);
  return path;
}

export function hostileQuery(random, api, parameters) {
  const values = parameters
    .filter((p) => p.in === "query" && random.chance(0.35))
    .flatMap((p) => {
      const fits = random.chance(0.4);
      const value = fits ? sample(random, api, p.schema) : random.chance(0.5) ? random.pick(STRINGS) : random.pick(NUMBERS);
      const text = String(value).toWellFormed().slice(0, 3_000);
      const pair = `${encodeURIComponent(p.name)}=${encodeURIComponent(text)}`;
      return random.chance(0.05) ? [pair, pair] : [pair];
    });
  if (random.chance(0.03)) values.push(random.pick(["limit=-1", "limit=99999999999", "limit=x", "cursor=%00", "cursor=AAAA", "count=maybe", "%zz=1", "=", "&&&", "a[]=1", "sort=;drop", "view=none", "q=%25%25%25"]));
  return values.length > 0 ? `?${values.join("&")}` : "";
}

export function hostileHeaders(random) {
  const headers = {};
  if (random.chance(0.08)) headers["x-tenant-id"] = random.pick(["demo", "other", "nope", "", "x".repeat(300), "demo,other", "%00", "DEMO"]);
  if (random.chance(0.08)) headers["if-match"] = random.pick(['"1"', "*", "1", 'W/"1"', '"x"', '"999999999999999999999"', "", '"1","2"']);
  if (random.chance(0.06)) headers["idempotency-key"] = random.pick(["k", "", "x".repeat(300), "a b", "k1", "k2", "'"]);
  if (random.chance(0.04)) headers.accept = random.pick(["application/xml", "text/html", "nonsense", "*/*;q=0", "application/json;q=2", "text/event-stream"]);
  if (random.chance(0.02)) headers["content-encoding"] = random.pick(["gzip", "br", "x"]);
  if (random.chance(0.02)) headers["x-service-name"] = random.pick(["svc", "x".repeat(500), "a b"]);
  if (random.chance(0.02)) headers.traceparent = random.pick(["00-0-0-0", "x", `00-${"f".repeat(32)}-${"f".repeat(16)}-01`]);
  if (random.chance(0.01)) headers.range = "bytes=0-1";
  if (random.chance(0.01)) headers.cookie = "a=b; " + "c".repeat(2_000);
  return headers;
}
