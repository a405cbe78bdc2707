// A file can be dropped anywhere on the card, not only on its narrow field.
const form = document.getElementById("cohort");
const card = form.closest(".drop");
card.querySelector(".drop-hint").hidden = false;
for (const event of ["dragenter", "dragover"]) {
    card.addEventListener(event, (over) => {
        over.preventDefault();
        card.classList.add("over");
    });
}
card.addEventListener("dragleave", () => card.classList.remove("over"));
card.addEventListener("drop", (dropped) => {
    dropped.preventDefault();
    card.classList.remove("over");
    if (dropped.dataTransfer.files.length > 0) {
        form.elements.file.files = dropped.dataTransfer.files;
        form.requestSubmit();
    }
});
