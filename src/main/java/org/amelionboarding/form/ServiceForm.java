package org.amelionboarding.form;

import org.amelionboarding.dossier.Dossier;

/** The form by which a student whose account is active starts a process for themself. */
interface ServiceForm<I> extends Form<I> {

    /** Keeps what was typed; all rules hold. */
    void accept(I input, Dossier own);
}
