package org.amelionboarding.dossier;

/**
 * One kind of thing that is held about a person, beside the dossier itself. Whoever keeps something of a dossier in a
 * table of its own is one: then the person gets it with the copy of their data (GDPR art. 15), and it goes when the
 * dossier is erased (GDPR art. 17).
 */
public interface Holding {

    /** What it is called in the copy, in camel case. */
    String name();

    /** All of it in a form that can be written as JSON, without anything secret. */
    Object of(String dossier);

    /** Leaves nothing of it. */
    void erase(String dossier);
}
