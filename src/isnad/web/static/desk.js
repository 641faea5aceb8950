// Everything works without this and without htmx. htmx sends forms and filters and shows what the page has become; this adds layers to
// switch, keys, and addresses that end in #c=start-end. Parts of a page come and go, so events are heard on the document.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("scripted");

  function text() { return document.getElementById("text"); }
  function each(found, act) { Array.prototype.forEach.call(found, act); }

  // A citation's address may carry its range behind the hash, where the server cannot see it.
  function cited() {
    var m = /^#c=(\d+)-(\d+)$/.exec(location.hash);
    if (m && text()) location.replace(location.pathname + "?c=" + m[1] + "-" + m[2] + "#cited");
  }
  cited();
  addEventListener("hashchange", cited);

  // Layers stay as they were left while one goes from page to page.
  function boxes() { return document.querySelectorAll("[data-layer]"); }
  function layers() {
    var on = Array.prototype.filter.call(boxes(), function (b) { return b.checked; }).map(function (b) { return b.dataset.layer; });
    text().dataset.layers = on.join(" ");
    try { sessionStorage.setItem("layers", on.join(" ")); } catch (gone) { /* a browser that keeps nothing */ }
  }
  function remembered() {
    var kept = null;
    try { kept = sessionStorage.getItem("layers"); } catch (gone) { /* a browser that keeps nothing */ }
    if (kept === null || !text() || !boxes().length) return;
    each(boxes(), function (b) { b.checked = kept.split(" ").indexOf(b.dataset.layer) >= 0; });
    layers();
  }
  remembered();

  // Choices in filters act at once; typed values wait for the button.
  document.addEventListener("change", function (ev) {
    if (ev.target.matches("[data-layer]")) layers();
    else if (ev.target.matches("form.filters:not(.wide) select")) ev.target.form.requestSubmit();
  });

  // A form that the browser sends itself is sent once, however often it is clicked; those of htmx see to it themselves.
  document.addEventListener("submit", function (ev) {
    if (ev.target.method !== "post" || ev.target.closest("[hx-boost]")) return;
    setTimeout(function () { each(ev.target.querySelectorAll("button"), function (b) { b.disabled = true; }); });
  });

  // On a narrow screen the row of sections shows where one is.
  var here = document.querySelector(".rail [aria-current]"), rail = document.querySelector(".rail");
  if (here && rail && rail.scrollWidth > rail.clientWidth) here.scrollIntoView({ block: "nearest", inline: "center" });

  var keys = document.getElementById("keys");
  document.addEventListener("click", function (ev) { if (ev.target.closest("[data-keys]")) keys.showModal(); });

  var led = "";
  function go(step) {
    var items = Array.from(document.querySelectorAll("ol.tl > li, ul.heads > li, ul.results > li, article.card, ol.ledger > li"));
    if (!items.length) return;
    var at = items.findIndex(function (x) { return x.classList.contains("at"); });
    if (items[at]) items[at].classList.remove("at");
    at = Math.max(0, Math.min(items.length - 1, at + step));
    items[at].classList.add("at");
    items[at].scrollIntoView({ block: "center" });
    var link = items[at].querySelector("a");
    if (link) link.focus({ preventScroll: true });
  }
  var places = { t: "/timeline", o: "", d: "/decisions", p: "/people", s: "/search", a: "/articles" };
  document.addEventListener("keydown", function (ev) {
    if (ev.ctrlKey || ev.metaKey || ev.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(ev.target.tagName)) return;
    if (led === "g") {
      led = "";
      if (places[ev.key] !== undefined) { ev.preventDefault(); location.assign("/" + root.lang + places[ev.key]); }
      return;
    }
    var nearer = document.getElementById({ "+": "zoom-in", "-": "zoom-out" }[ev.key] || "none");
    if (nearer) nearer.click();
    else if (ev.key === "/") { ev.preventDefault(); document.querySelector(".find input").focus(); }
    else if (ev.key === "?") keys.showModal();
    else if (ev.key === "j") go(1);
    else if (ev.key === "k") go(-1);
    else if (ev.key === "g") led = "g";
    else if (/^[1-5]$/.test(ev.key) && boxes()[ev.key - 1]) { boxes()[ev.key - 1].checked = !boxes()[ev.key - 1].checked; layers(); }
  });
})();
