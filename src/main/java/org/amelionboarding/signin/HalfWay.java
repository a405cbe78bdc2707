package org.amelionboarding.signin;

import java.io.Serializable;

/**
 * Who has given the password and must still give the code.
 *
 * @param code id of the code that this sign-in waits for
 */
record HalfWay(String dossier, String code) implements Serializable {}
