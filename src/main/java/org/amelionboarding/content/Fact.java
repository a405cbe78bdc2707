package org.amelionboarding.content;

import java.net.URI;
import java.time.LocalDate;

/**
 * Something that the forms of the profile say and that changes with time: a delay, a rate, a duration, an address.
 *
 * @param item the form that says it, e.g. {@code order-ceam}
 * @param name tells it from the form's other facts
 * @param link where it can be read up, or null
 * @param verifiedOn day on which somebody last made sure that it is true
 */
record Fact(String item, String name, String text, URI link, LocalDate verifiedOn) {}
