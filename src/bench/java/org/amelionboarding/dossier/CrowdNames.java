package org.amelionboarding.dossier;

import org.springframework.stereotype.Component;

/** Lets the benchmark keep names as {@link Dossiers#open} does. */
@Component
public class CrowdNames {

    private final NameIndex index;

    CrowdNames(NameIndex index) {
        this.index = index;
    }

    public void keep(String dossier, Identity identity) {
        index.keep(dossier, identity);
    }
}
