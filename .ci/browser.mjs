// Opens one report: node browser.mjs REPORT.html FOLDER. See .ci/browser.
import { chromium } from "playwright-core";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [report, folder] = process.argv.slice(2);
const url = pathToFileURL(report).href;
const name = basename(report, ".html");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
});
try {
    for (const width of [375, 1280]) {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        page.on("console", m => { if (["error", "warning"].includes(m.type())) faults.push(`${width}: console: ${m.text()}`); });
        page.on("pageerror", e => faults.push(`${width}: ${e}`));
        page.on("request", r => { if (r.url() !== url) faults.push(`${width}: request: ${r.url()}`); });
        await page.goto(url);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) faults.push(`${width}: the page is ${wide} pixels wide`);
        const shown = await page.evaluate(() => [...document.querySelectorAll("figure")].map(f =>
            [...f.querySelectorAll("svg")].filter(s => s.getBoundingClientRect().width > 0).length));
        if (shown.length === 0 || shown.some(n => n !== 1)) faults.push(`${width}: pictures shown: ${shown}`);
        // What words are drawn in is up to the browser's fonts; each must keep to the length the picture gives it.
        const long = await page.evaluate(() => [...document.querySelectorAll("svg text")].filter(t => {
            const length = Number(t.getAttribute("textLength"));
            return t.getBoundingClientRect().width > 0 && Math.abs(t.getComputedTextLength() - length) > 0.02 * length + 1;
        }).map(t => `${t.textContent}: ${t.getComputedTextLength()}`));
        if (long.length) faults.push(`${width}: texts of another length: ${long.slice(0, 5).join("; ")}`);
        await page.evaluate(() => document.querySelectorAll("details").forEach(d => { d.open = true; }));
        await page.evaluate(axe);
        const found = await page.evaluate(() => axe.run());
        for (const v of found.violations) {
            faults.push(`${width}: ${v.id}: ${v.help} (${v.nodes.length}), as at ${v.nodes[0].target}: ${v.nodes[0].failureSummary}`);
        }
        await page.evaluate(() => document.querySelectorAll("details").forEach(d => { d.open = false; }));
        await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
        if (width === 1280) {
            const pdf = join(folder, `${name}.pdf`);
            await page.pdf({ path: pdf, format: "A4", printBackground: true });
            if (statSync(pdf).size < 20000) faults.push("the PDF is all but empty");
        }
        await page.close();
    }
} finally {
    await browser.close();
}
if (faults.length) {
    console.error(`${report}:\n${faults.join("\n")}`);
    process.exit(1);
}
console.log(`${name}: no error, no request, no violation at 375 and 1280 pixels and as PDF`);
