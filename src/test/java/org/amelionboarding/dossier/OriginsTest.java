package org.amelionboarding.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @TempDir
    private Path folder;

    private Origins origins;

    @BeforeEach
    void makeKeys() throws Exception {
        origins = new Origins(KeyFolders.madeIn(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8:1:2:3:4:5:6", "::1", "fe80::1%2", ":not an address"})
    void an_address_is_known_again(String address) {
        assertThat(origins.of(address)).isEqualTo(origins.of(address)).doesNotContain(address);
    }

    @Test
    void the_addresses_of_one_network_are_one() {
        assertThat(origins.of("2001:db8:1:2::1")).isEqualTo(origins.of("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.2.8", "2001:db8:1:2::1, 2001:db8:1:3::1"})
    void other_networks_are_others(String one, String other) {
        assertThat(origins.of(one)).isNotEqualTo(origins.of(other));
    }
}
