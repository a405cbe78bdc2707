package org.amelionboarding.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CipherTest {

    private static final String CLEAR = "amélie@example.org";

    private static Cipher cipher;
    private static Cipher ofOtherKeys;

    @BeforeAll
    static void makeKeys(@TempDir Path folder) throws Exception {
        cipher = KeyFolders.madeIn(folder.resolve("ours"));
        ofOtherKeys = KeyFolders.madeIn(folder.resolve("others"));
    }

    @Test
    void a_sealed_text_opens_again() {
        assertThat(cipher.open(cipher.seal(CLEAR, "email"), "email")).isEqualTo(CLEAR);
    }

    @Test
    void a_findable_text_opens_again() {
        assertThat(cipher.openFindable(cipher.sealFindably(CLEAR, "email"), "email"))
                .isEqualTo(CLEAR);
    }

    @Test
    void the_same_text_sealed_twice_differs() {
        assertThat(cipher.seal(CLEAR, "email")).isNotEqualTo(cipher.seal(CLEAR, "email"));
    }

    @Test
    void the_same_text_sealed_findably_twice_is_the_same() {
        assertThat(cipher.sealFindably(CLEAR, "email")).isEqualTo(cipher.sealFindably(CLEAR, "email"));
    }

    @Test
    void a_findable_text_differs_in_another_context() {
        assertThat(cipher.sealFindably(CLEAR, "email")).isNotEqualTo(cipher.sealFindably(CLEAR, "mobile"));
    }

    @Test
    void a_sealed_text_does_not_show_what_it_holds() {
        assertThat(new String(cipher.seal(CLEAR, "email"), UTF_8)).doesNotContain("example");
    }

    @Test
    void a_findable_text_does_not_show_what_it_holds() {
        assertThat(new String(cipher.sealFindably(CLEAR, "email"), UTF_8)).doesNotContain("example");
    }

    @Test
    void a_sealed_text_opens_in_its_own_context_only() {
        byte[] sealed = cipher.seal(CLEAR, "email");

        refuses(() -> cipher.open(sealed, "mobile"));
    }

    @Test
    void a_findable_text_opens_in_its_own_context_only() {
        byte[] sealed = cipher.sealFindably(CLEAR, "email");

        refuses(() -> cipher.openFindable(sealed, "mobile"));
    }

    @Test
    void a_sealed_text_that_was_touched_does_not_open() {
        byte[] sealed = cipher.seal(CLEAR, "email");
        sealed[sealed.length - 1] ^= 1;

        refuses(() -> cipher.open(sealed, "email"));
    }

    @Test
    void other_keys_do_not_open_a_sealed_text() {
        byte[] sealed = cipher.seal(CLEAR, "email");

        refuses(() -> ofOtherKeys.open(sealed, "email"));
    }

    @Test
    void other_keys_do_not_open_a_findable_text() {
        byte[] sealed = cipher.sealFindably(CLEAR, "email");

        refuses(() -> ofOtherKeys.openFindable(sealed, "email"));
    }

    @Test
    void a_refusal_quotes_nothing_of_the_text() {
        byte[] sealed = cipher.seal(CLEAR, "email");

        assertThat(catchThrowable(() -> ofOtherKeys.open(sealed, "email")))
                .hasStackTraceContaining("The keys in use do not fit the stored data")
                .satisfies(
                        refusal -> assertThat(Throwables.getStackTrace(refusal)).doesNotContain("example"));
    }

    @Test
    void the_same_secret_has_the_same_digest() {
        assertThat(cipher.digest("01234567", "code")).isEqualTo(cipher.digest("01234567", "code"));
    }

    @Test
    void a_digest_differs_in_another_context() {
        assertThat(cipher.digest("01234567", "code")).isNotEqualTo(cipher.digest("01234567", "link"));
    }

    @Test
    void a_digest_cannot_be_worked_out_without_the_keys() {
        assertThat(ofOtherKeys.digest("01234567", "code")).isNotEqualTo(cipher.digest("01234567", "code"));
    }

    private static void refuses(ThrowingCallable opening) {
        assertThatIllegalStateException().isThrownBy(opening).withMessage("The keys in use do not fit the stored data");
    }
}
