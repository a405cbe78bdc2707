package org.amelionboarding.form;

import org.amelionboarding.dossier.Dossier;

/** The form that starts a process. */
interface StartForm<I> extends Form<I> {

    /** @return the dossier that the process is about */
    Dossier open(I input);
}
