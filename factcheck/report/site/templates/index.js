"use strict";
(() => {
  const form = document.getElementById("filters");
  const body = document.querySelector("#documents tbody");
  const told = document.getElementById("told");
  const names = JSON.parse(document.getElementById("names").textContent);
  const severities = { e: "error", w: "warning", n: "note" };
  const rows = [...body.rows].map((row, place) => ({
    row,
    place,
    text: row.cells[0].textContent.toLowerCase(),
    folder: row.dataset.folder,
    bar: row.querySelector(".bar"),
    count: row.querySelector(".count"),
    found: row.dataset.f.split(" ").filter(Boolean).map((packed) => {
      const [severity, code, fact, known] = packed.split(",");
      return { severity: severities[severity], code: +code, fact: fact === "" ? -1 : +fact, known: known === "k" };
    }),
  }));
  const words = names.words.map((each) => each.toLowerCase());
  const numbered = new Map([...names.codes, ...names.facts].map((name, number) => [name, number]));

  function wanted() {
    const data = new FormData(form);
    const code = data.get("code"), fact = data.get("fact");
    return {
      q: (data.get("q") || "").trim().toLowerCase(),
      severity: data.getAll("severity"),
      code: code ? numbered.get(code) : -1,
      fact: fact ? numbered.get(fact) : -1,
      folder: data.get("folder") || "",
      fresh: Boolean(data.get("new")),
    };
  }

  function fits(finding, filter, inText) {
    return filter.severity.includes(finding.severity)
      && (filter.code < 0 || finding.code === filter.code)
      && (filter.fact < 0 || finding.fact === filter.fact)
      && !(filter.fresh && finding.known)
      && (inText || words[finding.code].includes(filter.q) || (finding.fact >= 0 && words[finding.fact].includes(filter.q)));
  }

  function spelled(counts) {
    const parts = Object.entries(counts).filter(([, n]) => n).map(([name, n]) => `${n} ${name}${n === 1 ? "" : "s"}`);
    return parts.join(", ") || "none";
  }

  function show() {
    const filter = wanted();
    const asked = filter.code >= 0 || filter.fact >= 0 || filter.severity.length < 3;
    let documents = 0, findings = 0;
    for (const each of rows) {
      const inText = !filter.q || each.text.includes(filter.q);
      const fitting = each.found.filter((finding) => fits(finding, filter, inText));
      const visible = (!filter.folder || each.folder === filter.folder)
        && (fitting.length > 0 || (inText && !asked));
      each.row.hidden = !visible;
      each.counts = { error: 0, warning: 0, note: 0 };
      for (const finding of fitting) each.counts[finding.severity] += 1;
      each.count.textContent = spelled(each.counts);
      for (const [name, n] of Object.entries(each.counts)) each.bar.querySelector("." + name).style.flexGrow = n;
      if (visible) { documents += 1; findings += fitting.length; }
    }
    told.textContent = `${documents} of ${rows.length} documents, ${findings} finding${findings === 1 ? "" : "s"}`;
    remember();
  }

  function remember() {
    const kept = new URLSearchParams();
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.type === "checkbox") { if (!field.checked) kept.append("without", `${field.name}:${field.value}`); }
      else if (field.value) kept.set(field.name, field.value);
    }
    const hash = kept.toString();
    if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? "#" + hash : location.pathname);
  }

  function recall() {
    form.reset();
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.type === "checkbox") field.checked = !kept.getAll("without").includes(`${field.name}:${field.value}`);
      else if (kept.has(field.name)) field.value = kept.get(field.name);
    }
    show();
  }

  const worth = (each) => each.counts.error * 1e8 + each.counts.warning * 1e4 + each.counts.note;
  const keys = {
    path: (one, other) => one.text.localeCompare(other.text, "en"),
    worst: (one, other) => worth(one) - worth(other),
    covered: (one, other) => one.row.dataset.covered - other.row.dataset.covered,
    date: (one, other) => one.row.dataset.date.localeCompare(other.row.dataset.date),
  };

  function sort(head) {
    const descending = head.getAttribute("aria-sort") === "ascending";
    for (const each of head.parentElement.cells) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const compare = keys[head.dataset.key];
    rows.sort((one, other) => (descending ? -1 : 1) * compare(one, other) || one.place - other.place);
    body.append(...rows.map((each) => each.row));
  }

  for (const head of document.querySelectorAll("#documents thead th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(head));
    head.replaceChildren(button);
  }
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  addEventListener("hashchange", recall);
  recall();
})();
