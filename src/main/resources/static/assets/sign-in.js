// Signing in must lead to the place a link named, such as #/?task=…, and the server never sees the hash.
// Only the application's own places begin with #/ (the skip link does not).
if (location.hash.startsWith("#/")) {
    document.getElementById("sign-in").action += location.hash;
}
