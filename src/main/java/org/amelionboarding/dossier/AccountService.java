package org.amelionboarding.dossier;

/** Something that an active account is for, offered to the student in the account itself. Listed by {@code @Order}. */
public interface AccountService {

    /** In kebab case. Its texts: {@code form.service.<name>}, and {@code form.service.<name>.under-way}. */
    String name();

    /** Where it begins: a page of our own, or Tasklist's start of a process ({@code #/?processStart=<process>}). */
    String address();

    /** Whether the student can begin now; while something of it is under way, perhaps not. */
    boolean isOpenTo(String dossier);
}
