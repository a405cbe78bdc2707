package org.amelionboarding.form;

/** A submission that breaks rules. Its message is for the person and quotes nothing that was typed. */
public class Refusal extends RuntimeException {

    Refusal(String message) {
        super(message);
    }
}
