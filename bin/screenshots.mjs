// The README's pictures, taken from a platform with demo data: make screenshots
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";

const { chromium } = createRequire(new URL("../webapps/package.json", import.meta.url))("@playwright/test");
const base = process.env.BASE ?? "http://localhost:9000";
const folder = new URL("../docs/images/", import.meta.url).pathname;
const PASSWORD = "flowmaster";
const CASES = [
  ["Weltweit Reisen AG", 85000, "DE"],
  ["Café Lumière", 4200, "FR"],
  ["Nordic Outdoor AS", 31000, "NO"],
  ["Taller Ruiz", 12500, "ES"],
  ["Blumen Winter", 2800, "DE"],
];

mkdirSync(folder, { recursive: true });
await cases();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"],
});
try {
  await picture("engage-inbox", "employee", "/engage?view=group");
  await picture("engage-task", "employee", `/engage/tasks/${await first("employee", "/tasks?view=group&limit=1")}`);
  await picture("designer", "designer", `/designer/processes/${await first("designer", "/processes?q=merchant&limit=1")}`);
  await picture("manager", "manager", "/manager");
  await picture("admin-execution", "admin", `/admin/executions/${await first("admin", "/executions?processKey=merchant-onboarding&status=RUNNING&limit=1")}`);
  await picture("engage-dark", "employee", "/engage?view=group", { colorScheme: "dark", locale: "de-DE" });
} finally {
  await browser.close();
}

async function token(user) {
  const answer = await fetch(`${base}/auth/login`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username: user, password: PASSWORD }),
  });
  return (await answer.json()).accessToken;
}

async function first(user, path) {
  const answer = await fetch(base + path, { headers: { Authorization: `Bearer ${await token(user)}` } });
  return (await answer.json()).items[0].id;
}

/** Some merchants that apply, one of them escalated. */
async function cases() {
  const headers = { Authorization: `Bearer ${await token("employee")}`, "Content-Type": "application/json" };
  for (const [index, [merchantName, monthlyVolume, country]] of CASES.entries()) {
    await fetch(`${base}/executions`, {
      method: "POST",
      headers,
      body: JSON.stringify({
        processKey: "merchant-onboarding",
        businessKey: `M-${2041 + index}`,
        variables: {
          merchantName,
          registrationNumber: `HRB 2041${index}`,
          country,
          industry: "travel",
          monthlyVolume,
          contactEmail: "finance@merchant.example",
          website: "https://merchant.example",
        },
      }),
    });
  }
  await fetch(`${base}/tasks/${await first("employee", "/tasks?view=group&limit=1")}/escalate`, {
    method: "PUT",
    headers,
    body: JSON.stringify({ reason: "The company register has two entries for this merchant." }),
  });
}

async function picture(name, user, path, look = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB", ...look });
  const page = await context.newPage();
  await page.goto(base + path);
  await page.fill("#username", user);
  await page.fill("#password", PASSWORD);
  await page.click("button[type=submit]");
  await page.waitForSelector("#main-content");
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1_500);
  await page.screenshot({ path: `${folder}${name}.png` });
  await context.close();
  console.log(`docs/images/${name}.png`);
}
