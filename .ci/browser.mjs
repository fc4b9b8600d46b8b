// Opens one report: node browser.mjs REPORT.html FOLDER [PAGES]. See .ci/browser.
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [report, folder, pages] = process.argv.slice(2);
const url = pathToFileURL(report).href;
const name = basename(report, ".html");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = [];

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"],
});

// One window: nothing on the console, no request, nothing wider than it, one picture for each figure, no violation.
async function look(width, colorScheme) {
    const at = `${width} ${colorScheme}`;
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    page.on("console", m => { if (["error", "warning"].includes(m.type())) faults.push(`${at}: console: ${m.text()}`); });
    page.on("pageerror", e => faults.push(`${at}: ${e}`));
    page.on("request", r => { if (r.url() !== url) faults.push(`${at}: request: ${r.url()}`); });
    await page.goto(url);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) faults.push(`${at}: the page is ${wide} pixels wide`);
    const shown = await page.evaluate(() => [...document.querySelectorAll("figure")].map(f =>
        [...f.querySelectorAll("svg")].filter(s => s.getBoundingClientRect().width > 0).length));
    if (shown.some(n => n !== 1)) faults.push(`${at}: pictures shown: ${shown}`);
    // What words are drawn in is up to the browser's fonts; each must keep to the length the picture gives it.
    const long = await page.evaluate(() => [...document.querySelectorAll("svg text")].filter(t => {
        const length = Number(t.getAttribute("textLength"));
        return t.getBoundingClientRect().width > 0 && Math.abs(t.getComputedTextLength() - length) > 0.02 * length + 1;
    }).map(t => `${t.textContent}: ${t.getComputedTextLength()}`));
    if (long.length) faults.push(`${at}: texts of another length: ${long.slice(0, 5).join("; ")}`);
    await keyboard(page, at);
    await page.evaluate(() => document.querySelectorAll("details").forEach(d => { d.open = true; }));
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run());
    for (const v of found.violations) {
        faults.push(`${at}: ${v.id}: ${v.help} (${v.nodes.length}), as at ${v.nodes[0].target}: ${v.nodes[0].failureSummary}`);
    }
    await page.evaluate(() => document.querySelectorAll("details").forEach(d => { d.open = false; }));
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    return page;
}

// The keyboard goes first to the answer, then down the page in its order; what has the focus shows it and has a name.
async function keyboard(page, at) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.getAttribute("href")) !== "#answer") {
        faults.push(`${at}: the first key does not offer the answer`);
    }
    const inOrder = await page.evaluate(() => {
        const links = [...document.querySelectorAll("nav a")].map(a => a.getAttribute("href").slice(1));
        const sections = [...document.querySelectorAll("main > section")].map(s => s.id);
        return JSON.stringify(links) === JSON.stringify(sections);
    });
    if (!inOrder) faults.push(`${at}: the contents are not in the order of the page`);
    let last = -1;
    for (let n = 0; n < 25; n += 1) {
        await page.keyboard.press("Tab");
        const focus = await page.evaluate(() => {
            const all = [...document.querySelectorAll("*")];
            const element = document.activeElement;
            const style = getComputedStyle(element);
            const name = element.getAttribute("aria-label") ?? element.textContent.trim();
            return { place: all.indexOf(element), body: element === document.body, name, outline: style.outlineStyle };
        });
        if (focus.body || focus.place < last) break;
        last = focus.place;
        if (!focus.name) faults.push(`${at}: something without a name has the focus`);
        if (focus.outline === "none") faults.push(`${at}: "${focus.name.slice(0, 30)}" does not show its focus`);
    }
}

try {
    for (const width of [375, 768, 1280]) {
        for (const colorScheme of ["light", "dark"]) {
            const page = await look(width, colorScheme);
            if (width === 1280 && colorScheme === "light") {
                const bytes = await page.pdf({ path: join(folder, `${name}.pdf`), format: "A4", printBackground: true });
                const found = bytes.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
                console.log(`${name}: ${found} pages of A4`);
                if (found === 0 || (pages && found > Number(pages))) faults.push(`the PDF has ${found} pages`);
            }
            await page.close();
        }
    }
} finally {
    await browser.close();
}
if (faults.length) {
    console.error(`${report}:\n${faults.join("\n")}`);
    process.exit(1);
}
console.log(`${name}: no error, no request, no violation at 375, 768 and 1280 pixels, light and dark, and as PDF`);
