// Signing in must lead to the place a link named, such as #/?task=…, and the server never sees the hash: it goes along with
// each form, and with the page in another language. Only the application's own places begin with #/ (the skip link does not).
if (location.hash.startsWith("#/")) {
    document.querySelectorAll("main form").forEach(form => { form.action += location.hash; });
    document.querySelectorAll(".languages a").forEach(link => { link.href += location.hash; });
}
