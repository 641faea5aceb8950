// Everything works without this; it adds layers to switch, keys, and addresses that end in #c=start-end.
(function () {
  "use strict";
  var text = document.getElementById("text");

  // A citation's address may carry its range behind the hash, where the server cannot see it.
  function cited() {
    var m = /^#c=(\d+)-(\d+)$/.exec(location.hash);
    if (m && text) location.replace(location.pathname + "?c=" + m[1] + "-" + m[2] + "#cited");
  }
  cited();
  addEventListener("hashchange", cited);

  var boxes = document.querySelectorAll("[data-layer]");
  function layers() {
    text.dataset.layers = Array.from(boxes).filter(function (b) { return b.checked; }).map(function (b) { return b.dataset.layer; }).join(" ");
  }
  boxes.forEach(function (b) { b.addEventListener("change", layers); });

  // Choices in filters act at once; typed values wait for the button.
  document.querySelectorAll("form.filters:not(.wide) select").forEach(function (s) {
    s.addEventListener("change", function () { s.form.requestSubmit(); });
  });

  // A form is sent once, however often it is clicked.
  document.querySelectorAll("form[method=post]").forEach(function (f) {
    f.addEventListener("submit", function () { setTimeout(function () { f.querySelectorAll("button").forEach(function (b) { b.disabled = true; }); }); });
  });

  // On a narrow screen the row of sections shows where one is.
  var here = document.querySelector(".rail [aria-current]"), rail = document.querySelector(".rail");
  if (here && rail && rail.scrollWidth > rail.clientWidth) here.scrollIntoView({ block: "nearest", inline: "center" });

  var keys = document.getElementById("keys");
  document.querySelectorAll("[data-keys]").forEach(function (b) { b.addEventListener("click", function () { keys.showModal(); }); });

  var items = document.querySelectorAll("ol.tl > li, ul.heads > li, ul.results > li, article.card, ol.ledger > li"), at = -1, led = "";
  function go(step) {
    if (!items.length) return;
    if (items[at]) items[at].classList.remove("at");
    at = Math.max(0, Math.min(items.length - 1, at + step));
    items[at].classList.add("at");
    items[at].scrollIntoView({ block: "center" });
    var link = items[at].querySelector("a");
    if (link) link.focus({ preventScroll: true });
  }
  var root = "/" + document.documentElement.lang;
  document.addEventListener("keydown", function (ev) {
    if (ev.ctrlKey || ev.metaKey || ev.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(ev.target.tagName)) return;
    if (led === "g") {
      led = "";
      var to = { t: "/timeline", o: "", d: "/decisions", p: "/people", s: "/search", a: "/articles" }[ev.key];
      if (to !== undefined) { ev.preventDefault(); location.assign(root + to); }
      return;
    }
    if (ev.key === "/") { ev.preventDefault(); document.querySelector(".find input").focus(); }
    else if (ev.key === "?") keys.showModal();
    else if (ev.key === "j") go(1);
    else if (ev.key === "k") go(-1);
    else if (ev.key === "g") led = "g";
    else if (/^[1-5]$/.test(ev.key) && boxes[ev.key - 1]) { boxes[ev.key - 1].checked = !boxes[ev.key - 1].checked; layers(); }
  });
})();
