// Opens notebooks in JupyterLab, or a page from a file, in headless Chromium, and prints what it found as JSON.
//   node browser.js notebook CHROMIUM URL THEME      (URL of the notebook with its token)
//   node browser.js page CHROMIUM FILE light|dark
const { chromium } = require("playwright-core");

const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

async function runNotebook(page, url, theme) {
  await page.goto(url);
  await page.waitForFunction(() => window.jupyterapp?.shell?.currentWidget?.sessionContext, null, { timeout: 120000 });
  return page.evaluate(async (theme) => {
    const app = window.jupyterapp;
    const panel = app.shell.currentWidget;
    await app.restored;
    await app.commands.execute("apputils:change-theme", { theme });
    await panel.context.ready;
    await panel.sessionContext.ready;
    // Saved counts look like a run, so they go first.
    await app.commands.execute("notebook:clear-all-cell-outputs");
    await app.commands.execute("notebook:run-all-cells");
    const code = panel.content.widgets.filter((cell) => cell.model.type === "code");
    const pictures = code.flatMap((cell) => [...cell.outputArea.node.querySelectorAll("img")]);
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => null)));
    const outputs = code.flatMap((cell) => cell.model.sharedModel.outputs);
    const found = {
      dark: document.body.dataset.jpThemeLight === "false",
      counts: code.map((cell) => cell.model.executionCount),
      errors: outputs.filter((output) => output.output_type === "error").map((output) => output.evalue),
      shownErrors: document.querySelectorAll('[data-mime-type="application/vnd.jupyter.error"]').length,
      pictures: pictures.map((picture) => ({ width: picture.naturalWidth, alt: picture.alt })),
      passages: code.reduce((sum, cell) => sum + cell.outputArea.node.querySelectorAll("details").length, 0),
      saved: outputs.filter((output) => output.data && "image/png" in output.data).length,
    };
    await panel.sessionContext.shutdown();
    return found;
  }, theme);
}

async function readPage(page, file) {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`file://${file}`);
  await page.locator("details > summary").first().click();
  const found = await page.evaluate(async () => {
    const pictures = [...document.images];
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => null)));
    const links = [...document.querySelectorAll("nav a")].map((link) => link.getAttribute("href"));
    return {
      pictures: pictures.map((picture) => ({ width: picture.naturalWidth, alt: picture.alt })),
      scripts: document.scripts.length,
      contents: links.length,
      deadLinks: links.filter((link) => document.querySelectorAll(`[id="${link.slice(1)}"]`).length !== 1),
      opened: document.querySelectorAll("details[open]").length,
      shown: document.querySelector("details[open]").innerText.length > 200,
      wider: document.documentElement.scrollWidth > window.innerWidth,
    };
  });
  return { ...found, network: asked.filter((url) => !/^(file|data):/.test(url)) };
}

(async () => {
  const [kind, executablePath, place, look] = process.argv.slice(2);
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 1000 }, colorScheme: look.toLowerCase().includes("dark") ? "dark" : "light" });
    page.setDefaultTimeout(300000);
    console.log(JSON.stringify(await (kind === "notebook" ? runNotebook(page, place, look) : readPage(page, place))));
  } finally {
    await browser.close();
  }
})().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
