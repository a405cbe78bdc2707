package org.amelionboarding.message;

import org.amelionboarding.Defaults;

/** The texts as people read them, for tests without an application. */
public final class PlainTexts {

    private PlainTexts() {}

    public static Texts create() {
        return new Texts(new MessageConfiguration().messageSource(), Defaults.settings());
    }
}
